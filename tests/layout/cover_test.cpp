// The cover of media without pages.
#include "layout/cover.h"

#include <algorithm>

#include "design/theme_file.h"
#include "layout/fixture.h"
#include "source/parse.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

Result<Pages> cover_of(std::string_view markdown, std::string_view tag, const Images& images = {}) {
  const Language language = *Language::parse(tag);
  const Document document =
      parse_document(
          {.name = "page", .bytes = std::string(markdown), .file = Place::in_file("page.md"), .language = language})
          .value;
  const Edition edition;
  const Theme theme = ThemeFile::built_in().theme(LayoutKind::flyer, language);
  const Interface words = Interface::fallback(language);
  return lay_out_cover(
      {.document = document, .images = images, .edition = edition, .theme = theme, .words = words, .fonts = fonts()});
}

/// The size of the largest letters.
Length largest_type(const Page& page) {
  Length largest;
  for (const Mark& mark : page.marks)
    if (const auto* run = std::get_if<PlacedRun>(&mark)) largest = std::max(largest, run->run->size);
  return largest;
}

bool stands_inside(const Page& page) {
  return std::all_of(page.marks.begin(), page.marks.end(), [&](const Mark& mark) {
    const auto* run = std::get_if<PlacedRun>(&mark);
    if (run == nullptr) return true;
    return run->baseline.x >= Length() && fits(run->baseline.x + run->run->width, page.size.width) &&
           run->baseline.y <= page.size.height;
  });
}

const PlacedImage* image_on(const Page& page) {
  for (const Mark& mark : page.marks)
    if (const auto* placed = std::get_if<PlacedImage>(&mark)) return placed;
  return nullptr;
}

std::string front(const std::string& title, const std::string& more = "") {
  return "---\ntitle: \"" + title + "\"\n" + more + "---\n\n## A section\n\nThe text is not on the cover.\n";
}

}  // namespace

TEST_CASE("A cover says kicker, title and subtitle, and nothing of the text") {
  const auto english = cover_of(front("Join us", "kicker: Union\nsubtitle: Tonight\n"), "en");
  CHECK(english.diagnostics.empty());
  REQUIRE(english.value.pages.size() == 1);
  CHECK(lines_on(english.value, 0) == std::vector<std::string>{"Union", "Join us", "Tonight"});
  const auto arabic = cover_of(front("انضموا إلينا", "kicker: النقابة\nsubtitle: الليلة\n"), "ar");
  CHECK(lines_on(arabic.value, 0) == std::vector<std::string>{"النقابة", "انضموا إلينا", "الليلة"});
}

TEST_CASE("Without a subtitle a cover has the date, and without front matter the heading that is the title") {
  CHECK(lines_on(cover_of(front("Join us", "date: 2026-12-12\n"), "en").value, 0).back() == "December 12, 2026");
  CHECK(lines_on(cover_of("# The heading\n\ntext\n", "nl").value, 0) == std::vector<std::string>{"The ", "heading"});
  CHECK(lines_on(cover_of("text\n", "en").value, 0).empty());
}

TEST_CASE("A title is as large as it goes without breaking a word or leaving its room") {
  for (const auto& [tag, word] : {std::pair{"en", "solidarity "}, std::pair{"ar", "تضامن "}}) {
    Length before = 1000_pt;
    for (const int words : {1, 4, 12, 40, 120}) {
      std::string title;
      for (int i = 0; i < words; ++i) title += word;
      const auto cover = cover_of(front(title), tag);
      const Page& page = cover.value.pages[0];
      INFO(tag << " " << words);
      CHECK(largest_type(page) <= before);
      CHECK(stands_inside(page));
      before = largest_type(page);
    }
    CHECK(before < 20_pt);
  }
  const auto long_word = cover_of(front("Arbeitnehmerüberlassungsgesetz"), "de");
  CHECK(lines_on(long_word.value, 0).size() == 1);
}

TEST_CASE("The feature image fills the foot of the cover from edge to edge") {
  for (const auto& [width, height] : {std::pair{300u, 200u}, std::pair{200u, 300u}, std::pair{100u, 900u}}) {
    const auto cover = cover_of(front("Join us", "feature: a.png\n"), "en", {{"a.png", image(width, height)}});
    const Page& page = cover.value.pages[0];
    const PlacedImage* placed = image_on(page);
    REQUIRE(placed != nullptr);
    const Rect shown = placed->visible.value_or(placed->rect);
    CHECK(shown.x.pt() == Approx(0).margin(.01));
    CHECK(shown.width.pt() == Approx(page.size.width.pt()));
    CHECK(shown.bottom().pt() == Approx(page.size.height.pt()));
  }
}

TEST_CASE("An image for which a long title leaves no room is left out") {
  std::string title;
  for (int i = 0; i < 900; ++i) title += "word ";
  CHECK(image_on(cover_of(front(title, "feature: a.png\n"), "en", {{"a.png", image(300, 200)}}).value.pages[0]) ==
        nullptr);
}

TEST_CASE("An Arabic cover starts where an English one ends") {
  const auto places = [](const Pages& cover) {
    std::vector<std::pair<double, double>> boxes;
    for (const Mark& mark : cover.pages[0].marks)
      if (const auto* box = std::get_if<PlacedBox>(&mark)) boxes.emplace_back(box->rect.x.pt(), box->rect.right().pt());
    return boxes;
  };
  const auto english = places(cover_of(front("x"), "en").value);
  const auto arabic = places(cover_of(front("x"), "ar").value);
  REQUIRE(english.size() == arabic.size());
  const double width = english[0].second;
  for (std::size_t i = 0; i < english.size(); ++i) {
    CHECK(arabic[i].first == Approx(width - english[i].second).margin(.01));
    CHECK(arabic[i].second == Approx(width - english[i].first).margin(.01));
  }
}
