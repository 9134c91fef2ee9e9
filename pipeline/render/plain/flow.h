// A passage as a flow of characters, ready to be broken into lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace handbill::plain {

/// Characters that stay together: no line is broken between `begin` and `end`.
struct Keep {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// UTF-16, because ICU's break iterators count in it. A '\n' is a line break that the author asked for.
struct Flow {
  Language language;
  std::u16string text;
  std::vector<Keep> keeps;

  bool empty() const { return text.empty(); }
};

/// Adds characters, without soft hyphens: a line of plain text never ends in a hyphen that is not the author's.
void append(Flow& flow, std::string_view utf8);

/// Adds a line break.
void append_break(Flow& flow);

/// Adds characters that stay on one line, together with the character before them.
void append_joined(Flow& flow, std::string_view utf8);

/// Adds what reads from left to right whatever surrounds it: code.
void append_verbatim(Flow& flow, std::string_view utf8);

/// Adds what reads from left to right and is never broken: an address.
void append_address(Flow& flow, std::string_view address);

/// Adds another flow, isolated where it is written in the other direction.
void append(Flow& flow, const Flow& other);

/// Forbids a line break right before or right after the character at `offset`, a mark that opens or closes a phrase.
void keep_with_next(Flow& flow, std::size_t offset);
void keep_with_previous(Flow& flow, std::size_t offset);

}  // namespace handbill::plain
