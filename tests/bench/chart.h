// A chart of times.
#pragma once

#include <string>
#include <vector>

namespace handbill::bench {

struct Series {
  std::string name;
  std::string colour;
  std::vector<std::pair<double, double>> points;  ///< pages and seconds
};

/// Seconds over pages, both on logarithmic axes, as an SVG file.
std::string chart(const std::vector<Series>& all);

}  // namespace handbill::bench
