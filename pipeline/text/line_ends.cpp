#include "text/line_ends.h"

namespace handbill {
namespace {

constexpr char16_t soft_hyphen = 0x00AD;

BreakKind kind_of_break(std::u16string_view text, std::uint32_t end, int status) {
  if (end == text.size() || status >= UBRK_LINE_HARD) return BreakKind::forced;
  return text[end - 1] == soft_hyphen ? BreakKind::hyphen : BreakKind::allowed;
}

}  // namespace

std::vector<LineEnd> find_line_ends(const StyledText& styled, std::u16string_view text, const Segmenters& segmenters) {
  std::vector<LineEnd> ends;
  if (text.empty()) return ends;
  const auto lines = segmenters.lines(styled.language, text);
  const Cohesion* cohesion = styled.cohesion.get();
  for (std::int32_t at = ubrk_next(lines.get()); at != UBRK_DONE; at = ubrk_next(lines.get())) {
    const auto end = static_cast<std::uint32_t>(at);
    const BreakKind kind = kind_of_break(text, end, ubrk_getRuleStatus(lines.get()));
    if (kind == BreakKind::allowed && cohesion != nullptr && cohesion->holds(text, end)) continue;
    ends.push_back({end, kind});
  }
  return ends;
}

}  // namespace handbill
