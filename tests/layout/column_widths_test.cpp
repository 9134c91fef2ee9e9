#include <cmath>
#include <numeric>
#include <random>

#include "layout/table.h"
#include "support/catch.h"

using namespace handbill;

namespace {

std::vector<double> widths(const std::vector<ColumnNeed>& needs, double room) {
  std::vector<double> all;
  for (const Length width : column_widths(needs, Length::points(room))) all.push_back(width.pt());
  return all;
}

}  // namespace

TEST_CASE("Columns that fit share out what is left over in proportion to what they prefer") {
  CHECK(widths({{10_pt, 30_pt}, {10_pt, 10_pt}}, 80) == std::vector<double>{60, 20});
}

TEST_CASE("Columns that do not fit get their minimum and a share of the rest in proportion to what they lack") {
  CHECK(widths({{20_pt, 20_pt}, {20_pt, 60_pt}, {20_pt, 100_pt}}, 120) == std::vector<double>{20, 40, 60});
}

TEST_CASE("Where even the minima are too wide every column gives in proportion") {
  CHECK(widths({{100_pt, 500_pt}, {300_pt, 300_pt}}, 100) == std::vector<double>{25, 75});
}

TEST_CASE("Empty columns share the room evenly") {
  CHECK(widths({{}, {}}, 100) == std::vector<double>{50, 50});
}

TEST_CASE("Columns always fill the room exactly, whatever they need") {
  std::mt19937 generator(7);
  const auto random = [&](unsigned below) { return static_cast<double>(generator() % below); };
  for (int round = 0; round < 1000; ++round) {
    std::vector<ColumnNeed> needs(1 + generator() % 12);
    for (ColumnNeed& need : needs) {
      need.minimum = Length::points(random(100));
      need.preferred = need.minimum + Length::points(random(400));
    }
    const double room = 50 + random(500);
    const auto all = widths(needs, room);
    CHECK(std::abs(std::accumulate(all.begin(), all.end(), 0.0) - room) < 1e-9);
  }
}
