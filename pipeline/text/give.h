// What each glyph gives and takes when its line is justified.
#pragma once

#include <unicode/uscript.h>

#include <string_view>

#include "text/face.h"

namespace handbill {

/// In em.
struct GlyphGive {
  double stretch = 0;
  double shrink = 0;
};

/// A space between words gives half of its width and takes a third; the narrow one of many Arabic faces gives as much
/// as makes it as wide as others get. Behind an ideograph a line gives an eighth. The character at `offset` is the
/// first of the glyph's cluster, `advance` the glyph's.
GlyphGive give_of(std::u16string_view text, std::size_t offset, double advance);

/// Whether give_of() may be other than nothing for a character that starts with this unit.
inline bool may_give(char16_t unit) {
  constexpr char16_t no_break_space = 0x00A0;
  constexpr char16_t first_ideographic = 0x2E80;
  return unit == u' ' || unit == no_break_space || unit >= first_ideographic;
}

/// How far letters may be scaled beyond what spaces give.
inline constexpr double most_scaling = 0.02;

/// Letters may be scaled in scripts that have capitals: joined and ideographic ones would show it, and so would code.
bool can_be_scaled(UScriptCode script, const Face& face);

}  // namespace handbill
