#include "layout/page_plan.h"

#include "layout/setting.h"
#include "layout/styled.h"

namespace handbill {

Size page_size(const Composition& composition) {
  const auto size = paper_size(composition.input().edition.paper);
  if (!size) internal_error("an edition on a paper that does not exist");
  return *size;
}

Rect text_column(const Composition& composition) {
  const Size size = page_size(composition);
  const Margins& margins = composition.theme().margins;
  const bool mirrored = composition.language().right_to_left();
  return {.x = mirrored ? margins.end : margins.start,
          .y = margins.top,
          .width = size.width - margins.start - margins.end,
          .height = size.height - margins.top - margins.bottom};
}

void place_folio(Composition& composition, PagePlacer& placer, const Page& page, std::uint32_t index,
                 std::size_t pages) {
  const TypeSpec& type = composition.theme().folio;
  const Rect column = text_column(composition);
  const std::string text = composition.input().words.message(
      "page-of", {{"page", std::int64_t{index} + 1}, {"pages", static_cast<std::int64_t>(pages)}});
  const auto shaped = composition.shape(style_mark(composition, text, {.type = type}));
  FlowItem strip;
  Length top;
  add_lines(strip, set_text(shaped, column.width, {.type = type, .alignment = TextAlignment::end}),
            {Length(), column.width}, type, top);
  const Length middle = page.size.height - (page.size.height - column.bottom()) / 2;
  placer.place(Flow{std::move(strip)}, {column.x, middle - type.leading / 2, column.width, type.leading});
}

}  // namespace handbill
