#include "layout/page_plan.h"

#include "layout/opening.h"
#include "layout/setting.h"
#include "layout/styled.h"

namespace handbill {

Size page_size(const Composition& composition) {
  const auto size = paper_size(composition.input().edition.paper);
  if (!size) internal_error("an edition on a paper that does not exist");
  return *size;
}

namespace {

/// The second side of a leaf that is bound.
bool is_bound_back(const Composition& composition, std::uint32_t index) {
  return composition.input().edition.imposition.kind == Impose::booklet && index % 2 == 1;
}

/// `usual`, or the other side on a leaf's back.
TextAlignment outer(const Composition& composition, std::uint32_t index, TextAlignment usual) {
  if (!is_bound_back(composition, index)) return usual;
  return usual == TextAlignment::start ? TextAlignment::end : TextAlignment::start;
}

}  // namespace

Rect text_column(const Composition& composition, std::uint32_t index) {
  const Size size = page_size(composition);
  const Margins& margins = composition.theme().margins;
  const bool mirrored = composition.language().right_to_left() != is_bound_back(composition, index);
  return {.x = mirrored ? margins.end : margins.start,
          .y = margins.top,
          .width = size.width - margins.start - margins.end,
          .height = size.height - margins.top - margins.bottom};
}

StructureId feature_node(Composition& composition, const Opening& opening) {
  const Passage* words = opening.feature_alt;
  return composition.figure(words == nullptr ? std::string() : plain_text(words->inlines), Composition::root,
                            composition.input().document.front.place);
}

namespace {

/// Sets a mark of ours on one line at a height in the margins.
struct MarginLine {
  const ShapedTextPtr& shaped;
  TextAlignment alignment;
  Length middle;  ///< of the line, from the page's top
  std::uint32_t page = 0;
};

void place_margin_line(const Composition& composition, PagePlacer& placer, const MarginLine& line) {
  const TypeSpec& type = composition.theme().folio;
  const Rect column = text_column(composition, line.page);
  FlowItem strip;
  Length top;
  add_lines(strip, set_text(line.shaped, column.width, {.type = type, .alignment = line.alignment}),
            {Length(), column.width}, type, top);
  placer.place(Flow{std::move(strip)}, {column.x, line.middle - type.leading / 2, column.width, type.leading});
}

}  // namespace

void place_running_head(Composition& composition, PagePlacer& placer, std::uint32_t index) {
  const Passage* title = opening_of(composition.input()).title;
  if (title == nullptr) return;
  const TypeSpec& type = composition.theme().folio;
  const Rect column = text_column(composition);
  const auto shaped = composition.shape(style_mark(composition, plain_text(title->inlines), {.type = type}));
  if (!fits(shaped->natural_width(), column.width)) return;
  place_margin_line(composition, placer,
                    {.shaped = shaped,
                     .alignment = outer(composition, index, TextAlignment::start),
                     .middle = column.y * 0.62,
                     .page = index});
}

void place_folio(Composition& composition, PagePlacer& placer, const Page& page, std::uint32_t index,
                 std::size_t pages) {
  const TypeSpec& type = composition.theme().folio;
  const Rect column = text_column(composition);
  const std::string text = composition.input().words.message(
      "page-of", {{"page", std::int64_t{index} + 1}, {"pages", static_cast<std::int64_t>(pages)}});
  const auto shaped = composition.shape(style_mark(composition, text, {.type = type}));
  const Length middle = page.size.height - (page.size.height - column.bottom()) / 2;
  place_margin_line(
      composition, placer,
      {.shaped = shaped, .alignment = outer(composition, index, TextAlignment::end), .middle = middle, .page = index});
}

}  // namespace handbill
