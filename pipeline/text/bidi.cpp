#include "text/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>

#include "core/bidi_controls.h"
#include "core/diagnostic.h"
#include "core/limits.h"

namespace handbill {
namespace {

/// Whether a UTF-16 unit may be, or start, a character that is written from right to left or steers direction. Wide of
/// the mark where that costs little: it decides only whether ICU is asked.
bool may_turn_direction(char16_t unit) {
  if (unit < 0x0590) return false;
  if (unit < 0x0900) return true;
  if (unit == 0x200E || unit == 0x200F) return true;
  if (unit >= 0x202A && unit <= 0x202E) return true;
  if (unit >= left_to_right_isolate && unit <= pop_isolate) return true;
  return (unit >= 0xD800 && unit < 0xE000) || (unit >= 0xFB1D && unit < 0xFE00) || (unit >= 0xFE70 && unit < 0xFF00);
}

/// Rule L1's white space, isolate and other format characters. Two spaces are left out: a figure space holds a number
/// together, an Ogham space is a stroke.
bool ends_lines_unseen(UChar32 c) {
  constexpr UChar32 figure_space = 0x2007;
  constexpr UChar32 ogham_space = 0x1680;
  constexpr std::uint32_t classes =
      U_MASK(U_WHITE_SPACE_NEUTRAL) | U_MASK(U_BLOCK_SEPARATOR) | U_MASK(U_SEGMENT_SEPARATOR) |
      U_MASK(U_BOUNDARY_NEUTRAL) | U_MASK(U_LEFT_TO_RIGHT_EMBEDDING) | U_MASK(U_LEFT_TO_RIGHT_OVERRIDE) |
      U_MASK(U_RIGHT_TO_LEFT_EMBEDDING) | U_MASK(U_RIGHT_TO_LEFT_OVERRIDE) | U_MASK(U_POP_DIRECTIONAL_FORMAT) |
      U_MASK(U_FIRST_STRONG_ISOLATE) | U_MASK(U_LEFT_TO_RIGHT_ISOLATE) | U_MASK(U_RIGHT_TO_LEFT_ISOLATE) |
      U_MASK(U_POP_DIRECTIONAL_ISOLATE);
  return (U_MASK(u_charDirection(c)) & classes) != 0 && c != figure_space && c != ogham_space;
}

UBidiPairedBracketType bracket_type(char16_t unit) {
  return static_cast<UBidiPairedBracketType>(u_getIntPropertyValue(unit, UCHAR_BIDI_PAIRED_BRACKET_TYPE));
}

/// Where the first bracket opens that stands in as many others as pairs are looked for in; the end when there is none.
/// All brackets are in the first plane.
std::size_t first_bracket_too_deep(std::u16string_view text) {
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const UBidiPairedBracketType type = bracket_type(text[at]);
    if (type == U_BPT_OPEN && ++depth > limits::bracket_nesting) return at;
    if (type == U_BPT_CLOSE && depth > 0) --depth;
  }
  return text.size();
}

/// The text with brackets for the bidi algorithm to pair as far as it must (UAX #9, BD16). ICU pairs all of them, and
/// looks through all that are open for each.
std::u16string with_shallow_brackets(std::u16string_view text) {
  std::u16string shallow(text);
  for (std::size_t at = first_bracket_too_deep(text); at < text.size(); ++at)
    if (bracket_type(text[at]) != U_BPT_NONE) shallow[at] = u'|';
  return shallow;
}

}  // namespace

std::vector<BidiLevel> bidi_levels(std::u16string_view text, Direction direction) {
  std::vector<BidiLevel> levels;
  const bool plain =
      direction == Direction::left_to_right && std::none_of(text.begin(), text.end(), may_turn_direction);
  if (plain || text.empty()) return levels;

  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
  const UBiDiLevel base = direction == Direction::right_to_left ? 1 : 0;
  const std::u16string shallow = with_shallow_brackets(text);
  ubidi_setPara(bidi.get(), shallow.data(), static_cast<std::int32_t>(text.size()), base, nullptr, &status);
  const UBiDiLevel* found = U_SUCCESS(status) ? ubidi_getLevels(bidi.get(), &status) : nullptr;
  if (found == nullptr || U_FAILURE(status)) internal_error("ICU's bidi algorithm refused a paragraph");
  levels.assign(found, found + text.size());
  return levels;
}

std::uint32_t trailing_space(std::u16string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end;
  while (at > begin) {
    std::uint32_t before = at;
    UChar32 c = 0;
    U16_PREV(text.data(), begin, before, c);
    if (!ends_lines_unseen(c)) break;
    at = before;
  }
  return at;
}

std::vector<std::int32_t> visual_order(const std::vector<BidiLevel>& levels) {
  std::vector<std::int32_t> order(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
  return order;
}

}  // namespace handbill
