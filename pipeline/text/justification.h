// Making a line as wide as its measure.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/paragraph.h"

namespace handbill {

struct JustifyRequest {
  Length room;
  std::uint32_t visible_end = 0;  ///< before the spaces at the line's end
  std::u16string_view text;       ///< of the whole paragraph
};

/// Spreads or presses a line to its room: word spaces within their limits, then letters that may be scaled, and what is
/// then left to word spaces again, though never below a third of their width. Sets widths and Line::ratio. A line
/// without anything that gives stays as it is.
void justify(Line& line, const JustifyRequest& request);

}  // namespace handbill
