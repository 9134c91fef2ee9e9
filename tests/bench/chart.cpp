#include "bench/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/decimal.h"
#include "core/markup.h"

namespace handbill::bench {
namespace {

constexpr double width = 720, height = 420, left = 70, right = 600, top = 20, bottom = 370;

/// From powers of ten to powers of ten.
struct Axis {
  double first = 0;  ///< exponents
  double last = 1;
  double from = 0;  ///< where they stand
  double to = 0;

  Axis(double least, double most, double begin, double end)
      : first(std::floor(std::log10(least))),
        last(std::max(first + 1, std::ceil(std::log10(most)))),
        from(begin),
        to(end) {}
  double at(double value) const { return from + (std::log10(value) - first) / (last - first) * (to - from); }
};

std::string number(double value) {
  return decimal(value, 1);
}

Axis axis(const std::vector<Series>& all, double std::pair<double, double>::*side, double begin, double end) {
  double least = 1e6;
  double most = 1e-6;
  for (const Series& series : all)
    for (const auto& point : series.points) {
      least = std::min(least, point.*side);
      most = std::max(most, point.*side);
    }
  return {least, most, begin, end};
}

void write_grid(Markup& svg, const Axis& x, const Axis& y) {
  const auto line = [&](double x1, double y1, double x2, double y2) {
    svg.empty("line",
              {{"x1", number(x1)}, {"y1", number(y1)}, {"x2", number(x2)}, {"y2", number(y2)}, {"stroke", "#ddd"}});
  };
  const auto label = [&](double at_x, double at_y, const char* anchor, const std::string& text) {
    svg.element("text", {{"x", number(at_x)}, {"y", number(at_y)}, {"text-anchor", anchor}}, text);
  };
  for (double power = x.first; power <= x.last; ++power) {
    const double at = x.at(std::pow(10, power));
    line(at, top, at, bottom);
    label(at, bottom + 18, "middle", fmt::format("{:g}", std::pow(10, power)));
  }
  for (double power = y.first; power <= y.last; ++power) {
    const double at = y.at(std::pow(10, power));
    line(left, at, right, at);
    label(left - 8, at + 4, "end", fmt::format("{:g} s", std::pow(10, power)));
  }
  label((left + right) / 2, bottom + 38, "middle", "pages");
}

void write_series(Markup& svg, const Series& series, const Axis& x, const Axis& y) {
  if (series.points.empty()) return;
  std::string path;
  for (const auto& [pages, seconds] : series.points)
    path += (path.empty() ? "M" : "L") + number(x.at(pages)) + " " + number(y.at(seconds));
  svg.empty("path", {{"d", path}, {"fill", "none"}, {"stroke", series.colour}, {"stroke-width", "2.5"}});
  for (const auto& [pages, seconds] : series.points)
    svg.empty("circle",
              {{"cx", number(x.at(pages))}, {"cy", number(y.at(seconds))}, {"r", "3.5"}, {"fill", series.colour}});
  const auto& [pages, seconds] = series.points.back();
  svg.element("text", {{"x", number(x.at(pages) + 10)}, {"y", number(y.at(seconds) + 4)}, {"fill", series.colour}},
              series.name);
}

}  // namespace

std::string chart(const std::vector<Series>& all) {
  const Axis x = axis(all, &std::pair<double, double>::first, left, right);
  const Axis y = axis(all, &std::pair<double, double>::second, bottom, top);
  Markup svg;
  {
    const auto element = svg.element("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                                             {"viewBox", fmt::format("0 0 {} {}", width, height)},
                                             {"role", "img"},
                                             {"font-family", "sans-serif"},
                                             {"font-size", "13"}});
    svg.element("title", {}, "Seconds for documents of so many pages");
    svg.empty("rect", {{"width", number(width)}, {"height", number(height)}, {"fill", "#fff"}});
    write_grid(svg, x, y);
    for (const Series& series : all) write_series(svg, series, x, y);
  }
  return svg.take() + "\n";
}

}  // namespace handbill::bench
