#include "layout/contrast.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "core/tone.h"
#include "core/unicode.h"
#include "document/overloaded.h"

namespace handbill {
namespace {

constexpr double enough_contrast = 4.5;
constexpr double enough_for_large_type = 3;
constexpr std::uint32_t quoted = 30;  // UTF-16 units

Colour in_grey(Colour colour) {
  const std::uint8_t tone = grey_of(colour);
  return {tone, tone, tone};
}

bool is_large(const LineRun& run) {
  return run.size >= 18_pt || (run.size >= 14_pt && run.face != nullptr && run.face->weight() >= 700);
}

bool holds(const Rect& rect, const Point& point) {
  return point.x >= rect.x && point.x <= rect.right() && point.y >= rect.y && point.y <= rect.bottom();
}

/// The middle of the run's small letters.
Point middle_of(const PlacedRun& placed) {
  return {placed.baseline.x + placed.run->width / 2, placed.baseline.y - placed.run->size * 0.25};
}

std::string words_of(const PlacedRun& placed) {
  const std::uint32_t length = std::min(placed.run->end - placed.run->begin, quoted);
  return to_utf8(std::u16string_view(*placed.text).substr(placed.run->begin, length));
}

class Check {
 public:
  Check(const Pages& pages, const Place& place) : pages_(pages), place_(place) {}

  Diagnostics run() {
    for (const Page& page : pages_.pages) {
      grounds_.clear();
      walk(page.marks, nullptr);
    }
    return std::move(found_);
  }

 private:
  /// What has been painted, in order; an image has no one colour.
  struct Ground {
    Rect rect;
    std::optional<Colour> colour;
  };

  // Groups are never in groups.
  void walk(const std::vector<Mark>& marks, const PlacedGroup* group) {
    const auto on_page = [&](const Rect& rect) { return group == nullptr ? rect : group->on_page(rect); };
    for (const Mark& mark : marks)
      std::visit(Overloaded{[&](const PlacedRun& placed) {
                              const Point middle = middle_of(placed);
                              const Rect there = on_page({middle.x, middle.y, Length(), Length()});
                              check(placed, {there.x, there.y});
                            },
                            [&](const PlacedBox& box) {
                              grounds_.push_back({on_page(box.rect), box.colour});
                            },
                            [&](const PlacedImage& image) {
                              grounds_.push_back({on_page(image.visible.value_or(image.rect)), std::nullopt});
                            },
                            [&](const PlacedGroup& inner) { walk(inner.marks, &inner); }, [](const PlacedLeader&) {},
                            [](const PlacedStroke&) {}, [](const PlacedModules&) {}},
                 mark);
  }

  std::optional<Colour> ground_at(const Point& point) const {
    for (auto ground = grounds_.rbegin(); ground != grounds_.rend(); ++ground)
      if (holds(ground->rect, point)) return ground->colour;
    return white;
  }

  void check(const PlacedRun& placed, const Point& middle) {
    const auto ground = ground_at(middle);
    if (!ground || placed.run->glyphs.empty()) return;
    const double needed = is_large(*placed.run) ? enough_for_large_type : enough_contrast;
    const double ratio = contrast(in_grey(placed.colour), in_grey(*ground));
    if (ratio >= needed) return;
    const auto key = [](Colour c) { return c.red << 16 | c.green << 8 | c.blue; };
    if (!reported_.insert({key(placed.colour), key(*ground)}).second) return;
    found_.push_back(
        {.severity = Severity::warning,
         .place = place_of(placed),
         .code = "low-contrast",
         .message = fmt::format("in grey, \"{}\" stands out from its ground by {:.1f} to 1; {} to 1 can be read",
                                words_of(placed), ratio, needed),
         .hints = {"give the theme a darker colour for the text, or a lighter one behind it"}});
  }

  Place place_of(const PlacedRun& placed) const {
    const auto node = static_cast<std::size_t>(placed.structure);
    return node < pages_.structure.size() && pages_.structure[node].origin.file != nullptr
               ? pages_.structure[node].origin
               : place_;
  }

  const Pages& pages_;
  const Place& place_;
  std::vector<Ground> grounds_;
  std::set<std::pair<int, int>> reported_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_grey_contrast(const Pages& pages, const Place& place) {
  return Check(pages, place).run();
}

}  // namespace handbill
