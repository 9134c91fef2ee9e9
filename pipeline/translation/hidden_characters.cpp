#include "translation/hidden_characters.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <vector>

#include "core/bidi_controls.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

constexpr UChar32 left_to_right_embedding = 0x202A;
constexpr UChar32 right_to_left_embedding = 0x202B;
constexpr UChar32 pop_formatting = 0x202C;
constexpr UChar32 left_to_right_override = 0x202D;
constexpr UChar32 right_to_left_override = 0x202E;

/// What closes an embedding or isolate; 0 for a character that opens none.
UChar32 closer_of(UChar32 character) {
  if (character == left_to_right_embedding || character == right_to_left_embedding) return pop_formatting;
  if (character >= left_to_right_isolate && character <= first_strong_isolate) return pop_isolate;
  return 0;
}

bool is_unprintable(UChar32 character) {
  if (character == '\t' || character == '\n') return false;
  const bool deprecated_format = character >= 0x206A && character <= 0x206F;
  const bool interlinear = character >= 0xFFF9 && character <= 0xFFFB;
  const bool tag = character >= 0xE0000 && character <= 0xE007F;
  const bool noncharacter = u_hasBinaryProperty(character, UCHAR_NONCHARACTER_CODE_POINT) != 0;
  return u_charType(character) == U_CONTROL_CHAR || character == 0xFEFF || deprecated_format || interlinear || tag ||
         noncharacter;
}

struct Found {
  std::string_view code;
  UChar32 character;
  std::string_view why;
};

std::optional<Found> find_hidden(const icu::UnicodeString& text) {
  std::vector<UChar32> open;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 character = text.char32At(at);
    if (is_unprintable(character)) return Found{"control-character", character, "which cannot be printed"};
    if (character == left_to_right_override || character == right_to_left_override)
      return Found{"bidi-control", character, "which changes the order in which the text is read"};
    if (closer_of(character) != 0) open.push_back(character);
    if (character != pop_formatting && character != pop_isolate) continue;
    if (open.empty() || closer_of(open.back()) != character)
      return Found{"bidi-control", character, "which closes nothing"};
    open.pop_back();
  }
  if (open.empty()) return std::nullopt;
  return Found{"bidi-control", open.back(), "which is never closed"};
}

}  // namespace

std::optional<Diagnostic> find_hidden_character(std::string_view utf8, std::string_view what, const Place& place) {
  const auto found = find_hidden(to_icu(utf8));
  if (!found) return std::nullopt;
  return Diagnostic{Severity::error,
                    place,
                    std::string(found->code),
                    fmt::format("{} has the invisible character U+{:04X}, {}", what,
                                static_cast<std::uint32_t>(found->character), found->why),
                    {"delete the invisible character, or type the text anew"}};
}

bool is_invisible(std::string_view utf8) {
  const auto text = to_icu(utf8);
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 character = text.char32At(at);
    if (u_hasBinaryProperty(character, UCHAR_WHITE_SPACE) == 0 &&
        u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0)
      return false;
  }
  return true;
}

}  // namespace handbill
