// Inlines as a flat row of pieces, the first step of writing them as Markdown: what stands next to a piece decides how
// it has to be written, and in a row neighbours are easy to see.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "document/inline.h"

namespace handbill {

struct Atom {
  enum class Kind : std::uint8_t {
    text,      ///< `text` is meant literally
    verbatim,  ///< `text` is Markdown already: code, brackets, addresses
    address,   ///< a link whose text is its address: `text`, leading to `target`
    open,      ///< the start of emphasis, strong or strikethrough
    close,     ///< its end
  };
  Kind kind = Kind::text;
  std::string text;
  std::string target;            ///< Kind::address
  char delimiter = 0;            ///< open and close: * _ ~
  bool is_double = false;        ///< open and close: ** or ~~
  std::size_t partner = 0;       ///< open and close: the index of the other one
  bool in_brackets = false;      ///< inside a link's text or an image's alternative text
  bool separate_before = false;  ///< open and close: an empty comment keeps it from what is before or after
  bool separate_after = false;
};

/// The pieces of `inlines`, neighbouring texts joined. Emphasis inside emphasis, a link inside a link and empty
/// emphasis say nothing more and are left out, as they are when Markdown is read.
std::vector<Atom> atoms_of(const Inlines& inlines);

}  // namespace handbill
