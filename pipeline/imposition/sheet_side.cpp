#include "imposition/sheet_side.h"

#include <algorithm>

namespace handbill {
namespace {

Point round_the_middle(const Size& sheet, const Point& point) {
  return {sheet.width - point.x, sheet.height - point.y};
}

Rect round_the_middle(const Size& sheet, const Rect& rect) {
  return {sheet.width - rect.right(), sheet.height - rect.bottom(), rect.width, rect.height};
}

}  // namespace

bool turns_like_a_page(const Size& sheet, Duplex duplex) {
  return duplex == page_edge(sheet);
}

Duplex page_edge(const Size& sheet) {
  return sheet.width > sheet.height ? Duplex::short_edge : Duplex::long_edge;
}

SheetSide turned_round(SheetSide side) {
  side.trim = round_the_middle(side.size, side.trim);
  side.bleed = round_the_middle(side.size, side.bleed);
  for (PlacedPage& page : side.pages) {
    page.trim = round_the_middle(side.size, page.trim);
    page.clip = round_the_middle(side.size, page.clip);
    page.turned = !page.turned;
  }
  for (MarkStroke& stroke : side.marks.strokes)
    stroke = {round_the_middle(side.size, stroke.from), round_the_middle(side.size, stroke.to)};
  for (InkPatch& patch : side.marks.patches) patch.rect = round_the_middle(side.size, patch.rect);
  return side;
}

Rect with_bleed(const Rect& rect, Length bleed, const Size& sheet) {
  return common({rect.x - bleed, rect.y - bleed, rect.width + bleed * 2, rect.height + bleed * 2},
                {Length(), Length(), sheet.width, sheet.height});
}

Rect common(const Rect& a, const Rect& b) {
  const Length left = std::max(a.x, b.x);
  const Length top = std::max(a.y, b.y);
  return {left, top, std::max(std::min(a.right(), b.right()) - left, Length()),
          std::max(std::min(a.bottom(), b.bottom()) - top, Length())};
}

}  // namespace handbill
