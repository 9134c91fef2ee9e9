// Finished lines, and what is put before them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "design/edition.h"

namespace handbill::plain {

/// A line and the direction it reads in. A blank line has neither.
struct Line {
  std::string text;
  Direction direction = Direction::left_to_right;
  bool soft = false;  ///< its paragraph goes on in the next line, after a space (RFC 3676)
  int quotes = 0;     ///< quotations around it, where their marks are not part of the text (RFC 3676)
};

using Lines = std::vector<Line>;

/// What stands before the lines of a list item or quotation: `first` before the first, `rest` before the others.
struct Prefix {
  std::string first;
  std::string rest;
};

Lines lines_of(const std::vector<std::string>& texts, Direction direction);

/// `lines` behind a prefix, as lines of `direction`: a paragraph of the other one is isolated, so that the prefix stays
/// on its side. A line that goes on from a soft one has no prefix.
Lines prefixed(const Lines& lines, const Prefix& prefix, Direction direction);

/// Adds `more` after as many blank lines; nothing when `more` is empty, and no blank line at the start.
void add(Lines& lines, Lines more, int blank_lines);

/// A text of `width` columns, filled up with spaces at the end.
std::string padded(std::string_view text, std::size_t width);

/// How lines are written.
struct Script {
  Direction direction = Direction::left_to_right;  ///< of the document
  BidiMarks bidi = BidiMarks::isolates;
  TextFormat format = TextFormat::fixed;
};

/// The lines as a file. Where a program that shows it might take a line to be written in another direction than it is
/// (from left to right, as most do with everything; from its first letter; in the document's direction), and it would
/// come out wrong, invisible marks say the right one.
std::string to_text(const Lines& lines, const Script& script);

}  // namespace handbill::plain
