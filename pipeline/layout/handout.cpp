// The handout: a title block, contents where it is long, justified text, footnotes, links, page numbers.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

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
  set_passage(composition, flow, opening.kicker, column, {.type = theme.kicker});
  flow.space(2_pt);
  set_passage(composition, flow, opening.title, column, {.type = theme.title, .role = Role::heading1});
  flow.space(3_pt);
  const Passage date{.inlines = {Inline{Text{opening.date}, {}}}};
  set_passage(composition, flow, opening.date.empty() ? opening.subtitle : &date, column, {.type = theme.subtitle});
  flow.space(theme.heading_space);
}

void set_feature(Composition& composition, FlowBuilder& flow, const Opening& opening, const Column& column) {
  if (!opening.feature) return;
  flow.add(image_strip(opening.feature, column, page_size(composition).height * tallest_feature,
                       feature_node(composition, opening)));
  flow.space(composition.theme().heading_space * 0.8);
}

/// What stands across all columns at the head of the first page.
void set_head(Composition& composition, FlowBuilder& flow, const Opening& opening, const Column& column) {
  const Theme& theme = composition.theme();
  set_title_block(composition, flow, opening, column);
  set_feature(composition, flow, opening, column);
  set_passage(composition, flow, opening.lead, column, {.type = theme.lead});
  if (opening.lead != nullptr) flow.space(theme.paragraph_space * 1.4);
  set_contents(composition, flow, opening.body, column, Composition::root);
}

void set_body(Composition& composition, FlowBuilder& flow, const Opening& opening, const Column& column) {
  const Theme& theme = composition.theme();
  set_blocks(composition, flow, opening.body,
             {.column = column, .parent = Composition::root, .type = &theme.body, .justify = theme.justify});
}

/// A column's share of the flow and where it stands on its page.
struct FilledColumn {
  PageCut cut;
  Rect rect;
};

using FilledPages = std::vector<std::vector<FilledColumn>>;

FilledPages fill_one_column(Composition& composition, const Flow& flow, const NoteArea& notes, const Rect& area,
                            Filling& filling) {
  const Edition& edition = composition.input().edition;
  Filled filled = fill(
      composition, flow, notes, {.room = [&](std::size_t) { return area.height; }, .grid = {}},
      {.sides = static_cast<std::size_t>(edition.sides), .share = edition.fit && composition.theme().fit.share_space});
  filling = std::move(filled.filling);
  FilledPages pages;
  for (PageCut& cut : filled.cuts) pages.push_back({{std::move(cut), area}});
  return pages;
}

/// Several columns a page, numbered from the first; the first page's begin below the head.
struct ColumnGrid {
  Rect area;
  std::size_t columns = 1;
  Length width;
  Length gutter;
  Length line;            ///< the baseline grid
  Length head;            ///< height of the head on the page it ends on
  std::size_t first = 0;  ///< index of the page it ends on
  bool right_to_left = false;

  std::size_t page_of(std::size_t column) const { return first + column / columns; }

  Rect rect(std::size_t column) const {
    const Length start = (width + gutter) * static_cast<double>(column % columns);
    const Length top = page_of(column) == first ? head : Length();
    return {.x = right_to_left ? area.right() - start - width : area.x + start,
            .y = area.y + top,
            .width = width,
            .height = area.height - top};
  }
};

ColumnGrid make_grid(const Composition& composition, const Rect& area) {
  const Theme& theme = composition.theme();
  ColumnGrid grid{.area = area,
                  .columns = static_cast<std::size_t>(theme.columns),
                  .gutter = theme.gutter,
                  .line = theme.body.leading,
                  .right_to_left = composition.language().right_to_left()};
  grid.width = (area.width - grid.gutter * (theme.columns - 1)) / theme.columns;
  return grid;
}

/// The head at the top of its pages, and where on the last of them the columns begin.
FilledPages place_head(const Flow& head, ColumnGrid& grid) {
  FilledPages pages;
  for (PageCut& cut : paginate(head, {}, {.room = [&](std::size_t) { return grid.area.height; }, .grid = {}}))
    pages.push_back({{std::move(cut), grid.area}});
  grid.first = pages.size() - 1;
  grid.head = grid.line * std::ceil((pages.back().back().cut.used + grid.line) / grid.line);
  const Length smallest = grid.line * 6;
  if (grid.area.height - grid.head < smallest) {
    ++grid.first;
    grid.head = Length();
  }
  return pages;
}

/// The head as it stands, and the body in columns below it, which start on the page's grid.
FilledPages fill_columns(Composition& composition, const Flow& head, const Flow& body, const NoteArea& notes,
                         ColumnGrid& grid, Filling& filling) {
  FilledPages pages = place_head(head, grid);
  const auto sides = static_cast<std::size_t>(composition.input().edition.sides);
  const std::size_t allowed = sides == 0 ? 0 : std::max<std::size_t>(sides, grid.first + 1) - grid.first;
  const Columns columns{.room = [&](std::size_t column) { return grid.rect(column).height; }, .grid = grid.line};
  Filled filled = fill(composition, body, notes, columns, {.sides = allowed * grid.columns});
  auto& cuts = filled.cuts;
  filling = std::move(filled.filling);
  if (!cuts.empty()) {
    const std::size_t before = (cuts.size() - 1) % grid.columns;  // full ones on the last page
    filling.last = (static_cast<double>(before) + filling.last) / static_cast<double>(grid.columns);
    balance(body, cuts, {.first = cuts.size() - 1 - before, .columns = grid.columns}, notes, columns);
  }
  for (std::size_t column = 0; column < cuts.size(); ++column) {
    pages.resize(std::max(pages.size(), grid.page_of(column) + 1));
    pages[grid.page_of(column)].push_back({std::move(cuts[column]), grid.rect(column)});
  }
  return pages;
}

/// The first page that each destination stands on.
std::map<std::string, std::uint32_t> destinations_on(const FilledPages& pages) {
  std::map<std::string, std::uint32_t> destinations;
  for (std::size_t i = 0; i < pages.size(); ++i)
    for (const FilledColumn& column : pages[i])
      for (const PlacedItem& placed : column.cut.items)
        for (const std::string& id : placed.item->extras->destinations)
          destinations.emplace(id, static_cast<std::uint32_t>(i));
  return destinations;
}

/// The document's blocks as they follow each other: across the page at its head, and in columns below that.
struct Flows {
  Flow head;  ///< all there is where there are no columns
  Flow columns;
  NoteArea notes;
};

PassResult place_pages(Composition& composition, const FilledPages& filled, const NoteArea& notes,
                       const Opening& opening) {
  PassResult result;
  composition.announce(destinations_on(filled));
  const std::optional<Folios> folios =
      filled.size() > 1 ? std::optional<Folios>(std::in_place, composition, filled.size()) : std::nullopt;
  const std::optional<RunningHead> running_head =
      filled.size() > 1 ? std::optional<RunningHead>(std::in_place, composition, opening) : std::nullopt;
  for (std::size_t i = 0; i < filled.size(); ++i) {
    const auto index = static_cast<std::uint32_t>(i);
    Page page{.size = page_size(composition),
              .bleed = composition.input().edition.bleed,
              .label = page_label(composition, index)};
    PagePlacer placer(composition, result.gathered, page, index);
    if (i > 0) running_head->place(composition, placer, index);
    const Length aside = text_column(composition, index).x - text_column(composition).x;
    for (const FilledColumn& column : filled[i]) {
      Rect rect = column.rect;
      rect.x += aside;
      placer.place(column.cut.items, rect);
      placer.place_notes(notes, column.cut.notes, rect);
    }
    if (folios) folios->place(composition, placer, index);
    result.pages.push_back(std::move(page));
  }
  return result;
}

Flows set_flows(Composition& composition, const Opening& opening, const ColumnGrid& grid) {
  const Column column{Length(), grid.width};
  FlowBuilder head;
  set_head(composition, head, opening, {Length(), grid.area.width});
  FlowBuilder columns;
  FlowBuilder& body = grid.columns == 1 ? head : columns;
  set_body(composition, body, opening, column);
  NotesToSet notes = set_notes(composition, column, Composition::root);
  set_link_list(composition, body, column, Composition::root);

  composition.carry_out();
  Flows flows{
      .head = head.take(), .columns = columns.take(), .notes = note_area(composition.theme(), std::move(notes))};
  if (!opening.title_id.empty()) flows.head.front().extras.edit().destinations.push_back(opening.title_id);
  attach_notes(composition, flows.notes, flows.head);
  attach_notes(composition, flows.notes, flows.columns);
  return flows;
}

}  // namespace

PassResult compose_handout(Composition& composition) {
  const Rect area = text_column(composition);
  const Opening& opening = composition.opening();
  ColumnGrid grid = make_grid(composition, area);
  const Flows flows = set_flows(composition, opening, grid);
  Filling filling;
  const FilledPages pages = grid.columns == 1
                                ? fill_one_column(composition, flows.head, flows.notes, area, filling)
                                : fill_columns(composition, flows.head, flows.columns, flows.notes, grid, filling);
  PassResult result;
  if (!composition.ends_with_cuts()) result = place_pages(composition, pages, flows.notes, opening);
  result.filling = std::move(filling);
  return result;
}

}  // namespace handbill
