#include <algorithm>
#include <set>

#include "design/edition.h"
#include "design/sheet_room.h"
#include "imposition/folding.h"
#include "imposition/sheets.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

const Size a5 = paper_size("A5").value();
const Size a6 = paper_size("A6").value();

constexpr auto both_edges = {Duplex::long_edge, Duplex::short_edge};
constexpr auto both_directions = {"en", "ar"};

bool is_rtl(const std::string& language) {
  return language == "ar";
}

Sheets imposed(const Pages& pages, const Imposition& how, Length inner_margin = 20_mm) {
  const std::vector documents{&pages};
  auto result = impose({.how = how, .documents = documents, .inner_margin = inner_margin});
  REQUIRE(result.diagnostics.empty());
  return result.value;
}

std::string only_problem(const Pages& pages, const Imposition& how, Length inner_margin = 20_mm,
                         PrinterMarks marks = {}) {
  const std::vector documents{&pages};
  const auto result = impose({.how = how, .documents = documents, .marks = marks, .inner_margin = inner_margin});
  REQUIRE(result.diagnostics.size() == 1);
  CHECK((result.diagnostics[0].severity == Severity::error) == result.value.sides.empty());
  return result.diagnostics[0].code + ": " + result.diagnostics[0].message;
}

std::multiset<std::uint32_t> all_pages(const Sheets& sheets) {
  std::multiset<std::uint32_t> pages;
  for (const SheetSide& side : sheets.sides)
    for (const PlacedPage& page : side.pages) pages.insert(page.page);
  return pages;
}

std::multiset<std::uint32_t> each_once(std::size_t count) {
  std::multiset<std::uint32_t> pages;
  for (std::uint32_t i = 0; i < count; ++i) pages.insert(i);
  return pages;
}

/// Every page that has a back lies on it, and the back reads on.
void check_registered(const PaperSheet& sheet, std::uint32_t step) {
  for (const Lying& back : sheet.back) {
    const auto front = std::find_if(sheet.front.begin(), sheet.front.end(),
                                    [&](const Lying& lying) { return same_place(lying.rect, back.rect); });
    REQUIRE(front != sheet.front.end());
    CHECK(front->document == back.document);
    CHECK(back.page == front->page + step);
    CHECK(reads_on(*front, back));
    CHECK(same_place(front->clip, back.clip));
  }
}

}  // namespace

TEST_CASE(
    "A booklet of 1 to 33 pages reads in order when its sheets are folded, in both directions and on both edges") {
  for (const char* language : both_directions)
    for (const Duplex edge : both_edges)
      for (std::size_t count = 1; count <= 33; ++count) {
        const Pages pages = plain_pages(count, a5, language);
        const Sheets sheets = imposed(pages, {.kind = Impose::booklet, .duplex = edge, .thickness = 0.1_mm});
        const auto read = read_booklet(print(sheets), is_rtl(language));
        INFO(language << ", " << count << " pages");
        REQUIRE(read.size() == (count + 3) / 4 * 4);
        for (std::size_t i = 0; i < read.size(); ++i) {
          REQUIRE(read[i].has_value() == (i < count));  // blanks stand at the end
          if (!read[i]) continue;
          CHECK(read[i]->page == i);
          CHECK((read[i]->down == Way{0, 1}));
          CHECK((read[i]->right == ((i % 2 == 0) == (i < read.size() / 2) ? Way{1, 0} : Way{-1, 0})));
        }
        CHECK(all_pages(sheets) == each_once(count));
        for (const PaperSheet& sheet : print(sheets)) CHECK(sheet.front.size() + sheet.back.size() > 0);
      }
}

TEST_CASE("A booklet's pages meet at the fold and no page shows beyond it") {
  for (const Duplex edge : both_edges) {
    const Sheets sheets = imposed(plain_pages(8, a5, "en"), {.kind = Impose::booklet, .duplex = edge});
    for (const SheetSide& side : sheets.sides) {
      REQUIRE(side.pages.size() == 2);
      const Length fold = side.size.width / 2;
      const auto [left, right] = std::minmax(side.pages[0].trim.x, side.pages[1].trim.x);
      CHECK(left.pt() == Approx((fold - a5.width).pt()));
      CHECK(right.pt() == Approx(fold.pt()));
      for (const PlacedPage& page : side.pages)
        CHECK((page.clip.right().pt() == Approx(fold.pt()) || page.clip.x.pt() == Approx(fold.pt())));
    }
  }
}

TEST_CASE("Inner sheets' pages move towards the fold by the thickness of the paper around them, and are cut there") {
  for (const char* language : both_directions) {
    const Sheets sheets = imposed(plain_pages(16, a5, language), {.kind = Impose::booklet, .thickness = 0.2_mm});
    const auto paper = print(sheets);
    REQUIRE(paper.size() == 4);
    for (std::size_t i = 0; i < paper.size(); ++i) {
      const double fold = paper[i].size.width.pt() / 2;
      const double creep = (0.2_mm).pt() * static_cast<double>(i);
      for (const auto* side : {&paper[i].front, &paper[i].back})
        for (const Lying& lying : *side) {
          const double outer = std::max(std::abs(lying.rect.x.pt() - fold), std::abs(lying.rect.right().pt() - fold));
          CHECK(outer == Approx(a5.width.pt() - creep));
          const double seen = lying.clip.width.pt();
          CHECK(seen == Approx(a5.width.pt() - creep));
        }
      CHECK(sheets.sides[i * 2].trim.width.pt() == Approx(2 * (a5.width.pt() - creep)));
    }
  }
}

TEST_CASE("Creep that is more than the inner margin is refused") {
  const Pages pages = plain_pages(120, a5, "en");
  CHECK(only_problem(pages, {.kind = Impose::booklet, .thickness = 0.2_mm}, 5_mm) ==
        "creep: 30 sheets of 0.2 mm move the innermost pages by 5.8 mm, but the margin at the fold is 5 mm");
}

TEST_CASE("Several pages go on a sheet, and both sides are registered on either edge") {
  struct Case {
    const char* paper;
    int up;
    const char* sheet;
  };
  for (const Case& one :
       {Case{"A5", 2, "A4"}, {"A6", 4, "A4"}, {"A5", 2, "A3"}, {"DL", 3, "A4"}, {"A6", 2, "A5"}, {"A7", 8, "A4"}})
    for (const char* language : both_directions)
      for (const Duplex edge : both_edges)
        for (const Fill fill : {Fill::same, Fill::different}) {
          INFO(one.up << " x " << one.paper << " on " << one.sheet << ", " << language);
          const auto count = static_cast<std::size_t>(one.up) * 2;
          const Pages pages = plain_pages(count, paper_size(one.paper).value(), language);
          const Sheets sheets =
              imposed(pages, {.kind = Impose::n_up, .up = one.up, .sheet = one.sheet, .duplex = edge, .fill = fill});
          for (const PaperSheet& sheet : print(sheets)) {
            CHECK(sheet.front.size() == static_cast<std::size_t>(one.up));
            CHECK(sheet.back.size() == static_cast<std::size_t>(one.up));
            check_registered(sheet, 1);
          }
          if (fill == Fill::different) CHECK(all_pages(sheets) == each_once(count));
          if (fill == Fill::same) CHECK(sheets.sides.size() == count);
        }
}

TEST_CASE("Places are filled in reading order") {
  for (const char* language : both_directions) {
    const Pages pages = plain_pages(4, a6, language);
    const Sheets sheets = imposed(pages, {.kind = Impose::n_up, .up = 4, .duplex = Duplex::none});
    REQUIRE(sheets.sides.size() == 1);
    const auto& placed = sheets.sides[0].pages;
    REQUIRE(placed.size() == 4);
    CHECK((placed[0].trim.x < placed[1].trim.x) == !is_rtl(language));
    CHECK((placed[0].trim.y == placed[1].trim.y));
    CHECK((placed[1].trim.y < placed[2].trim.y));
  }
}

TEST_CASE("A leaf is repeated where it is the only one, several differ") {
  const auto sides = [](std::size_t count) {
    return imposed(plain_pages(count, a5, "en"), {.kind = Impose::n_up, .up = 2}).sides;
  };
  CHECK(sides(1).size() == 1);
  CHECK(sides(1)[0].pages.size() == 2);
  CHECK(sides(2).size() == 2);
  CHECK(sides(2)[1].pages.size() == 2);
  CHECK(sides(4).size() == 2);
  CHECK(sides(4)[0].pages[1].page == 2);
  CHECK(sides(5).size() == 4);
}

TEST_CASE("Without being told, a sheet is turned over the edge that keeps backs upright") {
  const auto sheets = imposed(plain_pages(2, a5, "en"), {.kind = Impose::n_up, .up = 2});
  CHECK(sheets.duplex == Duplex::short_edge);
  CHECK(sheets.sides[1].pages[0].turned == false);
  CHECK(imposed(plain_pages(2, a6, "en"), {.kind = Impose::n_up, .up = 4}).duplex == Duplex::long_edge);
  CHECK(imposed(plain_pages(5, a5, "ar"), {.kind = Impose::booklet}).duplex == Duplex::short_edge);
}

TEST_CASE("Languages stand side by side, each with its own back") {
  const Pages page = plain_pages(1, a5, "en");
  const std::vector three{&page, &page, &page};
  const auto with_a_gap = impose({.how = {.kind = Impose::languages, .sheet = "A3"}, .documents = three});
  CHECK(with_a_gap.diagnostics.empty());
  CHECK(with_a_gap.value.sides[0].pages.size() == 3);
  for (const Duplex edge : both_edges) {
    const Pages english = plain_pages(2, a5, "en");
    const Pages arabic = plain_pages(3, a5, "ar");
    const std::vector documents{&english, &arabic};
    const auto result =
        impose({.how = {.kind = Impose::languages, .duplex = edge}, .documents = documents, .inner_margin = 10_mm});
    CHECK(result.diagnostics.empty());
    const auto paper = print(result.value);
    REQUIRE(paper.size() == 2);
    CHECK(paper[0].front.size() == 2);
    CHECK(paper[0].front[0].document != paper[0].front[1].document);
    CHECK(paper[1].front.size() == 1);
    CHECK(paper[1].back.empty());
    for (const PaperSheet& sheet : paper) check_registered(sheet, 1);
  }
}

TEST_CASE("A sheet that is too small says how many pages it has room for") {
  const Pages pages = plain_pages(8, a5, "en");
  CHECK(only_problem(pages, {.kind = Impose::n_up, .up = 4}) ==
        "sheet-too-small: 4 pages of 148 x 210 mm do not go on a sheet of A4");
  CHECK(only_problem(pages, {.kind = Impose::n_up, .up = 2, .margin = 5_mm}) ==
        "sheet-too-small: 2 pages of 148 x 210 mm do not go on a sheet of A4 inside a margin of 5 mm");
  CHECK(only_problem(pages, {.kind = Impose::booklet, .sheet = "A5"}) ==
        "sheet-too-small: two pages of 148 x 210 mm side by side do not go on a sheet of A5");
  const auto found = check_room({.kind = Impose::languages}, a5, 3);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "3 languages on pages of 148 x 210 mm do not go on a sheet of A4");
  CHECK(found[0].hints[0] == "it has room for 2; or choose a larger sheet or a smaller paper");
  CHECK(check_room({.kind = Impose::none}, a5, 3).empty());
}

TEST_CASE("Bleed keeps its room between places, or is cut there and said to be") {
  const Pages pages = plain_pages(2, a6, "en", 3_mm);
  const auto sheets = imposed(pages, {.kind = Impose::n_up, .up = 4, .sheet = "SRA4"});
  for (const PlacedPage& page : sheets.sides[0].pages) {
    CHECK(page.clip.width.pt() == Approx((a6.width + 6_mm).pt()));
    CHECK(page.clip.height.pt() == Approx((a6.height + 6_mm).pt()));
  }
  CHECK(only_problem(pages, {.kind = Impose::n_up, .up = 4}) ==
        "bleed-room: a sheet of A4 has no room for 3 mm of bleed on all sides of its pages");
}

TEST_CASE("Marks stand outside the bleed and on the sheet, and are left out where there is no room") {
  const std::vector<Imposition> ways = {{.kind = Impose::booklet, .sheet = "SRA4"},
                                        {.kind = Impose::n_up, .up = 2, .sheet = "SRA4"},
                                        {.kind = Impose::n_up, .up = 4, .sheet = "A3"}};
  for (const Imposition& how : ways) {
    const Pages pages = plain_pages(4, how.up == 4 ? a6 : a5, "ar", 2_mm);
    const std::vector documents{&pages};
    const auto result = impose({.how = how,
                                .documents = documents,
                                .marks = {.crop = true, .fold = true, .bars = true},
                                .inner_margin = 9_mm});
    for (const SheetSide& side : result.value.sides) {
      CHECK_FALSE(side.marks.strokes.empty());
      for (const MarkStroke& stroke : side.marks.strokes)
        for (const Point& end : {stroke.from, stroke.to}) {
          const bool inside = end.x > side.bleed.x + 0.01_pt && end.x < side.bleed.right() - 0.01_pt &&
                              end.y > side.bleed.y + 0.01_pt && end.y < side.bleed.bottom() - 0.01_pt;
          CHECK_FALSE(inside);
          CHECK((end.x >= Length() && end.y >= Length()));
          CHECK((end.x <= side.size.width && end.y <= side.size.height));
        }
    }
  }
  CHECK(only_problem(plain_pages(2, a5, "en"), {.kind = Impose::n_up, .up = 2}, 20_mm, {.crop = true}) ==
        "marks-room: a sheet of A4 has no room for some of the marks around its pages");
}

TEST_CASE("A page by itself has its bleed and marks around it") {
  const Page page{.size = a5, .bleed = 3_mm};
  const PageFrame plain = frame_of(page, {});
  CHECK((plain.media == plain.bleed));
  CHECK(plain.bleed.width.pt() == Approx((a5.width + 6_mm).pt()));
  const PageFrame marked = frame_of(page, {.crop = true, .bars = true});
  CHECK(marked.marks.strokes.size() == 8);
  CHECK(marked.marks.patches.size() == 8);
  CHECK(marked.media.x < marked.bleed.x);
  CHECK((frame_of({.size = a5}, {}).media == Rect{Length(), Length(), a5.width, a5.height}));
}
