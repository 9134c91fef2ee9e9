#include "layout/panels.h"

#include <algorithm>
#include <cmath>

#include "layout/back_matter.h"
#include "layout/blocks.h"
#include "layout/call_to_action.h"
#include "layout/opening.h"
#include "layout/setting.h"
#include "layout/whole_words.h"

namespace handbill {
namespace {

constexpr Length shortest_picture = 28_mm;  // under text: less is not worth looking at
constexpr double least_of_a_picture = 0.6;  // of its height is shown, else all of it is shown smaller

/// The headline block: a ground across the panel with the kicker, title and subtitle on it, and two lines under it.
struct Headline {
  Flow text;
  Length padding;
  Length ground;  ///< height of the ground
  Length height;  ///< with the lines
};

FlowBuilder headline_flow(Composition& composition, const Opening& opening, const Column& column) {
  const Theme& theme = composition.theme();
  FlowBuilder flow;
  const Length between = theme.title.size * 0.2;
  set_passage(composition, flow, opening.kicker, column, {.type = theme.kicker});
  flow.space(between);
  if (opening.title != nullptr) {
    const TypeSpec type = whole_words_type(composition, *opening.title, theme.title, column.measure);
    set_passage(composition, flow, opening.title, column, {.type = type, .role = Role::heading1});
  }
  flow.space(between);
  set_passage(composition, flow, opening.subtitle, column, {.type = theme.subtitle});
  return flow;
}

Headline headline_of(Flow text, const Theme& theme, const Opening& opening) {
  Headline headline{.text = std::move(text)};
  if (headline.text.empty()) return headline;
  if (!opening.title_id.empty()) headline.text.front().extras.edit().destinations.push_back(opening.title_id);
  headline.padding = theme.title.size * 1.25;
  headline.ground = height_of(headline.text) + headline.padding * 2;
  headline.height = headline.ground + theme.bar * 2.2;
  return headline;
}

/// A panel's own coordinates: the page's where it is not turned.
Rect frame_of(const Panel& panel) {
  if (panel.quarter_turns == 0) return panel.rect;
  const bool sideways = panel.quarter_turns % 2 == 1;
  return {Length(), Length(), sideways ? panel.rect.height : panel.rect.width,
          sideways ? panel.rect.width : panel.rect.height};
}

/// The corner of a panel's rectangle that its top left corner is turned to.
Point corner_of(const Panel& panel) {
  const bool to_right = panel.quarter_turns == 1 || panel.quarter_turns == 2;
  const bool to_bottom = panel.quarter_turns == 2 || panel.quarter_turns == 3;
  return {to_right ? panel.rect.right() : panel.rect.x, to_bottom ? panel.rect.bottom() : panel.rect.y};
}

class PanelSetter {
 public:
  PanelSetter(Composition& composition, const PanelPlan& plan)
      : composition_(composition),
        plan_(plan),
        theme_(composition.theme()),
        opening_(composition.opening()),
        action_(first_action(opening_.body)),
        column_{Length(), narrowest()} {}

  PassResult compose() {
    set_flows();
    cut_text();
    if (!composition_.ends_with_cuts()) place();
    return std::move(result_);
  }

 private:
  Length narrowest() const {
    Length width = inside(frame(0)).width;
    for (std::size_t i = 1; i < plan_.panels; ++i) width = std::min(width, inside(frame(i)).width);
    return width;
  }

  Rect frame(std::size_t panel) const { return frame_of(plan_.panel(panel)); }

  /// A panel between its margins.
  Rect inside(const Rect& frame) const {
    const Margins& margins = theme_.margins;
    return {frame.x + (composition_.language().right_to_left() ? margins.end : margins.start), frame.y + margins.top,
            frame.width - margins.start - margins.end, frame.height - margins.top - margins.bottom};
  }

  Length gap() const { return theme_.body.size * 2.6; }

  void set_picture() {
    if (!opening_.feature) return;
    figure_ = feature_node(composition_, opening_);
    picture_ = picture_height();
  }

  void set_bar() {
    if (action_ == nullptr) return;
    bar_.push_back(action_strip(composition_, std::get<CallToAction>(action_->node), action_->place, column_,
                                Composition::root, {.panel = false}));
    bar_padding_ = theme_.action.size;
    bar_height_ = height_of(bar_) + bar_padding_ * 2;
  }

  double picture_ratio() const { return static_cast<double>(opening_.feature->height) / opening_.feature->width; }

  Length picture_height() const {
    const Rect whole = frame(plan_.picture);
    return std::min(whole.width * picture_ratio(), whole.height * theme_.picture);
  }

  void set_flows() {
    // In the order in which it is read out.
    FlowBuilder headline = headline_flow(composition_, opening_, column_);
    if (plan_.picture == 0) set_picture();
    FlowBuilder lead;
    FlowBuilder text;
    FlowBuilder& first = plan_.cover ? lead : text;
    set_passage(composition_, first, opening_.lead, column_, {.type = theme_.lead});
    if (opening_.lead != nullptr) first.space(theme_.paragraph_space * 1.2);
    set_body(text);
    set_bar();
    NotesToSet notes = set_notes(composition_, column_, Composition::root);
    set_link_list(composition_, text, column_, Composition::root);
    if (plan_.picture != 0) set_picture();

    composition_.carry_out();
    headline_ = headline_of(headline.take(), theme_, opening_);
    lead_ = lead.take();
    text_ = text.take();
    notes_ = note_area(theme_, std::move(notes));
    attach_notes(composition_, notes_, text_);
  }

  /// All but the call to action that has a place of its own.
  void set_body(FlowBuilder& text) {
    const BlockContext context{
        .column = column_, .parent = Composition::root, .type = &theme_.body, .justify = theme_.justify};
    const std::span<const Block> body = opening_.body;
    const std::size_t before = action_ == nullptr ? body.size() : static_cast<std::size_t>(action_ - body.data());
    set_blocks(composition_, text, body.first(before), context);
    if (before < body.size()) set_blocks(composition_, text, body.subspan(before + 1), context);
  }

  std::size_t first_text_panel() const { return plan_.cover ? 1 : 0; }

  /// What of a panel is left for text, in its own frame or in that of a copy.
  Rect room(std::size_t panel) const { return room(panel, frame(panel)); }
  Rect room(std::size_t panel, const Rect& frame) const {
    const Rect area = inside(frame);
    Length top = area.y;
    Length bottom = area.bottom();
    Length head;
    if (panel == 0) head += headline_.height;
    if (panel == plan_.picture && !under_) head += picture_;
    if (head > Length()) top = frame.y + head + gap();
    if (panel == plan_.bar && bar_height_ > Length()) bottom = frame.bottom() - bar_height_ - gap() * 0.6;
    // On a panel wider than the narrowest the text keeps to its start side.
    const Length x = composition_.language().right_to_left() ? area.right() - column_.measure : area.x;
    return {x, top, column_.measure, std::max(bottom - top, 1_pt)};
  }

  void cut_text() {
    const std::size_t skipped = first_text_panel();
    const SideLimit limit{.sides = plan_.panels == 0 ? 0 : plan_.panels - skipped,
                          .share = composition_.input().edition.fit && theme_.fit.share_space};
    const auto cut = [&] {
      return fill(composition_, text_, notes_,
                  {.room = [&](std::size_t side) { return room(side + skipped).height; }, .grid = {}}, limit);
    };
    under_ = opening_.feature != nullptr && plan_.picture_under_text;
    Filled filled = cut();
    if (under_ && !picture_fits_under(filled.cuts)) {
      under_ = false;
      filled = cut();
    }
    cuts_ = std::move(filled.cuts);
    result_.filling = std::move(filled.filling);
    check_pieces();
  }

  /// Set pieces that do not go onto their panel are too much text, too.
  void check_pieces() {
    Length over;
    for (const std::size_t panel : {std::size_t{0}, plan_.picture, plan_.bar})
      over = std::max(over, pieces(panel) - frame(panel).height);
    if (plan_.panels == 0 || fits(over, Length()) || result_.filling.excess) return;
    result_.filling.excess = Excess{.lines = static_cast<int>(std::ceil(over / theme_.body.leading)),
                                    .first = title_text(composition_.input().document),
                                    .place = composition_.input().document.file};
  }

  /// The height of what stands on a panel besides the text.
  Length pieces(std::size_t panel) const {
    Length height;
    if (panel == 0) height += headline_.height;
    if (panel == plan_.picture && !under_) height += picture_;
    if (panel == plan_.bar) height += bar_height_;
    return height;
  }

  /// A flyer whose text fills one side only has its picture under the text, if there is room.
  bool picture_fits_under(const std::vector<PageCut>& cuts) const {
    return cuts.size() == 1 && room(0).height - cuts[0].used - gap() > shortest_picture;
  }

  std::size_t panels_used() const {
    std::size_t used = std::max<std::size_t>({plan_.panels, cuts_.size() + first_text_panel(), 1});
    if (opening_.feature && !under_) used = std::max(used, plan_.picture + 1);
    return used;
  }

  std::vector<std::vector<std::size_t>> panels_by_page() const {
    std::vector<std::vector<std::size_t>> pages;
    for (std::size_t panel = 0; panel < panels_used(); ++panel) {
      const std::uint32_t page = plan_.panel(panel).page;
      if (page >= pages.size()) pages.resize(page + std::size_t{1});
      pages[page].push_back(panel);
    }
    return pages;
  }

  void place() {
    const auto panels = panels_by_page();
    const std::size_t pages = panels.size();
    std::optional<Folios> folios;
    if (plan_.folios && pages > 2) folios.emplace(composition_, pages);
    for (std::uint32_t index = 0; index < pages; ++index) {
      Page page{.size = plan_.page,
                .bleed = composition_.input().edition.bleed,
                .folds = plan_.folds ? plan_.folds(index) : std::vector<Fold>(),
                .label = page_label(composition_, index)};
      PagePlacer placer(composition_, result_.gathered, page, index);
      for (const std::size_t panel : panels[index]) place_panel(placer, panel, plan_.panel(panel));
      if (plan_.copy && plan_.copy->page == index) {
        placer.copying(true);
        place_panel(placer, 0, *plan_.copy);
        placer.copying(false);
      }
      if (plan_.extras) plan_.extras(placer, index);
      const bool bar_in_the_way = index == plan_.bar && !bar_.empty();
      if (folios && !bar_in_the_way) folios->place(composition_, placer, index);
      result_.pages.push_back(std::move(page));
    }
  }

  void place_panel(PagePlacer& placer, std::size_t index, const Panel& panel) {
    if (panel.quarter_turns != 0) placer.begin_group(corner_of(panel), panel.quarter_turns);
    const Rect frame = frame_of(panel);  // a copy's is not the panel's own
    if (index == 0) place_headline(placer, frame);
    if (index == plan_.picture && opening_.feature && !under_)
      place_picture(placer, {frame.x, frame.y + (index == 0 ? headline_.height : Length()), frame.width, picture_});
    place_text(placer, index, frame);
    if (index == 0 && under_) place_picture_under(placer);
    if (index == plan_.bar) place_bar(placer, frame);
    if (panel.quarter_turns != 0) placer.end_group();
  }

  void place_text(PagePlacer& placer, std::size_t panel, const Rect& frame) {
    const Rect area = room(panel, frame);
    const std::size_t skipped = first_text_panel();
    if (panel < skipped) {
      placer.place(lead_, area);
    } else if (panel - skipped < cuts_.size()) {
      placer.place(cuts_[panel - skipped].items, area);
      placer.place_notes(notes_, cuts_[panel - skipped].notes, area);
    }
  }

  void place_headline(PagePlacer& placer, const Rect& frame) {
    if (headline_.text.empty()) return;
    const Length line = frame.y + headline_.ground;
    placer.ground({frame.x, frame.y, frame.width, headline_.ground}, theme_.headline);
    placer.ground({frame.x, line, frame.width, theme_.bar}, theme_.accent);
    placer.ground({frame.x, line + theme_.bar * 1.6, frame.width, theme_.bar * 0.4}, theme_.secondary);
    placer.place(headline_.text, {room(0, frame).x, frame.y + headline_.padding, column_.measure, headline_.ground});
  }

  /// Across the panel, cut to its height; a picture that would lose too much is shown whole, on a ground across it.
  void place_picture(PagePlacer& placer, const Rect& rect) {
    if (rect.height >= rect.width * picture_ratio() * least_of_a_picture) {
      placer.cover(opening_.feature, rect, figure_);
      return;
    }
    placer.ground(rect, theme_.panel);
    const Length width = rect.height / picture_ratio();
    placer.image(opening_.feature, {rect.x + (rect.width - width) / 2, rect.y, width, rect.height}, figure_);
  }

  void place_picture_under(PagePlacer& placer) {
    const Rect area = room(0);
    const Length top = cuts_.empty() ? Length() : cuts_[0].used + gap();
    const Length height = std::min(area.height - top, area.width * picture_ratio());
    const Length width = height / picture_ratio();
    placer.image(opening_.feature, {area.x + (area.width - width) / 2, area.y + top, width, height}, figure_);
  }

  void place_bar(PagePlacer& placer, const Rect& frame) {
    if (bar_.empty()) return;
    const Length top = frame.bottom() - bar_height_;
    placer.ground({frame.x, top, frame.width, bar_height_}, theme_.panel);
    placer.place(bar_, {room(plan_.bar, frame).x, top + bar_padding_, column_.measure, bar_height_});
  }

  Composition& composition_;
  const PanelPlan& plan_;
  const Theme& theme_;
  const Opening& opening_;
  const Block* action_;  ///< in the bar; may be null
  const Column column_;  ///< all text is set in the narrowest panel's width

  Headline headline_;
  StructureId figure_ = StructureId::artefact;
  Length picture_;  ///< height
  Flow bar_;        ///< the call to action's strip, or nothing
  Length bar_padding_;
  Length bar_height_;
  Flow lead_;  ///< on the cover
  Flow text_;
  NoteArea notes_;
  std::vector<PageCut> cuts_;
  bool under_ = false;  ///< the picture stands under the text
  PassResult result_;
};

}  // namespace

const Block* first_action(std::span<const Block> body) {
  const auto found = std::find_if(body.begin(), body.end(),
                                  [](const Block& block) { return std::holds_alternative<CallToAction>(block.node); });
  return found == body.end() ? nullptr : &*found;
}

PassResult compose_panels(Composition& composition, const PanelPlan& plan) {
  return PanelSetter(composition, plan).compose();
}

}  // namespace handbill
