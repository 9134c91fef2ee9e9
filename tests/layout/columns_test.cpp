// Handouts in several columns.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "design/theme_file.h"
#include "layout/fixture.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

/// A page of headings, lists, notes and a table between running text.
std::string long_page() {
  std::string markdown = "---\ntitle: In columns\n---\n";
  for (int section = 0; section < 8; ++section) {
    markdown += "## Heading\n\n";
    for (int paragraph = 0; paragraph < 3; ++paragraph) {
      for (int word = 0; word < 45; ++word) markdown += "word ";
      markdown += "\n\n";
    }
    markdown += "- one\n- two\n\n";
  }
  return markdown;
}

Theme in_columns(int columns) {
  Theme theme = ThemeFile::built_in().theme(LayoutKind::handout, Language::parse("en").value());
  theme.columns = columns;
  return theme;
}

Pages in_two_columns(const char* language) {
  const Theme theme = in_columns(2);
  return lay_out_markdown(long_page(), {.language = language, .paper = "A4", .theme = &theme}).value;
}

/// The left and right edge of every line of running text that fills its column, in hundredths of a point.
std::set<std::pair<int, int>> column_edges(const Pages& pages) {
  std::set<std::pair<int, int>> edges;
  for (const Page& page : pages.pages)
    for (const Mark& mark : page.marks)
      if (const auto* run = std::get_if<PlacedRun>(&mark);
          run != nullptr && run->run->size == in_columns(2).body.size && run->text->rfind(u"word", 0) == 0 &&
          run->run->end - run->run->begin > 35)
        edges.emplace(static_cast<int>(std::lround(run->baseline.x.pt())),
                      static_cast<int>(std::lround((run->baseline.x + run->run->width).pt())));
  return edges;
}

}  // namespace

TEST_CASE("Lines of running text in all columns of all pages stand on one grid") {
  const Pages pages = in_two_columns("en");
  REQUIRE(pages.pages.size() > 1);
  const Theme theme = in_columns(2);
  std::set<long> offsets;
  for (const Page& page : pages.pages)
    for (const Mark& mark : page.marks)
      if (const auto* run = std::get_if<PlacedRun>(&mark); run != nullptr && run->text->rfind(u"word", 0) == 0) {
        const double lines = (run->baseline.y - theme.margins.top) / theme.body.leading;
        offsets.insert(std::lround((lines - std::floor(lines)) * 1000));
      }
  CHECK(offsets.size() == 1);
}

TEST_CASE("The first column of a right-to-left document is the right one") {
  for (const char* language : {"en", "en-Arab"}) {
    const Pages pages = in_two_columns(language);
    const double middle = pages.pages[0].size.width.pt() / 2;
    for (const Mark& mark : pages.pages[0].marks) {
      const auto* run = std::get_if<PlacedRun>(&mark);
      if (run == nullptr || run->text->rfind(u"word", 0) != 0) continue;
      CHECK((run->baseline.x.pt() > middle) == pages.language.right_to_left());
      break;
    }
  }
}

TEST_CASE("No word is lost between columns, and the last page's columns end near each other") {
  const Pages pages = in_two_columns("en");
  std::size_t words = 0;
  std::map<bool, double> lowest;
  for (const Page& page : pages.pages) {
    const bool last = &page == &pages.pages.back();
    for (const Mark& mark : page.marks) {
      const auto* run = std::get_if<PlacedRun>(&mark);
      if (run == nullptr || run->generated) continue;
      const std::u16string text = run->text->substr(run->run->begin, run->run->end - run->run->begin);
      for (std::size_t at = text.find(u"word"); at != std::u16string::npos; at = text.find(u"word", at + 1)) ++words;
      double& bottom = lowest[run->baseline.x > page.size.width / 2];
      if (last) bottom = std::max(bottom, run->baseline.y.pt());
    }
  }
  CHECK(words == 8 * 3 * 45);
  REQUIRE(lowest.size() == 2);
  CHECK(std::abs(lowest[false] - lowest[true]) < 8 * in_columns(2).body.leading.pt());
}

TEST_CASE("Full lines of a column share its edges") {
  const auto edges = column_edges(in_two_columns("en"));
  std::set<int> lefts;
  for (const auto& [left, right] : edges) lefts.insert(left);
  CHECK(lefts.size() == 2);
}
