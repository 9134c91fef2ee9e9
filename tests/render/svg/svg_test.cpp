#include "render/svg/svg.h"

#include <pugixml.hpp>
#include <set>

#include "layout/fixture.h"
#include "render/pdf/sample.h"
#include "render/svg/sheet.h"
#include "support/catch.h"
#include "support/golden.h"

using namespace handbill;
using namespace handbill::test;

namespace {

constexpr auto ltr = Direction::left_to_right;
constexpr auto rtl = Direction::right_to_left;

LineSample at(Length y, std::string_view tag) {
  LineSample sample;
  sample.baseline = {40_pt, y};
  sample.language = language(tag);
  return sample;
}

Pages english() {
  Pages pages = one_page("en");
  pages.title = "Fish & chips";
  Page& page = pages.pages[0];
  add(page, line(at(40_pt, "en"), ltr, {{face("NotoSans-Bold.ttf"), "il li"}}));
  page.marks.emplace_back(PlacedBox{{40_pt, 100_pt, 320_pt, 1_pt}, {200, 0, 0}, Length(), StructureId::artefact});
  page.marks.emplace_back(PlacedBox{{40_pt, 110_pt, 30_pt, 10_pt}, {0, 0, 0}, 3_pt, StructureId::artefact});
  page.marks.emplace_back(PlacedStroke{{40_pt, 130_pt}, {80.125_pt, 130_pt}, 0.5_pt, {0, 0, 255}});
  page.marks.emplace_back(PlacedLeader{{100_pt, 130_pt}, 50_pt, 4_pt, 1_pt, {9, 9, 9}});
  page.marks.emplace_back(PlacedModules{{200_pt, 110_pt, 20_pt, 20_pt}, 2, {true, true, false, true}, {}, {}});
  return pages;
}

Pages arabic() {
  Pages pages = one_page("ar");
  add(pages.pages[0], line(at(40_pt, "ar"), rtl, {{face("NotoNaskhArabic-Regular.ttf"), "كلٌّ", 1}}));
  return pages;
}

pugi::xml_document parsed(const std::string& xml) {
  pugi::xml_document document;
  const auto result = document.load_string(xml.c_str());
  INFO(result.description());
  REQUIRE(result);
  return document;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto place = text.find(part); place != std::string::npos; place = text.find(part, place + 1)) ++found;
  return found;
}

LinkArea link_to(std::string address) {
  return {{{40_pt, 30_pt, 50_pt, 12_pt}}, std::move(address), "Join", StructureId::artefact};
}

}  // namespace

TEST_CASE("A small picture is what it was when a person last looked at it") {
  EXPECT_GOLDEN("english.svg", svg::file(english(), 0));
  EXPECT_GOLDEN("arabic.svg", svg::file(arabic(), 0));
}

TEST_CASE("Every name that a picture uses is defined in its file, once") {
  for (const Pages& pages : {english(), arabic()}) {
    const auto document = parsed(svg::file(pages, 0));
    std::set<std::string> defined;
    for (const auto found : document.select_nodes("//*[@id]"))
      CHECK(defined.insert(found.node().attribute("id").value()).second);
    const auto uses = document.select_nodes("//use");
    CHECK(!uses.empty());
    for (const auto found : uses)
      CHECK(defined.count(std::string(found.node().attribute("href").value()).substr(1)) == 1);
  }
}

TEST_CASE("Pictures that share definitions define a glyph once for all of them") {
  svg::Definitions definitions;
  const Pages pages = english();
  const std::string first = svg::picture(pages, 0, definitions);
  const std::string after_one = definitions.markup();
  CHECK(svg::picture(pages, 0, definitions) == first);
  CHECK(definitions.markup() == after_one);
  CHECK(count(after_one, "<path ") == 2);
  CHECK(count(first, "<use ") == 4);
}

TEST_CASE("The same page gives the same bytes") {
  CHECK(svg::file(english(), 0) == svg::file(english(), 0));
  CHECK(svg::file(arabic(), 0) == svg::file(arabic(), 0));
}

TEST_CASE("A picture says what it shows, in its language") {
  const auto of_title = parsed(svg::file(english(), 0, {.links = false}));
  CHECK(of_title.child("svg").child("title").text().get() == std::string("Fish & chips"));
  CHECK(of_title.child("svg").attribute("lang").value() == std::string("en"));
  CHECK(of_title.child("svg").attribute("role").value() == std::string("img"));
  CHECK(!of_title.child("svg").child("desc"));
  const auto own = parsed(svg::file(arabic(), 0, {.title = "الصفحة <1>", .description = "نص"}));
  CHECK(own.child("svg").child("title").text().get() == std::string("الصفحة <1>"));
  CHECK(own.child("svg").child("desc").text().get() == std::string("نص"));
  CHECK(own.child("svg").attribute("lang").value() == std::string("ar"));
}

TEST_CASE("Links lead where they lead on the page, and can be left out") {
  Pages pages = english();
  pages.destinations.push_back({"join", 0, 10_pt});
  for (const std::string address : {"https://example.org/?a=1&b=2", "#join", "#nowhere"})
    pages.pages[0].links.push_back(link_to(address));
  const auto addresses = [&](const svg::PictureOptions& options) {
    std::vector<std::string> found;
    const auto document = parsed(svg::file(pages, 0, options));
    for (const auto one : document.select_nodes("//a")) found.emplace_back(one.node().attribute("href").value());
    return found;
  };
  CHECK(addresses({}) == std::vector<std::string>{"https://example.org/?a=1&b=2"});
  CHECK(addresses({.links = false}).empty());
  const auto page_address = [](std::uint32_t page) { return "#page-" + std::to_string(page + 1); };
  CHECK(addresses({.page_address = page_address}) ==
        std::vector<std::string>{"https://example.org/?a=1&b=2", "#page-1"});
}

TEST_CASE("An image is embedded once and stands where it was placed, as often as it was placed") {
  Pages pages = one_page("en");
  const ImagePtr dot = std::make_shared<const Image>(Image{Image::Format::png, 1, 1, false, "\x89PNG"});
  pages.pages[0].marks.emplace_back(PlacedImage{.image = dot, .rect = {10_pt, 20_pt, 30_pt, 40_pt}});
  pages.pages[0].marks.emplace_back(PlacedImage{.image = dot, .rect = {50_pt, 20_pt, 3_pt, 4_pt}});
  const std::string drawn = svg::file(pages, 0);
  CHECK(count(drawn, "data:image/png;base64,iVBORw==") == 1);
  CHECK(contains(drawn, "<use href=\"#g0\" transform=\"translate(10 20)scale(30 40)\"/>"));
  CHECK(contains(drawn, "<use href=\"#g0\" transform=\"translate(50 20)scale(3 4)\"/>"));
}

TEST_CASE("Of an image only what is visible is seen") {
  Pages pages = one_page("en");
  const ImagePtr dot = std::make_shared<const Image>(Image{Image::Format::jpeg, 1, 1, false, "JPG"});
  pages.pages[0].marks.emplace_back(
      PlacedImage{.image = dot, .rect = {10_pt, 20_pt, 30_pt, 40_pt}, .visible = Rect{12_pt, 20_pt, 20_pt, 40_pt}});
  const std::string drawn = svg::file(pages, 0);
  CHECK(contains(drawn,
                 "<svg x=\"12\" y=\"20\" width=\"20\" height=\"40\" viewBox=\"12 20 20 40\">"
                 "<use href=\"#g0\" transform=\"translate(10 20)scale(30 40)\"/></svg>"));
  CHECK(contains(drawn, "href=\"data:image/jpeg;base64,SlBH\""));
}

TEST_CASE("A turned group is drawn in coordinates of its own") {
  Pages pages = one_page("en");
  PlacedGroup group{.origin = {50_pt, 60_pt}, .quarter_turns = 1, .marks = {}};
  group.marks.emplace_back(PlacedBox{{1_pt, 2_pt, 3_pt, 4_pt}, black, Length(), StructureId::artefact});
  pages.pages[0].marks.emplace_back(std::move(group));
  const auto xml = parsed(svg::file(pages, 0, {}));
  const auto element = xml.child("svg").child("g");
  CHECK(element.attribute("transform").value() == std::string("translate(50 60)rotate(90)"));
  CHECK(element.child("rect").attribute("y").value() == std::string("2"));
}

TEST_CASE("A sheet shows its pages where they lie, cut to what may be seen, and its marks") {
  Pages pages = english();
  pages.pages.push_back(pages.pages[0]);
  Sheets sheets;
  SheetSide side{.label = "1a", .size = {900_pt, 300_pt}};
  side.pages.push_back({.page = 1, .trim = {10_pt, 20_pt, 400_pt, 200_pt}, .clip = {10_pt, 20_pt, 400_pt, 200_pt}});
  side.pages.push_back(
      {.page = 0, .trim = {410_pt, 20_pt, 400_pt, 200_pt}, .turned = true, .clip = {410_pt, 17_pt, 403_pt, 206_pt}});
  side.marks.strokes.push_back({{0_pt, 20_pt}, {8_pt, 20_pt}});
  side.marks.patches.push_back({.rect = {0_pt, 0_pt, 5_pt, 5_pt}, .ink = Ink::cyan, .tint = 0.5});
  sheets.sides.push_back(side);
  svg::Definitions definitions;
  const auto drawn = parsed(svg::sheet(sheets, 0, {&pages}, definitions));
  const auto root = drawn.child("svg");
  CHECK(root.attribute("viewBox").value() == std::string("0 0 900 300"));
  const auto windows = root.select_nodes("svg");
  REQUIRE(windows.size() == 2);
  CHECK(windows[0].node().child("g").attribute("transform").value() == std::string("translate(10 20)"));
  CHECK(windows[1].node().attribute("viewBox").value() == std::string("410 17 403 206"));
  CHECK(windows[1].node().child("g").attribute("transform").value() == std::string("translate(810 220)rotate(180)"));
  CHECK(root.child("line").attribute("x2").value() == std::string("8"));
  CHECK(root.select_nodes("rect[@fill-opacity='0.5']").size() == 1);
}
