#include "layout/cover.h"

#include <algorithm>

#include "layout/blocks.h"
#include "layout/composition.h"
#include "layout/opening.h"
#include "layout/page_plan.h"
#include "layout/placement.h"

namespace handbill {
namespace {

constexpr Size cover_size{100_mm, 160_mm};
constexpr Length cover_margin = 9_mm;
constexpr Length column_width = cover_size.width - cover_margin * 2;
constexpr Length accent_width = 16_mm;
constexpr Length bare_foot = 7_mm;

// Of the page's height. A cover is looked at the size of a stamp: the title takes what it can get.
constexpr double room_for_title = 0.36;
constexpr double tallest_picture = 0.5;
constexpr double smallest_cover_picture = 0.2;  // less is not worth looking at

// Against what the theme says of a flyer, which is half as wide again and held nearer.
constexpr double small_type = 1.3;
constexpr double largest_title = 1.7;
constexpr double smallest_title = 0.2;
constexpr double step = 0.95;

TypeSpec scaled(TypeSpec type, double scale) {
  type.size = type.size * scale;
  type.leading = type.leading * scale;
  return type;
}

/// Whether a passage fits its room without a word that is broken.
bool fits_at(const LayoutInput& input, const Pass& pass, const Passage& passage, const TypeSpec& type) {
  Composition trial(input, pass);
  const ShapedPassage shaped = trial.shape(style_passage(trial, passage, {.type = type}));
  if (!fits(shaped->minimum_width(), column_width)) return false;
  const SetText text = trial.set(shaped, column_width, {.balanced = true});
  return fits(type.leading * static_cast<double>(text.set->lines->size()), cover_size.height * room_for_title);
}

TypeSpec title_type(const LayoutInput& input, const Pass& pass, const Passage& title) {
  double scale = largest_title;
  while (scale > smallest_title && !fits_at(input, pass, title, scaled(input.theme.title, scale))) scale *= step;
  return scaled(input.theme.title, std::max(scale, smallest_title));
}

/// The short line under the title, at the start edge.
FlowItem accent(const Theme& theme, const Column& column) {
  FlowItem strip{.height = theme.bar};
  strip.marks.push_back(
      BoxMark{.start = column.start, .width = accent_width, .height = theme.bar, .colour = theme.accent});
  return strip;
}

Flow set_text_of(Composition& composition, const Pass& pass, const Opening& opening) {
  const Theme& theme = composition.theme();
  const Column column{Length(), column_width};
  const TypeSpec kicker = scaled(theme.kicker, small_type);
  const TypeSpec subtitle = scaled(theme.subtitle, small_type);
  FlowBuilder flow;
  set_passage(composition, flow, opening.kicker, column, {.type = kicker});
  flow.space(4_mm);
  if (opening.title != nullptr) {
    const TypeSpec title = title_type(composition.input(), pass, *opening.title);
    set_passage(composition, flow, opening.title, column, {.type = title, .role = Role::heading1});
  }
  flow.space(4_mm);
  flow.add(accent(theme, column));
  flow.space(4_mm);
  set_passage(composition, flow, opening.subtitle, column, {.type = subtitle});
  if (!opening.date.empty()) {
    TaggedText date = style_text(composition, opening.date, {.type = subtitle});
    flow.add(composition.strips_later(std::move(date), column, subtitle));
  }
  composition.carry_out();
  return flow.take();
}

/// How high the picture at the foot is, cut to what the text leaves; nothing where that is not worth looking at.
Length picture_height(const Opening& opening, Length below_text) {
  if (!opening.feature) return {};
  const double ratio = static_cast<double>(opening.feature->height) / opening.feature->width;
  const Length left = cover_size.height - below_text - cover_margin;
  const Length height = std::min({cover_size.width * ratio, cover_size.height * tallest_picture, left});
  return height < cover_size.height * smallest_cover_picture ? Length() : height;
}

/// The picture over the full width, or a strip of colour where there is none.
void place_foot(PagePlacer& placer, const Theme& theme, const Opening& opening, Length below_text) {
  const Length picture = picture_height(opening, below_text);
  const Length height = std::max(picture, bare_foot);
  const Rect foot{Length(), cover_size.height - height, cover_size.width, height};
  if (picture > Length())
    placer.cover(opening.feature, foot, StructureId::artefact);
  else
    placer.ground(foot, theme.secondary);
  placer.ground({Length(), foot.y - theme.bar, foot.width, theme.bar}, theme.accent);
}

}  // namespace

Result<Pages> lay_out_cover(const LayoutInput& input) {
  const KnownPages known;
  SetMemory memory;
  const Opening opening = opening_of(input);
  const Pass pass{.known = known, .opening = opening, .cohesion = cohesion_of(input.words), .memory = &memory};
  Composition composition(input, pass);
  Page page{.size = cover_size};
  Gathered gathered;
  PagePlacer placer(composition, gathered, page, 0);
  placer.ground({Length(), Length(), cover_size.width, cover_size.height}, input.theme.headline);
  const Flow text = set_text_of(composition, pass, opening);
  placer.place(text, {cover_margin, cover_margin * 1.3, column_width, cover_size.height});
  place_foot(placer, input.theme, opening, cover_margin * 1.3 + height_of(text));

  Result<Pages> result;
  result.value = {.title = title_text(input.document), .language = input.document.language};
  result.value.pages.push_back(std::move(page));
  result.value.structure = composition.take_structure();
  result.diagnostics = composition.take_diagnostics();
  return result;
}

}  // namespace handbill
