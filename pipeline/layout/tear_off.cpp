// The notice with strips to tear off: a poster whose foot is cut into strips, each with the address, turned so that it
// runs along the strip.
#include <cmath>

#include "layout/page_plan.h"
#include "layout/panels.h"
#include "layout/setting.h"
#include "layout/styled.h"

namespace handbill {
namespace {

constexpr Length narrowest_strip = 19_mm;
constexpr Length strip_padding = 2.5_mm;
constexpr Length cut_line = 0.4_pt;
constexpr double smaller = 0.92;  // tries until the words go onto the strip
constexpr int most_tries = 16;

/// What stands on every strip: the label and the address, along it. They are copies of the call to action's.
FlowItem strip_text(Composition& composition, const CallToAction& action, const Size& room) {
  TypeSpec label = composition.theme().action;
  TypeSpec address = composition.theme().address;
  label.size = address.size;
  label.leading = address.leading;
  FlowItem text;
  for (int tries = 0; tries < most_tries; ++tries) {
    text = {};
    Length top;
    bool narrow = true;
    const auto add = [&](TaggedText words, const TypeSpec& type) {
      const ShapedPassage shaped = composition.shape(std::move(words));
      narrow = narrow && fits(shaped->minimum_width(), room.width);
      add_lines(text, composition.set(shaped, room.width), {Length(), room.width}, type, top);
    };
    add(style_passage(composition, action.label, {.type = label}), label);
    if (!action.address.empty() && action.address.front() != '#')
      add(style_address(composition, action.address, {.type = address}), address);
    text.height = top;
    if (narrow && fits(top, room.height)) break;
    for (TypeSpec* type : {&label, &address}) {
      type->size = type->size * smaller;
      type->leading = type->leading * smaller;
    }
  }
  return text;
}

/// The strips at the foot of a page.
class Strips {
 public:
  Strips(Composition& composition, const CallToAction& action, Size page, Length height)
      : composition_(composition),
        page_(page),
        height_(height),
        count_(std::max(1, static_cast<int>(std::floor(page.width / narrowest_strip)))),
        width_(page.width / count_),
        text_{strip_text(composition, action, inside())} {}

  void place(PagePlacer& placer) const {
    const Colour colour = composition_.theme().hairline;
    const Length top = page_.height - height_;
    placer.stroke({Length(), top}, {page_.width, top}, cut_line, colour);
    for (int i = 1; i < count_; ++i) placer.stroke({width_ * i, top}, {width_ * i, page_.height}, cut_line, colour);
    placer.copying(true);
    for (int i = 0; i < count_; ++i) place_strip(placer, width_ * i);
    placer.copying(false);
  }

 private:
  /// The strip as it is read: as wide as the strip is high.
  Size inside() const { return {height_ - strip_padding * 2, width_ - strip_padding * 2}; }

  void place_strip(PagePlacer& placer, Length left) const {
    // Read from the bottom upwards, or, from right to left, from the top downwards: the first line is on the side where
    // reading begins.
    const bool downwards = composition_.language().right_to_left();
    const Length middle = (inside().height - text_.height) / 2;
    const Rect column{strip_padding, strip_padding + middle, inside().width, text_.height};
    placer.begin_group(downwards ? Point{left + width_, page_.height - height_} : Point{left, page_.height},
                       downwards ? 1 : 3);
    placer.place(Flow{text_}, column);
    placer.end_group();
  }

  const Composition& composition_;
  Size page_;
  Length height_;
  int count_;
  Length width_;
  FlowItem text_;
};

}  // namespace

PassResult compose_tear_off(Composition& composition) {
  const Size page = page_size(composition);
  const Length strip = page.height * 0.18;
  const Block* action = first_action(composition.input().document.blocks);
  if (action == nullptr)
    composition.diagnostics().push_back(
        {.severity = Severity::warning,
         .place = composition.input().document.file,
         .code = "no-action",
         .message = "there is no call to action to repeat on the strips to tear off",
         .hints = {R"(write one, as in {{< button href="join" >}}Join us{{< /button >}})"}});
  const Length height = action == nullptr ? Length() : strip;
  std::optional<Strips> strips;
  if (action != nullptr) strips.emplace(composition, std::get<CallToAction>(action->node), page, height);
  const auto panel = [&](std::size_t side) {
    return Panel{.page = static_cast<std::uint32_t>(side), .rect = {{}, {}, page.width, page.height - height}};
  };
  return compose_panels(composition,
                        {.page = page,
                         .panel = panel,
                         .panels = static_cast<std::size_t>(std::max(composition.input().edition.sides, 1)),
                         .extras = [&](PagePlacer& placer, std::uint32_t index) {
                           if (index == 0 && strips) strips->place(placer);
                         }});
}

}  // namespace handbill
