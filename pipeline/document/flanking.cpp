#include "document/flanking.h"

#include <unicode/uchar.h>

namespace handbill {

Side side_of(char32_t character) {
  if (character < 0x80) {
    // A vertical tab is none: neither CommonMark nor cmark counts it.
    const bool space = character == ' ' || (character >= 9 && character <= 13 && character != 11);
    const bool letter_or_digit = (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
                                 (character >= 'a' && character <= 'z');
    if (space) return Side::space;
    return letter_or_digit || character < 0x21 || character == 0x7f ? Side::other : Side::punctuation;
  }
  const auto code = static_cast<UChar32>(character);
  if (u_charType(code) == U_SPACE_SEPARATOR) return Side::space;
  return (U_GET_GC_MASK(code) & U_GC_P_MASK) != 0 ? Side::punctuation : Side::other;
}

Flanking flanking(char delimiter, Side before, Side after) {
  if (before == Side::unsure || after == Side::unsure) return {true, true};
  const bool space_before = before == Side::space;
  const bool space_after = after == Side::space;
  const bool mark_before = before == Side::punctuation;
  const bool mark_after = after == Side::punctuation;
  const bool left = !space_after && (!mark_after || space_before || mark_before);
  const bool right = !space_before && (!mark_before || space_after || mark_after);
  if (delimiter != '_') return {left, right};
  return {left && (!right || mark_before), right && (!left || mark_after)};
}

}  // namespace handbill
