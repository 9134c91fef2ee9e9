#include "render/plain/bidi.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <optional>

#include "core/unicode.h"

namespace handbill::plain {
namespace {

std::optional<Direction> direction_of(UChar32 character) {
  switch (u_charDirection(character)) {
    case U_LEFT_TO_RIGHT:
      return Direction::left_to_right;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return Direction::right_to_left;
    default:  // the other classes have no direction of their own
      return std::nullopt;
  }
}

bool opens_isolate(UChar32 character) {
  return character == left_to_right_isolate || character == right_to_left_isolate || character == first_strong_isolate;
}

/// Rule P2: the first letter that is not inside an isolate.
std::optional<Direction> first_direction(std::u16string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    UChar32 character = 0;
    U16_NEXT(text.data(), at, text.size(), character);
    if (opens_isolate(character)) ++depth;
    if (character == pop_isolate && depth > 0) --depth;
    if (depth > 0) continue;
    if (const auto direction = direction_of(character)) return direction;
  }
  return std::nullopt;
}

}  // namespace

bool has_letters_of(std::string_view text, Direction direction) {
  return has_letters_of(to_utf16(text), direction);
}

bool has_letters_of(std::u16string_view text, Direction direction) {
  for (std::size_t at = 0; at < text.size();) {
    UChar32 character = 0;
    U16_NEXT(text.data(), at, text.size(), character);
    if (direction_of(character) == direction) return true;
  }
  return false;
}

std::string isolated(std::string_view text, Direction direction) {
  const char16_t open = direction == Direction::right_to_left ? right_to_left_isolate : left_to_right_isolate;
  return to_utf8(static_cast<char32_t>(open)) + std::string(text) + to_utf8(static_cast<char32_t>(pop_isolate));
}

std::string directed(std::string_view line, Direction direction) {
  if (line.empty()) return {};
  if (first_direction(to_utf16(line)).value_or(Direction::left_to_right) == direction) return std::string(line);
  return std::string(mark_of(direction)) + std::string(line);
}

}  // namespace handbill::plain
