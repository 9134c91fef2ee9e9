#include "design/copyfit.h"

#include <algorithm>
#include <cmath>

#include "design/type_slots.h"

namespace handbill {
namespace {

// A line of an A5 flyer's text is some 4% of the room for it; where paragraphs have few lines, they do not get shorter
// with their type, and only the leading shrinks: by as much as the type.
constexpr double size_step = 0.05;
constexpr double picture_step = 0.1;
constexpr double leading_step = 0.01;
constexpr double space_step = 0.05;
constexpr int tight_rungs = 4;  // from the tightest leading and spaces to the theme's own

/// The steps from `from` to `to`, both included, at whole multiples of `step`, so that the theme's own 1 is one.
std::vector<double> steps(double from, double to, double step) {
  constexpr double noise = 1e-9;
  std::vector<double> all{from};
  for (auto i = static_cast<int>(std::floor(from / step + noise)) + 1; i * step < to - noise; ++i)
    all.push_back(i * step);
  if (to > from + noise) all.push_back(to);
  return all;
}

/// The highest of `count` rungs that holds, by bisection and a look at the one above the next; nothing when none does.
std::optional<std::size_t> highest(std::size_t count, const std::function<bool(std::size_t)>& holds) {
  if (count == 0 || !holds(0)) return std::nullopt;
  std::size_t low = 0;
  std::size_t high = count;  // the first that does not hold
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (holds(middle) ? low : high) = middle;
  }
  // Larger type can break lines and pages more luckily.
  if (high + 1 < count && holds(high + 1)) return high + 1;
  return low;
}

void scale(TypeSpec& type, const Fit& fit, Length smallest) {
  const Length wanted = type.size * fit.size;
  const Length size = std::max(wanted, std::min(smallest, type.size));
  type.leading = type.leading * (size / type.size) * fit.leading;
  type.size = size;
}

/// A QR code's side, not so small that readers fail.
Length readable(Length side, double factor) {
  constexpr Length smallest = 20_mm;
  return std::max(side * factor, std::min(side, smallest));
}

}  // namespace

Theme scaled(Theme theme, const Fit& fit) {
  for (const TypeSlot& slot : type_slots()) {
    TypeSpec& type = slot.type(theme);
    if (type.size > Length()) scale(type, fit, theme.fit.smallest);
  }
  theme.paragraph_space = theme.paragraph_space * fit.size * fit.space;
  theme.heading_space = theme.heading_space * fit.size * fit.space;
  theme.list_indent = theme.list_indent * fit.size;
  theme.bar = theme.bar * fit.size;
  theme.qr = readable(theme.qr, fit.size);
  theme.picture *= fit.picture;
  return theme;
}

Theme enlarged(Theme theme, double factor) {
  for (const TypeSlot& slot : type_slots()) {
    TypeSpec& type = slot.type(theme);
    type.size = type.size * factor;
    type.leading = type.leading * factor;
  }
  Margins& margins = theme.margins;
  for (Length* length : {&margins.top, &margins.bottom, &margins.start, &margins.end, &theme.paragraph_space,
                         &theme.heading_space, &theme.list_indent, &theme.bar, &theme.gutter})
    *length = *length * factor;
  theme.qr = readable(theme.qr, factor);
  return theme;
}

std::vector<Fit> rungs(const FitLimits& limits) {
  const double own = std::clamp(1.0, limits.size.least, limits.size.most);
  Fit rung{.size = limits.size.least, .picture = std::min(limits.picture, 1.0)};
  std::vector<Fit> ladder;
  const auto climb = [&] {
    if (ladder.empty() || ladder.back() != rung) ladder.push_back(rung);
  };
  for (int i = 0; i < tight_rungs; ++i) {
    const auto opened = [&](const Range& range) {
      return std::min(range.least, 1.0) + (1 - std::min(range.least, 1.0)) * i / tight_rungs;
    };
    rung.leading = opened(limits.leading);
    rung.space = opened(limits.space);
    climb();
  }
  rung.leading = rung.space = 1;
  const auto add = [&](double Fit::*factor, double to, double step) {
    for (const double value : steps(rung.*factor, to, step)) {
      rung.*factor = value;
      climb();
    }
  };
  add(&Fit::size, own, size_step);
  add(&Fit::picture, 1, picture_step);
  add(&Fit::size, limits.size.most, size_step);
  return ladder;
}

std::optional<Fit> find_fit(const FitLimits& limits, const std::function<bool(const Fit&)>& fits) {
  const auto ladder = rungs(limits);
  const auto found = highest(ladder.size(), [&](std::size_t rung) { return fits(ladder[rung]); });
  if (!found) return std::nullopt;
  Fit fit = ladder[*found];
  const auto open_up = [&](double Fit::*factor, double most, double step) {
    const auto values = steps(fit.*factor, std::max(fit.*factor, most), step);
    const auto best = highest(values.size(), [&](std::size_t index) {
      Fit wider = fit;
      wider.*factor = values[index];
      return index == 0 || fits(wider);
    });
    fit.*factor = values[best.value_or(0)];
  };
  if (fit.leading >= 1) open_up(&Fit::leading, limits.leading.most, leading_step);
  if (fit.space >= 1) open_up(&Fit::space, limits.space.most, space_step);
  return fit;
}

}  // namespace handbill
