// What the bidirectional algorithm would pull apart because it cannot know that it belongs together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace handbill {

/// A part of a paragraph that is to be isolated (UAX #9).
struct ForeignPart {
  enum class Kind : std::uint8_t {
    quotation,  ///< reads against the paragraph
    number,     ///< reads from left to right
    word,       ///< likewise
  };
  std::size_t begin = 0;  ///< UTF-16 offsets
  std::size_t end = 0;
  Kind kind = Kind::quotation;
};

/// Finds what reads in one direction inside a paragraph of the other, where an end of it would otherwise be taken for
/// the paragraph's, in order:
/// - what stands between quotation marks and is all in the other direction: its "!" stays with it;
/// - in a right-to-left paragraph, Latin words with signs ("C++", "#hashtag", "2.3.0-beta") and the groups of a
///   telephone number or a long figure, which are one number.
/// What is isolated already is left out.
std::vector<ForeignPart> find_foreign_parts(std::u16string_view text, Direction direction);

/// Whether anything in a left-to-right text could be reordered.
bool has_right_to_left(std::u16string_view text);

}  // namespace handbill
