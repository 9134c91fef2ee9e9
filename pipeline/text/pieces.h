// The pieces of a paragraph: what lies between the places where a line may end.
#pragma once

#include <cstdint>
#include <vector>

#include "core/length.h"

namespace handbill {

struct ShapedParagraph;

/// What happens when a line ends behind a piece.
enum class BreakKind : std::uint8_t {
  allowed,    ///< nothing more
  forced,     ///< the line must end here
  hyphen,     ///< a hyphen is added
  separator,  ///< nothing more; inside an address
  emergency,  ///< nothing more; anywhere in what is too long for a line and has no better place
};

/// How far a stretch of text can be spread and pressed together when it is justified.
struct Give {
  Length stretch;  ///< of spaces
  Length shrink;
  Length scaling;  ///< of letters, either way
  Give& operator+=(const Give& more) {
    stretch += more.stretch;
    shrink += more.shrink;
    scaling += more.scaling;
    return *this;
  }
  friend Give operator-(Give a, const Give& b) {
    return {a.stretch - b.stretch, a.shrink - b.shrink, a.scaling - b.scaling};
  }
  friend Give operator+(Give a, const Give& b) { return a += b; }
};

/// A piece with its widths as it is shaped in one.
struct Piece {
  std::uint32_t end = 0;          ///< it starts where the one before ended
  std::uint32_t visible_end = 0;  ///< before the spaces at its end
  BreakKind kind = BreakKind::allowed;
  bool dashed = false;  ///< a hyphen or dash of the text stands before the break
  Length width;         ///< spaces included
  Length visible;       ///< without the spaces at its end
  Length added;         ///< of the hyphen, when it ends a line
  Give give;            ///< spaces included
  Give visible_give;    ///< when it ends a line
  Length hang_start;    ///< what may stand out into the margin when it starts a line
  Length hang_end;      ///< and when it ends one
};

/// Cuts a shaped paragraph at every place where a line may end.
std::vector<Piece> cut_into_pieces(const ShapedParagraph& paragraph);

/// Cuts the pieces that are too long for a line of this measure further: addresses at their separators, and where that
/// is not enough, and in other text, between any two grapheme clusters.
std::vector<Piece> cut_to_measure(const ShapedParagraph& paragraph, const std::vector<Piece>& pieces, Length measure);

/// Cuts addresses that fill more than half a line of this measure at their separators. Shorter ones are worth more
/// whole: they are copied and searched for.
std::vector<Piece> cut_addresses(const ShapedParagraph& paragraph, const std::vector<Piece>& pieces, Length measure);

/// Cuts the pieces also where their words may be hyphenated, each by the patterns of its language. Addresses, text in a
/// typewriter face and words with soft hyphens stay as they are.
std::vector<Piece> cut_at_hyphens(const ShapedParagraph& paragraph, const std::vector<Piece>& pieces);

/// Whether a line of this measure has room for every piece, so that there is nothing to cut.
bool all_fit(const std::vector<Piece>& pieces, Length measure);

}  // namespace handbill
