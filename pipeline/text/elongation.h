// Kashida: where a word of joined letters may be made longer by drawing out the stroke between two of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace handbill {

/// What is drawn between two letters: U+0640 ARABIC TATWEEL, in a copy of the text that only shaping sees.
inline constexpr char16_t tatweel = u'\u0640';

struct ElongationPoint {
  std::uint32_t offset = 0;  ///< the stroke comes before the letter at this offset
  std::uint8_t rank = 0;     ///< how well it looks there: 0 is best
};

/// The best place in each Arabic word of [begin, end), in reading order; none in words of fewer than three letters, nor
/// behind a letter that carries a mark, nor between lam and alef. The ranks are those of the classes that Microsoft
/// published for Uniscribe (SCRIPT_JUSTIFY_ARABIC_*) and that other setters took up: where the author has drawn a
/// stroke already; behind seen and sad; before a final heh, teh marbuta or dal; before a final alef, tah, lam, kaf or
/// gaf; before a medial beh that a final reh or yeh follows; before a final waw, ain, qaf or feh; before any other
/// final letter. Of equal ones in a word the last counts.
std::vector<ElongationPoint> elongation_points(std::u16string_view text, std::uint32_t begin, std::uint32_t end);

/// How many strokes are drawn at a place.
struct Elongation {
  std::uint32_t offset = 0;
  std::uint32_t count = 0;
};

/// In order of their offsets.
using Elongations = std::vector<Elongation>;

}  // namespace handbill
