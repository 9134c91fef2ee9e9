// However pages are put on sheets, every one of them is there once, and blanks stand at the end.
#include <algorithm>
#include <map>

#include "design/edition.h"
#include "imposition/folding.h"
#include "imposition/sheets.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

constexpr auto edges = {Duplex::none, Duplex::long_edge, Duplex::short_edge};
const Size a7 = paper_size("A7").value();

using Times = std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t>;

/// How often each page of each document is printed.
Times times_of(const Sheets& sheets) {
  Times times;
  for (const SheetSide& side : sheets.sides)
    for (const PlacedPage& page : side.pages) ++times[{page.document, page.page}];
  return times;
}

Times each(const std::vector<const Pages*>& documents, std::size_t times) {
  Times wanted;
  for (std::uint32_t document = 0; document < documents.size(); ++document)
    for (std::uint32_t page = 0; page < documents[document]->pages.size(); ++page) wanted[{document, page}] = times;
  return wanted;
}

/// The pages of a side in the order its places are read in: row by row, from where the language begins.
std::vector<std::uint32_t> read_row_by_row(const SheetSide& side, bool from_the_right) {
  std::vector<PlacedPage> placed = side.pages;
  std::sort(placed.begin(), placed.end(), [&](const PlacedPage& a, const PlacedPage& b) {
    if (!same_place({a.trim.x, a.trim.y, 1_pt, 1_pt}, {a.trim.x, b.trim.y, 1_pt, 1_pt})) return a.trim.y < b.trim.y;
    return (a.trim.x < b.trim.x) != from_the_right;
  });
  std::vector<std::uint32_t> pages;
  for (const PlacedPage& page : placed) pages.push_back(page.page);
  return pages;
}

Sheets imposed(const Imposition& how, const std::vector<const Pages*>& documents) {
  auto result = impose({.how = how, .documents = documents, .inner_margin = 20_mm});
  REQUIRE(result.diagnostics.empty());
  return result.value;
}

}  // namespace

TEST_CASE("Any number of pages goes on sheets of any number of places, each page once") {
  for (const char* language : {"en", "ar"})
    for (const Duplex edge : edges)
      for (int up = 1; up <= 16; ++up)
        for (std::size_t count = 1; count <= 40; ++count) {
          INFO(count << " pages, " << up << " a side, " << language);
          const Pages pages = plain_pages(count, a7, language);
          const std::vector documents{&pages};
          Imposition how{.kind = Impose::n_up, .up = up, .sheet = "A3", .duplex = edge, .fill = Fill::different};
          CHECK(times_of(imposed(how, documents)) == each(documents, 1));
          how.fill = Fill::same;
          CHECK(times_of(imposed(how, documents)) == each(documents, static_cast<std::size_t>(up)));
        }
}

TEST_CASE("Pages that are printed on one side stand in order, place by place and sheet by sheet, blanks at the end") {
  for (const char* language : {"en", "ar"})
    for (int up = 1; up <= 12; ++up)
      for (std::size_t count = 1; count <= 40; ++count) {
        INFO(count << " pages, " << up << " a side, " << language);
        const Pages pages = plain_pages(count, a7, language);
        const Sheets sheets = imposed(
            {.kind = Impose::n_up, .up = up, .sheet = "A3", .duplex = Duplex::none, .fill = Fill::different}, {&pages});
        std::uint32_t next = 0;
        for (const SheetSide& side : sheets.sides) {
          const bool last = &side == &sheets.sides.back();
          CHECK((side.pages.size() == static_cast<std::size_t>(up) || last));
          for (const std::uint32_t page : read_row_by_row(side, std::string(language) == "ar")) CHECK(page == next++);
        }
        CHECK(next == count);
      }
}

TEST_CASE("Each page of every language is on the sheets once, however many pages each has") {
  for (const Duplex edge : edges)
    for (std::size_t english = 0; english <= 5; ++english)
      for (std::size_t arabic = 0; arabic <= 5; ++arabic)
        for (std::size_t dutch = 1; dutch <= 5; ++dutch) {
          INFO(english << ", " << arabic << " and " << dutch << " pages");
          const Pages one = plain_pages(english, a7, "en");
          const Pages two = plain_pages(arabic, a7, "ar");
          const Pages three = plain_pages(dutch, a7, "nl");
          const std::vector documents{&one, &two, &three};
          const Sheets sheets = imposed({.kind = Impose::languages, .duplex = edge}, documents);
          CHECK(times_of(sheets) == each(documents, 1));
        }
}

TEST_CASE("A booklet of any number of pages has each of them once") {
  for (const char* language : {"en", "ar"})
    for (const Duplex edge : edges)
      for (std::size_t count = 1; count <= 130; ++count) {
        INFO(count << " pages, " << language);
        const Pages pages = plain_pages(count, a7, language);
        const std::vector documents{&pages};
        const Sheets sheets = imposed({.kind = Impose::booklet, .duplex = edge}, documents);
        CHECK(times_of(sheets) == each(documents, 1));
        CHECK(sheets.sides.size() == (count + 3) / 4 * 2);
      }
}
