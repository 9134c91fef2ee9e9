// A line's runs as pieces of text that readers can put back in order.
//
// Poppler, pdf.js and PDFium take a line's characters as they stand, from left to right, and turn right-to-left parts
// round by rules of their own, which are not UAX #9. What these rules need is added here, as characters without width
// or as text of glyphs that are there anyway:
//
// - Poppler counts the neutral characters beside a left-to-right part of a right-to-left page (a number, an address)
//   to that part on its left and away from it on its right. A U+200F on its left and a U+200E on its right, where
//   neutrals stand there, keep it to what it is; the mirror image holds for right-to-left parts of other pages.
// - pdf.js breaks its text where the font, the structure or the writing position jumps, turns each part round if it
//   finds enough right-to-left letters in it, and joins the parts in the order they were written. So a piece has one
//   direction, and pieces are written in reading order, glyphs within a piece from left to right.
// - Poppler reads what each glyph of a character says, were it nothing (a zero-width space); it believes an ActualText
//   instead, but pdf.js breaks its text there. So such a character, in right-to-left text, is a piece of its own.
// - pdf.js drops a space at a piece's edge, and finds a space twice where something without width follows it from left
//   to right (an Arabic word that ends with a vowel sign). Spaces that say U+200F as well are ordinary characters to
//   it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "layout/pages.h"
#include "render/pdf/fonts.h"
#include "render/pdf/spelling.h"

namespace handbill::pdf {

/// Glyphs that look alike, mean the same and are read in one direction: one TJ. Of a generated run all glyphs are
/// `raised`: they are drawn, but say nothing.
struct Piece {
  const PlacedRun* look = nullptr;  ///< its first run: face, size, scale, colour, structure, language, baseline
  const DocumentFont* font = nullptr;
  Spelling spelling;        ///< em before look->run->scale, from look->baseline
  std::uint32_t begin = 0;  ///< the least text offset of its glyphs
  /// Said by all its glyphs together: they draw one character, as those of a letter that is drawn out do. None if 0.
  char32_t says = 0;
};

struct LineContext {
  Direction page = Direction::left_to_right;  ///< of most of the document's text: readers guess it for a whole page
  bool left_of_the_last = false;              ///< stands to the left of what was written last, on the same height
};

/// The runs of one line and one text, from left to right, as pieces in reading order.
std::vector<Piece> read_line(std::span<const PlacedRun* const> runs, const DocumentFonts& fonts,
                             const LineContext& context);

}  // namespace handbill::pdf
