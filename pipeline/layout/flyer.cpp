// The flyer: a headline block in colour, a lead, numbered actions, and a bar with the address and its QR code at the
// foot of the front; the picture on the back.
#include <algorithm>

#include "layout/back_matter.h"
#include "layout/blocks.h"
#include "layout/call_to_action.h"
#include "layout/opening.h"
#include "layout/page_plan.h"

namespace handbill {
namespace {

constexpr Length headline_padding = 11_mm;
constexpr Length bar_padding = 5.5_mm;
constexpr Length below_headline = 8_mm;
constexpr double tallest_picture = 0.42;    // of a page's height
constexpr Length smallest_picture = 28_mm;  // less is not worth looking at

/// The headline block: a ground across the sheet with the kicker, title and subtitle on it, and two lines under it.
struct Headline {
  Flow text;
  Length ground;  ///< height of the ground
  Length height;  ///< with the lines
};

Headline set_headline(Composition& composition, const Opening& opening, const Column& column) {
  const Theme& theme = composition.theme();
  FlowBuilder flow;
  const Length between = theme.title.size * 0.2;
  set_passage(composition, flow, opening.kicker, column, {.type = theme.kicker});
  flow.space(between);
  set_passage(composition, flow, opening.title, column, {.type = theme.title, .role = Role::heading1});
  flow.space(between);
  set_passage(composition, flow, opening.subtitle, column, {.type = theme.subtitle});
  Headline headline{.text = flow.take()};
  if (headline.text.empty()) return headline;
  if (!opening.title_id.empty()) headline.text.front().destinations.push_back(opening.title_id);
  headline.ground = height_of(headline.text) + headline_padding * 2;
  headline.height = headline.ground + theme.bar * 2.2;
  return headline;
}

void place_headline(const Composition& composition, PagePlacer& placer, const Headline& headline, const Rect& column,
                    Length page_width) {
  if (headline.text.empty()) return;
  const Theme& theme = composition.theme();
  placer.ground({Length(), Length(), page_width, headline.ground}, theme.headline);
  placer.ground({Length(), headline.ground, page_width, theme.bar}, theme.accent);
  placer.ground({Length(), headline.ground + theme.bar * 1.6, page_width, theme.bar * 0.4}, theme.secondary);
  placer.place(headline.text, {column.x, headline_padding, column.width, headline.ground});
}

/// The call to action that goes to the bar: the document's first one that is not inside a list or quotation.
const Block* first_action(std::span<const Block> body) {
  const auto found = std::find_if(body.begin(), body.end(),
                                  [](const Block& block) { return std::holds_alternative<CallToAction>(block.node); });
  return found == body.end() ? nullptr : &*found;
}

void set_body(Composition& composition, FlowBuilder& flow, const Opening& opening, const Block* action,
              const Column& column) {
  const Theme& theme = composition.theme();
  set_passage(composition, flow, opening.lead, column, {.type = theme.lead});
  if (opening.lead != nullptr) flow.space(theme.paragraph_space * 1.2);
  Blocks body;
  for (const Block& block : opening.body)
    if (&block != action) body.push_back(block);
  set_blocks(composition, flow, body,
             {.column = column, .parent = Composition::root, .type = &theme.body, .justify = theme.justify});
}

/// Where things stand on the flyer's pages.
struct FlyerPlan {
  Size size;
  Rect column;  ///< between the margins
  Headline headline;
  Flow bar;  ///< the call to action's strip, or nothing
  Length bar_height;
  Length picture;  ///< height of the picture at the head of the second page
  StructureId figure = StructureId::artefact;

  Rect room(std::size_t page) const {
    Length top = column.y;
    Length bottom = column.bottom();
    if (page == 0 && headline.height > Length()) top = headline.height + below_headline;
    if (page == 0 && bar_height > Length()) bottom = size.height - bar_height - below_headline * 0.6;
    if (page == 1 && picture > Length()) top = picture + below_headline;
    return {column.x, top, column.width, std::max(bottom - top, 1_pt)};
  }
};

FlyerPlan plan_flyer(Composition& composition, const Opening& opening, const Block* action) {
  FlyerPlan plan{.size = page_size(composition), .column = text_column(composition)};
  const Column column{Length(), plan.column.width};
  plan.headline = set_headline(composition, opening, column);
  if (opening.feature) {
    plan.figure = feature_node(composition, opening);
    const double ratio = static_cast<double>(opening.feature->height) / opening.feature->width;
    plan.picture = std::min(plan.size.width * ratio, plan.size.height * tallest_picture);
  }
  if (action != nullptr) {
    plan.bar.push_back(action_strip(composition, std::get<CallToAction>(action->node), action->place, column,
                                    Composition::root, {.panel = false}));
    plan.bar_height = height_of(plan.bar) + bar_padding * 2;
  }
  return plan;
}

void place_bar(const Composition& composition, PagePlacer& placer, const FlyerPlan& plan) {
  if (plan.bar.empty()) return;
  const Length top = plan.size.height - plan.bar_height;
  placer.ground({Length(), top, plan.size.width, plan.bar_height}, composition.theme().panel);
  placer.place(plan.bar, {plan.column.x, top + bar_padding, plan.column.width, plan.bar_height});
}

/// The picture in the middle of the column, as wide as its height allows.
void place_picture(PagePlacer& placer, const FlyerPlan& plan, const ImagePtr& picture, Length top, Length height) {
  const Length width = height * (static_cast<double>(picture->width) / picture->height);
  placer.image(picture, {(plan.size.width - width) / 2, top, width, height}, plan.figure);
}

/// A flyer whose text fills one side only has its picture under the text, if there is room, else on a side of its own.
bool picture_fits_under(const FlyerPlan& plan, const std::vector<PageCut>& cuts) {
  return cuts.size() == 1 && plan.room(0).height - cuts[0].used - below_headline > smallest_picture;
}

}  // namespace

PassResult compose_flyer(Composition& composition) {
  const Opening opening = opening_of(composition.input());
  const Block* action = first_action(opening.body);
  const FlyerPlan plan = plan_flyer(composition, opening, action);
  const Column column{Length(), plan.column.width};
  FlowBuilder body;
  set_body(composition, body, opening, action, column);
  const NoteArea notes = set_notes(composition, column, Composition::root);
  set_link_list(composition, body, column, Composition::root);
  Flow flow = body.take();
  attach_notes(composition, notes, flow);
  const auto cuts = paginate(flow, notes, {.room = [&](std::size_t page) { return plan.room(page).height; }});
  const bool under = opening.feature && picture_fits_under(plan, cuts);
  const std::size_t sides = std::max<std::size_t>(cuts.size(), opening.feature && !under ? 2 : 1);

  PassResult result;
  for (std::size_t i = 0; i < sides; ++i) {
    const auto index = static_cast<std::uint32_t>(i);
    const Rect room = plan.room(i);
    Page page{.size = plan.size, .bleed = composition.input().edition.bleed, .label = page_label(composition, index)};
    PagePlacer placer(composition, result.gathered, page, index);
    if (i == 0) place_headline(composition, placer, plan.headline, plan.column, plan.size.width);
    if (i == 1 && opening.feature)
      placer.cover(opening.feature, {Length(), Length(), plan.size.width, plan.picture}, plan.figure);
    if (i < cuts.size()) {
      placer.place(cuts[i].items, room);
      placer.place_notes(notes, cuts[i].notes, room);
    }
    if (i == 0 && under) {
      const Length left = room.height - cuts[0].used - below_headline;
      const double ratio = static_cast<double>(opening.feature->height) / opening.feature->width;
      place_picture(placer, plan, opening.feature, room.y + cuts[0].used + below_headline,
                    std::min(left, room.width * ratio));
    }
    if (i == 0) place_bar(composition, placer, plan);
    const bool bar_in_the_way = i == 0 && !plan.bar.empty();
    if (sides > 2 && !bar_in_the_way) place_folio(composition, placer, page, index, sides);
    result.pages.push_back(std::move(page));
  }
  return result;
}

}  // namespace handbill
