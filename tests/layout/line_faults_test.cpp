#include "layout/line_faults.h"

#include <algorithm>

#include "design/theme_file.h"
#include "layout/fixture.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

std::vector<std::string> told(std::string_view markdown, const LayoutSetting& setting) {
  std::vector<std::string> all;
  for (const Diagnostic& found : lay_out_markdown(markdown, setting).diagnostics) all.push_back(to_string(found));
  return all;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("A line with wide gaps is told of once a block, with its place, page, language and words") {
  const std::string markdown =
      "Good.\n\nThe (DonauDampfSchifffahrtsKa) and "
      "(RindFleischEtikettUeberw) and (RindFleischEtikettUeberw) meet.\n";
  const auto all = told(markdown, {.language = "en", .paper = "A7"});
  REQUIRE(all.size() == 1);
  CHECK(first_line(all.front()) ==
        "test.md:3:1: warning: a line on page 1 in en has wide gaps between its words: \"and "
        "(RindFleischEtikettUeberw)\" [loose-line]");
}

TEST_CASE("A line with wide gaps is told of in a right-to-left document, too") {
  const std::string markdown = "نعم.\n\nإن كلمة (RindFleischEtikettUeberw) طويلة.\n";
  const auto all = told(markdown, {.language = "ar", .paper = "A7"});
  REQUIRE(all.size() == 1);
  CHECK(first_line(all.front()) ==
        "test.md:3:1: warning: a line on page 1 in ar has wide gaps between its words: \"كلمة "
        "(RindFleischEtikettUeberw)\" [loose-line]");
}

TEST_CASE("A line wider than its column is told of once a table, however many cells have one") {
  std::string head = "|";
  std::string rule = "|";
  for (int column = 0; column < 200; ++column) {
    head += "wide|";
    rule += "-|";
  }
  for (const char* language : {"en", "ar"}) {
    const auto all = told(head + "\n" + rule + "\n" + head + "\n", {.language = language});
    REQUIRE(all.size() == 1);
    CHECK(first_line(all.front()) == "test.md:1:2: warning: a line on page 1 in " + std::string(language) +
                                         " is wider than its column: \"w\" [overfull-line]");
  }
}

TEST_CASE("Well-set text is not told of, and ragged text never has gaps") {
  const std::string text =
      "Everyone has the right to freedom of opinion and expression; this right includes freedom to hold opinions "
      "without interference and to seek, receive and impart information and ideas through any media.\n";
  CHECK(told(text, {.language = "en", .paper = "A4"}).empty());
  CHECK(told("> Meet (Rindfleischetikettierungsueberwachungsgesetz) now.\n", {.language = "en"}).empty());
}
