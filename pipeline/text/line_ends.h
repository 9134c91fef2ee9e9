// Where lines may end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/paragraph.h"
#include "text/pieces.h"
#include "text/segmenters.h"

namespace handbill {

struct LineEnd {
  std::uint32_t offset = 0;
  BreakKind kind = BreakKind::allowed;
};

/// All of a paragraph's: by UAX #14 and the paragraph's language, but for those between words that the language keeps
/// together. The last is the end of the text.
std::vector<LineEnd> find_line_ends(const StyledText& styled, std::u16string_view text, const Segmenters& segmenters);

}  // namespace handbill
