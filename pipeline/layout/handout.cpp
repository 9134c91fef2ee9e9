// The handout: a title block, contents where it is long, justified text, footnotes, links, page numbers.
#include "layout/back_matter.h"
#include "layout/blocks.h"
#include "layout/contents.h"
#include "layout/opening.h"
#include "layout/page_plan.h"

namespace handbill {
namespace {

constexpr double tallest_feature = 0.28;  // of a page's height

void set_title_block(Composition& composition, FlowBuilder& flow, const Opening& opening, const Column& column) {
  const Theme& theme = composition.theme();
  FlowItem rule{.height = theme.bar};
  rule.marks.push_back(
      BoxMark{.start = column.start, .width = column.measure, .height = theme.bar, .colour = theme.primary});
  flow.add(std::move(rule));
  flow.space(6_pt);
  const auto add = [&](const Passage* passage, const TypeSpec& type, Role role) {
    if (passage == nullptr) return;
    const StructureId structure = composition.node(role, Composition::root, passage->place);
    if (passage->language) composition[structure].language = passage->language;
    set_passage(composition, flow, *passage, column, {.type = type, .structure = structure});
  };
  add(opening.kicker, theme.kicker, Role::paragraph);
  flow.space(2_pt);
  add(opening.title, theme.title, Role::heading1);
  flow.space(3_pt);
  const Passage date{.inlines = {Inline{Text{opening.date}, {}}}};
  add(opening.date.empty() ? opening.subtitle : &date, theme.subtitle, Role::paragraph);
  flow.space(theme.heading_space);
}

void set_feature(Composition& composition, FlowBuilder& flow, const Opening& opening, const Column& column) {
  if (!opening.feature) return;
  const StructureId figure =
      composition.node(Role::figure, Composition::root, composition.input().document.front.place);
  if (opening.feature_alt != nullptr) composition[figure].alternative = plain_text(opening.feature_alt->inlines);
  flow.add(image_strip(opening.feature, column, page_size(composition).height * tallest_feature, figure));
  flow.space(composition.theme().heading_space * 0.8);
}

Flow set_flow(Composition& composition, const Column& column) {
  const Theme& theme = composition.theme();
  const Opening opening = opening_of(composition.input());
  FlowBuilder flow;
  set_title_block(composition, flow, opening, column);
  set_feature(composition, flow, opening, column);
  if (opening.lead != nullptr) {
    const StructureId lead = composition.node(Role::paragraph, Composition::root, opening.lead->place);
    set_passage(composition, flow, *opening.lead, column, {.type = theme.lead, .structure = lead});
    flow.space(theme.paragraph_space * 1.4);
  }
  set_contents(composition, flow, opening.body, column, Composition::root);
  set_blocks(composition, flow, Blocks(opening.body.begin(), opening.body.end()),
             {.column = column, .parent = Composition::root, .type = &theme.body, .justify = theme.justify});
  set_link_list(composition, flow, column, Composition::root);
  Flow strips = flow.take();
  if (!opening.title_id.empty()) strips.front().destinations.push_back(opening.title_id);
  attach_notes(composition, strips);
  return strips;
}

}  // namespace

PassResult compose_handout(Composition& composition) {
  const Rect area = text_column(composition);
  const Column column{Length(), area.width};
  const Flow flow = set_flow(composition, column);
  const NoteArea notes = set_notes(composition, column, Composition::root);
  const auto cuts = paginate(flow, notes, [&](std::size_t) { return area.height; });

  PassResult result;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const auto index = static_cast<std::uint32_t>(i);
    Page page{.size = page_size(composition), .label = page_label(composition, index)};
    PagePlacer placer(composition, result.gathered, page, index);
    if (i > 0) place_running_head(composition, placer);
    placer.place(cuts[i].items, area);
    placer.place_notes(notes, cuts[i].notes, area);
    if (cuts.size() > 1) place_folio(composition, placer, page, index, cuts.size());
    result.pages.push_back(std::move(page));
  }
  return result;
}

}  // namespace handbill
