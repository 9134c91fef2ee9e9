// cmark's inlines as ours.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "document/inline.h"
#include "source/cmark.h"
#include "source/html.h"
#include "source/locator.h"
#include "source/mapped_text.h"
#include "source/tokens.h"

namespace handbill {

/// What building needs to know about the text, and what it finds out on the way.
struct Building {
  const MappedText& text;     ///< what cmark read
  const LineIndex& lines;     ///< of that text
  const LineIndex& original;  ///< of what was written
  const Tokens& tokens;
  std::vector<std::string> footnote_labels = {};  ///< by the number that cmark gave them, from 1
  std::vector<std::string> known_labels = {};     ///< every footnote's that the text defines, sorted

  Diagnostics diagnostics = {};
  TagReport tags = {};
  std::vector<std::size_t> stray_shortcodes = {};  ///< tokens in addresses, where nothing can come of them
  bool reported_nesting = false;

  Place place(std::size_t offset) const { return original.place(text.original(offset)); }
  void report_nesting(const Place& place, const std::string& what, int limit);
};

/// The inlines in `parent`, which stand between `begin` and `end` of the text, as cmark has them: not tidied.
/// Shortcodes are still tokens, each in a Text of its own.
Inlines build_inlines(Building& building, cmark_node* parent, std::size_t begin, std::size_t end);

/// All text below `node`, for what is nested too deep to be kept as it is.
std::string flat_text(const Building& building, cmark_node* node);

/// Joins neighbouring texts, makes one space of several, drops what is empty, and takes white space and line breaks
/// from the ends and white space from around line breaks.
void tidy_inlines(Inlines& inlines);

}  // namespace handbill
