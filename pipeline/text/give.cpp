#include "text/give.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>

namespace handbill {
namespace {

/// Chinese and Japanese characters, which stand without spaces; Korean has them.
bool stands_alone(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  if (width != U_EA_WIDE && width != U_EA_FULLWIDTH) return false;
  return !uscript_hasScript(c, USCRIPT_HANGUL) || uscript_hasScript(c, USCRIPT_HAN);
}

}  // namespace

GlyphGive give_of(std::u16string_view text, std::size_t offset, double advance) {
  constexpr double wide_space = 0.39;  // em: what an ordinary space, a quarter of an em and a little more, stretches to
  constexpr char16_t no_break_space = 0x00A0;
  const char16_t unit = text[offset];
  if (!may_give(unit)) return {};
  if (unit == u' ' || unit == no_break_space) return {std::max(advance / 2, wide_space - advance), advance / 3};
  UChar32 c = 0;
  U16_NEXT(text.data(), offset, text.size(), c);
  return stands_alone(c) ? GlyphGive{advance / 8, 0} : GlyphGive{};
}

bool can_be_scaled(UScriptCode script, const Face& face) {
  return uscript_isCased(script) != 0 && !face.fixed_pitch();
}

}  // namespace handbill
