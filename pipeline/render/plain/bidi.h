// Keeping text of two directions apart by characters: isolates and direction marks (UAX #9).
#pragma once

#include <string>
#include <string_view>

#include "core/bidi_controls.h"
#include "core/language.h"

namespace handbill::plain {

inline constexpr std::string_view left_to_right_mark = "\u200E";
inline constexpr std::string_view right_to_left_mark = "\u200F";

/// The invisible mark that counts as a letter of `direction`.
constexpr std::string_view mark_of(Direction direction) {
  return direction == Direction::right_to_left ? right_to_left_mark : left_to_right_mark;
}

/// Whether a letter in `text` is written in `direction`; digits and punctuation are written in neither.
bool has_letters_of(std::string_view text, Direction direction);
bool has_letters_of(std::u16string_view text, Direction direction);

/// What opens an isolate of `direction`, and what closes any.
constexpr std::string_view initiator_of(Direction direction) {
  return direction == Direction::right_to_left ? "\u2067" : "\u2066";
}
inline constexpr std::string_view end_of_isolate = "\u2069";

/// `text` between an isolate initiator of `direction` and its end.
std::string isolated(std::string_view text, Direction direction);

/// A text with a mark before it where a program that takes the direction of a paragraph from its first letter (rules P2
/// and P3) would show it in the other one. A text without letters counts as left to right.
std::string marked(std::string_view text, Direction direction);

/// Whether a text comes out in another order when the program that shows it takes everything to be written in `taken`
/// and not in `direction`, as terminals and forms do. Spaces at its ends do not count.
bool changes_order(std::string_view text, Direction direction, Direction taken);

/// A text without bidi controls of any kind: marks, embeddings, overrides and isolates.
std::string without_controls(std::string_view text);

}  // namespace handbill::plain
