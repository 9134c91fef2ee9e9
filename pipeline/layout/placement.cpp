#include "layout/placement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layout/setting.h"
#include "layout/styled.h"

namespace handbill {

PagePlacer::PagePlacer(Composition& composition, Gathered& gathered, Page& page, std::uint32_t index)
    : composition_(composition),
      gathered_(gathered),
      page_(page),
      index_(index),
      right_to_left_(composition.language().right_to_left()) {}

void PagePlacer::begin_group(Point origin, int quarter_turns) {
  group_ = PlacedGroup{.origin = origin, .quarter_turns = quarter_turns, .marks = {}};
}

void PagePlacer::end_group() {
  page_.marks.emplace_back(std::move(*group_));
  group_.reset();
}

Length PagePlacer::left(const Rect& column, Length start, Length width) const {
  return right_to_left_ ? column.right() - start - width : column.x + start;
}

std::vector<PagePlacer::Band> PagePlacer::bands_of(const std::vector<PlacedItem>& items, Length y) const {
  std::vector<Band> bands;
  for (const PlacedItem& placed : items)
    for (const handbill::Band& band : placed.item->extras->bands) {
      const Length top = y + placed.y;
      const Length bottom = top + placed.item->height;
      const auto open =
          std::find_if(bands.begin(), bands.end(), [&](const Band& other) { return other.band.id == band.id; });
      if (open == bands.end())
        bands.push_back({band, top, bottom});
      else
        open->bottom = bottom;
    }
  return bands;
}

void PagePlacer::place(const std::vector<PlacedItem>& items, const Rect& column) {
  for (const Band& band : bands_of(items, column.y))
    box({left(column, band.band.start, band.band.width), band.top, band.band.width, band.bottom - band.top},
        band.band.colour);
  for (const PlacedItem& placed : items) place(*placed.item, column, column.y + placed.y);
}

void PagePlacer::place(const Flow& flow, const Rect& column) {
  std::vector<PlacedItem> items;
  Length y;
  for (const FlowItem& item : flow) {
    items.push_back({&item, y});
    y += item.height;
  }
  place(items, column);
}

void PagePlacer::place(const FlowItem& item, const Rect& column, Length y) {
  if (!copying_) gather(item, on_page({column.x, y, column.width, item.height}).y);
  for (const FlowMark& mark : item.marks) std::visit([&](const auto& kind) { put(kind, column, y); }, mark);
}

void PagePlacer::gather(const FlowItem& item, Length y) {
  for (const std::string& id : item.extras->destinations) {
    gathered_.destinations.push_back({id, index_, y});
    gathered_.found.destinations.emplace(id, index_);
  }
  if (const auto& outline = item.extras->outline)
    gathered_.outline.push_back({outline->title, outline->level, index_, y});
}

void PagePlacer::place_notes(const NoteArea& area, const std::vector<NoteKey>& keys, const Rect& column) {
  const Length height = area.height(keys);
  if (height == Length()) return;
  Rect at{column.x, column.bottom() - height, column.width, height};
  const Theme& theme = composition_.theme();
  put(StrokeMark{.width = column.width, .y = area.separation * 0.5, .thickness = 0.5_pt, .colour = theme.hairline}, at,
      at.y);
  at.y += area.separation;
  for (const NoteKey& key : keys) {
    const auto found = area.notes.find(key);
    if (found == area.notes.end()) continue;
    place(found->second, at);
    at.y += height_of(found->second) + area.gap;
  }
}

void PagePlacer::box(const Rect& rect, Colour colour) {
  marks().push_back(PlacedBox{.rect = rect, .colour = colour});
}

Rect PagePlacer::with_bleed(const Rect& rect) const {
  const auto reach = [&](bool touches) { return touches ? page_.bleed : Length(); };
  std::array<Length, 4> sides;  // left, top, right, bottom: each a quarter turn from the one before
  const Rect placed = on_page(rect);
  sides[0] = reach(fits(placed.x, Length()));
  sides[1] = reach(fits(placed.y, Length()));
  sides[2] = reach(fits(page_.size.width, placed.right()));
  sides[3] = reach(fits(page_.size.height, placed.bottom()));
  // The page's side that the group's own left, top, right and bottom lie on.
  std::rotate(sides.begin(), sides.begin() + (group_ ? group_->quarter_turns : 0), sides.end());
  return {rect.x - sides[0], rect.y - sides[1], rect.width + sides[0] + sides[2], rect.height + sides[1] + sides[3]};
}

void PagePlacer::ground(const Rect& rect, Colour colour) {
  box(with_bleed(rect), colour);
}

void PagePlacer::stroke(Point from, Point to, Length thickness, Colour colour) {
  marks().push_back(PlacedStroke{.from = from, .to = to, .thickness = thickness, .colour = colour});
}

void PagePlacer::cover(const ImagePtr& image, const Rect& rect, StructureId structure) {
  const Rect shown = with_bleed(rect);
  const double ratio = static_cast<double>(image->height) / image->width;
  const Length width = std::max(shown.width, shown.height / ratio);
  const Length height = width * ratio;
  const Rect whole{shown.x - (width - shown.width) / 2, shown.y - (height - shown.height) / 2, width, height};
  check_resolution(*image, width, structure);
  const bool cut = !fits(width, shown.width) || !fits(height, shown.height);
  marks().push_back(PlacedImage{.image = image,
                                .rect = whole,
                                .structure = readable(structure),
                                .visible = cut ? std::optional(shown) : std::nullopt});
}

namespace {

/// Where a picture is named. One that shows nothing in words has no place of its own, but for the feature image.
Place place_of(Composition& composition, const Image& image, StructureId structure) {
  if (structure != StructureId::artefact && composition[structure].origin.file != nullptr)
    return composition[structure].origin;
  const LayoutInput& input = composition.input();
  const auto feature = input.images.find(input.document.front.feature);
  return feature != input.images.end() && feature->second.get() == &image ? input.document.front.place
                                                                          : input.document.file;
}

}  // namespace

void PagePlacer::check_resolution(const Image& image, Length width, StructureId structure) {
  constexpr double least = 200;  // dots per inch
  const double inches = width.pt() / 72;
  const double resolution = image.width / inches;
  const bool printed = composition_.input().edition.medium == Medium::pdf;
  if (!printed || copying_ || resolution >= least - 0.5) return;
  composition_.diagnostics().push_back(
      {.severity = Severity::warning,
       .place = place_of(composition_, image, structure),
       .code = "image-resolution",
       .message =
           fmt::format("a picture of {} x {} pixels has {:.0f} dpi when it is {:.0f} mm wide; print wants {:.0f}",
                       image.width, image.height, resolution, width.mm(), least),
       .hints = {fmt::format("use one at least {:.0f} pixels wide", std::ceil(least * inches))}});
}

void PagePlacer::image(const ImagePtr& image, const Rect& rect, StructureId structure) {
  check_resolution(*image, rect.width, structure);
  marks().push_back(PlacedImage{.image = image, .rect = rect, .structure = readable(structure)});
}

void PagePlacer::put(const LineMark& mark, const Rect& column, Length y) {
  const Length edge = left(column, mark.start, mark.measure);
  composition_.look_at(mark, index_);
  for (const LineRun& run : mark.line().runs) put_run(run, mark, {edge + run.x, y + mark.baseline});
}

void PagePlacer::put_run(const LineRun& run, const LineMark& mark, Point baseline) {
  const RunMeaning& meaning = mark.meaning(run);
  const StructureId structure = mark.artefact ? StructureId::artefact : readable(meaning.structure);
  Length height = run.size;
  if (run.face) {
    marks().push_back(PlacedRun{.baseline = {baseline.x, baseline.y - run.rise},
                                .run = {mark.set, &run},
                                .colour = meaning.colour,
                                .text = {mark.set, &mark.set->text()},
                                .generated = mark.artefact || copying_ || meaning.generated,
                                .structure = structure});
  } else if (meaning.image) {
    height = run.width * (static_cast<double>(meaning.image->height) / meaning.image->width);
    image(meaning.image, {baseline.x, baseline.y - height * 0.85, run.width, height}, structure);
  }
  if (meaning.struck) {
    const Length stroke = baseline.y - run.size * 0.28;
    marks().push_back(PlacedStroke{.from = {baseline.x, stroke},
                                   .to = {baseline.x + run.width, stroke},
                                   .thickness = run.size * 0.06,
                                   .colour = meaning.colour});
  }
  if (meaning.link && !mark.artefact && !copying_)
    add_link_area(*meaning.link, {baseline.x, baseline.y - run.rise - height * 0.85, run.width, height * 1.1});
}

void PagePlacer::add_link_area(std::uint32_t link, const Rect& rect) {
  gathered_.found.links.emplace(link, index_);
  const Rect area = on_page(rect);
  const auto [found, added] = areas_.try_emplace(link, page_.links.size());
  if (added) {
    const LinkTarget& target = composition_.links()[link];
    page_.links.push_back(
        {.address = target.address, .description = target.description, .structure = target.structure});
  }
  auto& rects = page_.links[found->second].rects;
  const bool joins = !rects.empty() && rects.back().y == area.y && rects.back().height == area.height &&
                     fits(area.x, rects.back().right()) && fits(rects.back().right(), area.x);
  if (joins)
    rects.back().width = area.right() - rects.back().x;
  else
    rects.push_back(area);
}

void PagePlacer::put(const BoxMark& mark, const Rect& column, Length y) {
  marks().push_back(PlacedBox{.rect = {left(column, mark.start, mark.width), y + mark.top, mark.width, mark.height},
                              .colour = mark.colour,
                              .radius = mark.radius});
}

void PagePlacer::put(const StrokeMark& mark, const Rect& column, Length y) {
  const Length x = left(column, mark.start, mark.width);
  marks().push_back(PlacedStroke{
      .from = {x, y + mark.y}, .to = {x + mark.width, y + mark.y}, .thickness = mark.thickness, .colour = mark.colour});
}

void PagePlacer::put(const ImageMark& mark, const Rect& column, Length y) {
  image(mark.image, {left(column, mark.start, mark.width), y + mark.top, mark.width, mark.height}, mark.structure);
}

void PagePlacer::put(const QrMark& mark, const Rect& column, Length y) {
  marks().push_back(PlacedModules{.rect = {left(column, mark.start, mark.side), y + mark.top, mark.side, mark.side},
                                  .side = mark.code->side,
                                  .dark = mark.code->dark,
                                  .colour = black,
                                  .structure = readable(mark.structure)});
}

void PagePlacer::put(const PageNumberMark& mark, const Rect& column, Length y) {
  const auto page = composition_.page_of(mark.destination);
  if (!page) return;
  const TypeSpec& type = composition_.theme().contents;
  const SetText text = composition_.set(
      style_text(composition_, page_label(composition_, *page), {.type = type, .structure = mark.structure}),
      mark.measure, {.alignment = TextAlignment::end});
  if (text.set->lines->empty()) return;
  constexpr Length gap = 5_pt;
  const Length number = text.set->lines->front().width;
  const Length leader = mark.measure - mark.leader_start - number - gap;
  if (leader > Length())
    marks().push_back(PlacedLeader{.from = {left(column, mark.start + mark.leader_start, leader), y + mark.baseline},
                                   .width = leader,
                                   .pitch = 2.4_pt,
                                   .dot = 0.7_pt,
                                   .colour = composition_.theme().folio.colour});
  FlowItem strip;
  Length top;
  add_lines(strip, text, {mark.start, mark.measure}, type, top);
  auto& line = std::get<LineMark>(strip.marks.front());
  line.baseline = mark.baseline;
  put(line, column, y);
}

std::string page_label(const Composition& composition, std::uint32_t index) {
  return composition.input().words.number(std::int64_t{index} + 1);
}

}  // namespace handbill
