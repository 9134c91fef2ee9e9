// Finished lines, and what is put before them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace handbill::plain {

/// A line and the direction it reads in. A blank line has neither.
struct Line {
  std::string text;
  Direction direction = Direction::left_to_right;
};

using Lines = std::vector<Line>;

/// What stands before the lines of a list item or quotation: `first` before the first, `rest` before the others.
struct Prefix {
  std::string first;
  std::string rest;
};

Lines lines_of(const std::vector<std::string>& texts, Direction direction);

/// `lines` behind a prefix, as lines of `direction`: a line of the other one is isolated, so that the prefix stays on
/// its side.
Lines prefixed(const Lines& lines, const Prefix& prefix, Direction direction);

/// Adds `more` after as many blank lines; nothing when `more` is empty, and no blank line at the start.
void add(Lines& lines, Lines more, int blank_lines);

/// A text of `width` columns, filled up with spaces at the end.
std::string padded(std::string_view text, std::size_t width);

/// The lines as a file.
std::string to_text(const Lines& lines);

}  // namespace handbill::plain
