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

/// A mark of ours on one line.
Flow margin_line(const Composition& composition, const SetText& text) {
  FlowItem strip;
  Length top;
  add_lines(strip, text, {Length(), text_column(composition).width}, composition.theme().folio, top);
  return {std::move(strip)};
}

/// Where it stands: how far from the page's top its middle is, and on which page.
struct MarginPlace {
  Length middle;
  std::uint32_t page = 0;
};

void place_in_margin(const Composition& composition, PagePlacer& placer, const Flow& line, const MarginPlace& where) {
  const Length leading = composition.theme().folio.leading;
  const Rect column = text_column(composition, where.page);
  placer.place(line, {column.x, where.middle - leading / 2, column.width, leading});
}

}  // namespace

RunningHead::RunningHead(Composition& composition, const Opening& opening) {
  if (opening.title == nullptr) return;
  const TypeSpec& type = composition.theme().folio;
  const Length measure = text_column(composition).width;
  const ShapedPassage shaped =
      composition.shape(style_mark(composition, plain_text(opening.title->inlines), {.type = type}));
  if (!fits(shaped->natural_width(), measure)) return;
  for (const std::uint32_t side : {0U, 1U}) {
    const SettingOptions options{.alignment = outer(composition, side, TextAlignment::start)};
    sides_.push_back(margin_line(composition, composition.set(shaped, measure, options)));
  }
}

void RunningHead::place(const Composition& composition, PagePlacer& placer, std::uint32_t index) const {
  if (sides_.empty()) return;
  place_in_margin(composition, placer, sides_[index % 2], {.middle = text_column(composition).y * 0.62, .page = index});
}

Folios::Folios(Composition& composition, std::size_t pages) {
  const TypeSpec& type = composition.theme().folio;
  const Length measure = text_column(composition).width;
  std::vector<FlowPartPtr> parts;
  for (std::uint32_t index = 0; index < pages; ++index) {
    const std::string words = composition.input().words.message(
        "page-of", {{"page", std::int64_t{index} + 1}, {"pages", static_cast<std::int64_t>(pages)}});
    const SettingOptions options{.alignment = outer(composition, index, TextAlignment::end)};
    parts.push_back(composition.later([&composition, text = style_mark(composition, words, {.type = type}), measure,
                                       options](TextSetter& setter) mutable {
      return margin_line(composition, setter.set(std::move(text), measure, options));
    }));
  }
  composition.carry_out();
  for (const FlowPartPtr& part : parts) folios_.push_back(part->take());
}

void Folios::place(const Composition& composition, PagePlacer& placer, std::uint32_t index) const {
  const Length height = page_size(composition).height;
  const Length middle = height - (height - text_column(composition).bottom()) / 2;
  place_in_margin(composition, placer, folios_[index], {.middle = middle, .page = index});
}

}  // namespace handbill
