#include "design/on_paper.h"

#include <algorithm>

#include "design/copyfit.h"

namespace handbill {
namespace {

Length in_proportion(Length margin, double factor) {
  constexpr Length narrowest = 9_mm;
  return std::max(margin * factor, std::min(margin, narrowest));
}

}  // namespace

Theme on_paper(Theme theme, const Size& paper) {
  if (theme.drawn_for) {
    const double factor = paper.height / theme.drawn_for->height;
    return enlarged(std::move(theme), factor);
  }
  if (!theme.margins_for || *theme.margins_for == paper) return theme;
  const double across = paper.width / theme.margins_for->width;
  const double down = paper.height / theme.margins_for->height;
  for (Length* margin : {&theme.margins.start, &theme.margins.end}) *margin = in_proportion(*margin, across);
  for (Length* margin : {&theme.margins.top, &theme.margins.bottom}) *margin = in_proportion(*margin, down);
  theme.gutter = theme.gutter * across;
  return theme;
}

}  // namespace handbill
