// cmark's tree as our blocks.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "document/document.h"
#include "source/cmark.h"
#include "source/inline_builder.h"

namespace handbill {

struct BuiltBlocks {
  Blocks blocks;
  std::vector<Footnote> footnotes;  ///< those that are mentioned, numbered as cmark numbers them
  std::vector<std::pair<std::size_t, std::size_t>> code_lines;  ///< first and last of each code block, from 1, in order
};

/// Builds the blocks below `root`. Passages are not tidied, have no units, headings no ids; shortcodes are still
/// tokens, and every image is still in a paragraph. Sets the building's footnote labels.
BuiltBlocks build_blocks(Building& building, cmark_node* root);

/// A footnote's definition as a line of the text has it.
struct FootnoteLine {
  std::string label;
  std::size_t line = 0;    ///< from 1
  std::size_t offset = 0;  ///< of its bracket, in the text
};

/// Every line of `text` that looks like the start of a footnote: "[^label]:", in quotes and lists too.
std::vector<FootnoteLine> footnote_lines(const std::string& text);

}  // namespace handbill
