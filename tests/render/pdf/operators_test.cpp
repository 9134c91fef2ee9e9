#include "render/pdf/operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include "render/pdf/shapes.h"
#include "support/catch.h"

using namespace handbill;
using namespace std::string_literals;
using pdf::ContentStream;
using pdf::ShowArray;

TEST_CASE("Whatever is opened is closed, innermost first") {
  ContentStream stream;
  {
    const auto paragraph = stream.marked("P", 3);
    const auto text = stream.text();
    const auto silent = stream.marked("Span", "/ActualText ()");
  }
  { const auto number = stream.artefact(pdf::Artefact::pagination); }
  { const auto rule = stream.artefact(pdf::Artefact::layout); }
  CHECK(stream.bytes() ==
        "/P <</MCID 3>> BDC\nBT\n/Span <</ActualText ()>> BDC\nEMC\nET\nEMC\n"
        "/Artifact <</Type /Pagination>> BDC\nEMC\n/Artifact <</Type /Layout>> BDC\nEMC\n");
}

TEST_CASE("Colours and fonts are written when they change, and again after the state that held them is restored") {
  ContentStream stream;
  stream.fill_colour(black);
  stream.fill_colour({255, 0, 51});
  stream.fill_colour({255, 0, 51});
  {
    const auto saved = stream.save();
    stream.fill_colour(white);
  }
  stream.fill_colour({255, 0, 51});
  stream.fill_colour(white);
  stream.font(1, 10.5);
  stream.font(1, 10.5);
  stream.font(2, 10.5);
  CHECK(stream.bytes() ==
        "1 0 0.2 rg\nq\n1 1 1 rg\nQ\n1 1 1 rg\n"
        "/F1 10.5 Tf\n/F2 10.5 Tf\n");
}

TEST_CASE("Saved states nest") {
  ContentStream stream;
  {
    const auto outer = stream.save();
    stream.fill_colour(white);
    {
      const auto inner = stream.save();
      stream.fill_colour({255, 0, 51});
    }
    stream.fill_colour(white);
  }
  stream.fill_colour(black);
  CHECK(stream.bytes() == "q\n1 1 1 rg\nq\n1 0 0.2 rg\nQ\nQ\n");
}

TEST_CASE("A clip hides what is outside a rectangle measured from the page's top") {
  pdf::Canvas canvas{{}, 100_pt};
  {
    const auto saved = canvas.stream.save();
    clip(canvas, {10_pt, 20_pt, 30_pt, 40_pt});
  }
  CHECK(canvas.stream.bytes() == "q\n10 40 30 40 re\nW n\nQ\n");
}

namespace {

/// Where a place in PDF coordinates goes when `bytes` say "a b c d e f cm".
std::pair<double, double> through(const std::string& bytes, double x, double y) {
  std::istringstream in(bytes);
  double a, b, c, d, e, f;
  in >> a >> b >> c >> d >> e >> f;
  return {a * x + c * y + e, b * x + d * y + f};
}

bool close(double a, double b) {
  return std::abs(a - b) < 0.01;
}

}  // namespace

TEST_CASE("A group's matrix takes its marks to where the group says they stand") {
  for (int turns = 0; turns < 4; ++turns) {
    const PlacedGroup group{.origin = {70_pt, 50_pt}, .quarter_turns = turns, .marks = {}};
    pdf::Canvas canvas{{}, 100_pt};
    turn(canvas, group);
    const Rect local{3_pt, 5_pt, 10_pt, 20_pt};
    const Rect on_page = group.on_page(local);
    const auto [x1, y1] = through(canvas.stream.bytes(), local.x.pt(), canvas.y(local.y));
    const auto [x2, y2] = through(canvas.stream.bytes(), local.right().pt(), canvas.y(local.bottom()));
    CHECK(close(std::min(x1, x2), on_page.x.pt()));
    CHECK(close(std::max(x1, x2), on_page.right().pt()));
    CHECK(close(std::max(y1, y2), canvas.y(on_page.y)));
    CHECK(close(std::min(y1, y2), canvas.y(on_page.bottom())));
  }
}

TEST_CASE("Text positions are places on the page, written as differences that add up") {
  ContentStream stream;
  const auto text = stream.text();
  stream.text_position(10.0004, 700);
  stream.text_position(20.0008, 700);
  stream.text_position(0.333, 686.5);
  CHECK(stream.bytes() == "BT\n10 700 Td\n10.001 0 Td\n-19.668 -13.5 Td\n");
}

TEST_CASE("Glyphs that follow each other share a string, and gaps are what the font's widths leave") {
  ShowArray array;
  array.add(1, 500, 0);
  array.add(2, 250, 500);
  array.add(258, 300, 730);
  CHECK(array.items() == "(\0\1\0\2)20(\1\2)"s);
}

TEST_CASE("Rounding a gap does not move what comes after it") {
  ShowArray array;
  for (int i = 0; i < 9; ++i) array.add(1, 100, i * 100.3);
  CHECK(array.items() == "(\0\1\0\1)-1(\0\1\0\1\0\1)-1(\0\1\0\1\0\1\0\1)"s);
}

TEST_CASE("Boxes, round boxes, strokes and leaders are paths from the page's bottom") {
  pdf::Canvas canvas{{}, 100_pt};
  SECTION("A box") {
    pdf::draw(canvas, PlacedBox{{10_pt, 20_pt, 30_pt, 40_pt}, black, Length(), StructureId::artefact});
    CHECK(canvas.stream.bytes() == "10 40 30 40 re\nf\n");
  }
  SECTION("A radius of half the side makes a disc") {
    pdf::draw(canvas, PlacedBox{{0_pt, 0_pt, 10_pt, 10_pt}, black, 5_pt, StructureId::artefact});
    CHECK(canvas.stream.bytes() ==
          "5 90 m\n5 90 l\n7.761 90 10 92.239 10 95 c\n10 95 l\n10 97.761 7.761 100 5 100 c\n5 100 l\n"
          "2.239 100 0 97.761 0 95 c\n0 95 l\n0 92.239 2.239 90 5 90 c\nh\nf\n");
  }
  SECTION("A stroke") {
    pdf::draw(canvas, PlacedStroke{{0_pt, 50_pt}, {80_pt, 50_pt}, 0.5_pt, {0, 0, 255}});
    CHECK(canvas.stream.bytes() == "0 0 1 RG\n0.5 w\n0 50 m\n80 50 l\nS\n");
  }
  SECTION("A leader is a line of round dots on the baseline") {
    pdf::draw(canvas, PlacedLeader{{10_pt, 50_pt}, 40_pt, 4_pt, 1_pt, black});
    CHECK(canvas.stream.bytes() == "q\n1 w\n1 J\n[0 4] 0 d\n10.5 50.5 m\n49.5 50.5 l\nS\nQ\n");
  }
  SECTION("A leader too short for a dot is nothing") {
    pdf::draw(canvas, PlacedLeader{{10_pt, 50_pt}, 0.5_pt, 4_pt, 1_pt, black});
    CHECK(canvas.stream.bytes().empty());
  }
}

TEST_CASE("Modules are one path whose rectangles meet exactly") {
  pdf::Canvas canvas{{}, 100_pt};
  PlacedModules modules;
  modules.rect = {0_pt, 0_pt, 10_pt, 10_pt};
  modules.side = 3;
  modules.dark = {true, true, false, false, true, false, true, false, true};
  pdf::draw(canvas, modules);
  CHECK(canvas.stream.bytes() ==
        "0 96.667 6.667 3.333 re\n3.333 93.333 3.334 3.334 re\n0 90 3.333 3.333 re\n6.667 90 3.333 3.333 re\nf\n");
}

TEST_CASE("Glyphs without gaps are one string, however many they are, and the array says where their CIDs stand") {
  ShowArray array;
  std::string expected = "(";
  for (std::uint16_t i = 0; i < 200; ++i) {
    array.add(i, 500, 500.0 * i);
    expected += {'\0', static_cast<char>(i)};
  }
  array.add(7, 500, 500.0 * 200 + 30);
  CHECK(array.items() == expected + ")-30(\0\7)"s);
  REQUIRE(array.cids().size() == 2);
  CHECK(array.cids()[0].at == 1);
  CHECK(array.cids()[0].count == 200);
  CHECK(array.items().substr(array.cids()[1].at, 2) == "\0\7"s);
  array.clear();
  array.add(1, 500, 0);
  CHECK(array.items() == "(\0\1)"s);
  CHECK(array.cids().size() == 1);
}
