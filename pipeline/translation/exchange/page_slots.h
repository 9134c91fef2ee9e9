// A page as a row of texts that can be laid beside those of another page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "document/document.h"

namespace handbill {

/// One text of a page, or a code block or rule, which has none but shows where one is.
struct PageSlot {
  enum class Kind : std::uint8_t { heading, paragraph, cell, figure, call, code, rule };
  Kind kind = Kind::paragraph;
  int shape = 0;                     ///< the same for the same level of heading, depth of lists, column of a table, …
  int links = 0;                     ///< the same for the same addresses
  int numbers = 0;                   ///< the same for the same digits, whatever digits they are written in
  std::size_t length = 0;            ///< of the text, in characters
  const Passage* passage = nullptr;  ///< borrowed; null for code and rules
  Place place;
};

/// Gives the same number to the same text.
class Numbering {
 public:
  int operator()(const std::string& text) {
    return numbers_.emplace(text, static_cast<int>(numbers_.size())).first->second;
  }

 private:
  std::map<std::string, int> numbers_;
};

/// What the slots of two pages are numbered by; the same for both.
struct SlotNumbers {
  Numbering shapes;
  Numbering links;
  Numbering digits;
};

/// A page's blocks in reading order, without front matter and footnotes. Borrows them.
std::vector<PageSlot> slots_of(const Blocks& blocks, SlotNumbers& numbers);

}  // namespace handbill
