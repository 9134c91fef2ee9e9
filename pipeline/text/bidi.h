// The bidirectional algorithm (UAX #9), through ICU.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace handbill {

using BidiLevel = std::uint8_t;

/// The embedding level of every UTF-16 unit of a paragraph. Empty when all are level 0, which most text is.
std::vector<BidiLevel> bidi_levels(std::u16string_view text, Direction direction);

/// Where what is invisible at the end of a line starts (rule L1): white space, bidi and other format controls. `begin`
/// when the whole line is. Spaces that hold words together are visible.
std::uint32_t trailing_space(std::u16string_view text, std::uint32_t begin, std::uint32_t end);

/// Rule L2: for pieces of a line with these levels, in reading order, the order to show them in from left to right.
std::vector<std::int32_t> visual_order(const std::vector<BidiLevel>& levels);

}  // namespace handbill
