#include "render/plain/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "core/files.h"
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

/// From left to right, as UAX #9 orders a line that is written in `direction`.
std::u16string as_shown(const std::u16string& line, Direction direction) {
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
  UErrorCode status = U_ZERO_ERROR;
  const auto length = static_cast<std::int32_t>(line.size());
  const UBiDiLevel level = direction == Direction::right_to_left ? 1 : 0;
  ubidi_setPara(bidi.get(), line.data(), length, level, nullptr, &status);
  std::u16string shown(line.size(), u' ');
  const std::int32_t size =
      ubidi_writeReordered(bidi.get(), shown.data(), length, UBIDI_DO_MIRRORING | UBIDI_REMOVE_BIDI_CONTROLS, &status);
  if (U_FAILURE(status)) throw MachineError("ICU cannot order a line of mixed direction");
  shown.resize(static_cast<std::size_t>(size));
  return shown;
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
  return std::string(initiator_of(direction)).append(text).append(end_of_isolate);
}

std::string marked(std::string_view text, Direction direction) {
  if (text.empty()) return {};
  if (first_direction(to_utf16(text)).value_or(Direction::left_to_right) == direction) return std::string(text);
  return std::string(mark_of(direction)) + std::string(text);
}

bool changes_order(std::string_view text, Direction direction, Direction taken) {
  if (direction == taken) return false;
  std::u16string units = to_utf16(text);
  units.erase(0, std::min(units.find_first_not_of(u' '), units.size()));
  units.erase(units.find_last_not_of(u' ') + 1);
  return as_shown(units, direction) != as_shown(units, taken);
}

std::string without_controls(std::string_view text) {
  std::u16string units = to_utf16(text);
  std::erase_if(units, [](char16_t unit) { return u_hasBinaryProperty(unit, UCHAR_BIDI_CONTROL) != 0; });
  return to_utf8(units);
}

}  // namespace handbill::plain
