#include "design/copyfit.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

#include "core/unicode.h"
#include "design/theme_file.h"
#include "document/walk.h"
#include "layout/fixture.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

const FitLimits wide{.size = {0.8, 1.35},
                     .leading = {0.94, 1.12},
                     .space = {0.6, 1.8},
                     .picture = 0.5,
                     .smallest = 6_pt,
                     .share_space = true};

/// How much room a text takes at a fit: grows with everything.
double room_of(const Fit& fit) {
  return fit.size * fit.size * (0.7 * fit.leading + 0.3 * fit.space) + 0.2 * fit.picture;
}

/// The project's own flyer in its source language.
Document flyer_text(const std::string& language = "en") {
  std::ifstream file(HANDBILL_ROOT "/content/tech-workers.md", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const Document page = parsed(bytes, language);
  auto chosen = select_sections(page, {"intro", "what-can-you-do", "why-tech-matters"}, {});
  REQUIRE(chosen.diagnostics.empty());
  return std::move(chosen.value);
}

Images flyer_images() {
  return {{"feature-tech-workers.jpg", image(1600, 760)}};
}

Result<Pages> fitted(const Document& document) {
  return lay_out_document(
      document, {.layout = LayoutKind::flyer, .paper = "A5", .images = flyer_images(), .sides = 2, .fit = true});
}

/// A word made longer by letters of its own, or shorter by leaving its last ones out. `debt` carries what rounding
/// leaves from word to word.
std::u16string stretched(const std::u16string& word, double factor, double& debt) {
  const double wanted = static_cast<double>(word.size()) * factor + debt;
  const auto length = static_cast<std::size_t>(std::max(1.0, std::round(wanted)));
  debt = wanted - static_cast<double>(length);
  std::u16string result = word.substr(0, length);
  while (result.size() < length) result += word[result.size() % word.size()];
  return result;
}

std::string stretched(const std::string& text, double factor) {
  std::u16string result;
  std::u16string word;
  double debt = 0;
  for (const char16_t unit : to_utf16(text) + u' ') {
    if (unit != u' ') {
      word += unit;
      continue;
    }
    if (!word.empty()) result += stretched(word, factor, debt);
    result += u' ';
    word.clear();
  }
  result.pop_back();
  return to_utf8(result);
}

void for_each_text(Document& document, const std::function<void(Text&)>& change) {
  for_each_passage(document, [&](Passage& passage) {
    for_each_inline(passage.inlines, [&](Inline& one) {
      if (auto* text = std::get_if<Text>(&one.node)) change(*text);
    });
  });
}

/// A made-up language whose words are `factor` as long.
Document pseudo(Document document, double factor) {
  for_each_text(document, [&](Text& text) { text.text = stretched(text.text, factor); });
  return document;
}

/// How far down the text of a page goes, leaving out what stands in the bar at the foot of the front.
Length lowest_line(const Page& page, Length above) {
  Length lowest;
  for (const Mark& mark : page.marks)
    if (const auto* run = std::get_if<PlacedRun>(&mark); run != nullptr && run->baseline.y < above)
      lowest = std::max(lowest, run->baseline.y);
  return lowest;
}

/// On which rung of the ladder a text was set.
std::size_t rung_of(const Pages& pages) {
  const auto ladder = rungs(ThemeFile::built_in().theme(LayoutKind::flyer, pages.language).fit);
  std::set<double> sizes;
  for (const Fit& fit : ladder) sizes.insert(fit.size);
  return static_cast<std::size_t>(std::distance(sizes.begin(), sizes.find(pages.fitting->size)));
}

}  // namespace

TEST_CASE("Every rung of the ladder is larger than the one below, in one thing at a time from the tightest on") {
  const auto ladder = rungs(wide);
  CHECK(ladder.front() == Fit{.size = 0.8, .leading = 0.94, .space = 0.6, .picture = 0.5});
  CHECK(ladder.back() == Fit{.size = 1.35});
  CHECK(std::count(ladder.begin(), ladder.end(), Fit{}) == 1);
  for (std::size_t i = 1; i < ladder.size(); ++i) {
    CHECK(ladder[i].size >= ladder[i - 1].size);
    CHECK(ladder[i].size - ladder[i - 1].size < 0.051);
    CHECK(ladder[i].leading >= ladder[i - 1].leading);
    CHECK(ladder[i].space >= ladder[i - 1].space);
    CHECK(ladder[i].picture >= ladder[i - 1].picture);
    CHECK(room_of(ladder[i]) > room_of(ladder[i - 1]));
  }
}

TEST_CASE("A theme that allows nothing has a ladder of one rung") {
  CHECK(rungs({}).size() == 1);
  CHECK(find_fit({}, [](const Fit&) { return true; }) == Fit{});
  CHECK_FALSE(find_fit({}, [](const Fit&) { return false; }));
}

TEST_CASE("Type comes first, then leading, then space, and a text that is much too short has the most of all") {
  const auto all = find_fit(wide, [](const Fit&) { return true; });
  CHECK(all == Fit{.size = 1.35, .leading = 1.12, .space = 1.8});
  for (const double room : {0.7, 0.8, 0.95, 1.05, 1.2, 1.5, 1.9}) {
    const auto fit = find_fit(wide, [&](const Fit& one) { return room_of(one) <= room; });
    REQUIRE(fit);
    CHECK(room_of(*fit) <= room);
    // No larger type would have fitted at the theme's own leading and spaces.
    if (fit->size >= 1 && fit->size < 1.35) CHECK(room_of(Fit{.size = fit->size + 0.05}) > room);
    if (fit->space > 1) CHECK((fit->leading > 1.11 || room_of(Fit{fit->size, fit->leading + 0.01, 1, 1}) > room));
  }
}

TEST_CASE("A text that is too long even at the smallest has no fit") {
  CHECK_FALSE(find_fit(wide, [](const Fit&) { return false; }));
}

TEST_CASE("Finding a fit takes few tries") {
  int tries = 0;
  find_fit(wide, [&](const Fit& one) { return ++tries, room_of(one) <= 1.2; });
  CHECK(tries <= 20);
}

TEST_CASE("A rung that does not fit between two that do does no harm") {
  const auto fit = find_fit(wide, [&](const Fit& one) {
    return room_of(one) <= 1.3 && std::abs(one.size - 1.05) > 0.001 && one.leading <= 1 && one.space <= 1;
  });
  REQUIRE(fit);
  CHECK(fit->size > 0.99);
}

TEST_CASE("A theme is scaled as a whole, down to the smallest type and code that can be read") {
  Theme theme = ThemeFile::built_in().theme(LayoutKind::flyer, Language::parse("en").value());
  theme.fit.smallest = 6_pt;
  const Theme small = scaled(theme, {.size = 0.5, .leading = 1.1, .space = 2, .picture = 0.5});
  CHECK(small.title.size == theme.title.size * 0.5);
  CHECK(std::abs(small.title.leading / theme.title.leading - 0.55) < 1e-9);
  CHECK(small.body.size == 6_pt);
  CHECK(std::abs(small.body.leading / small.body.size - theme.body.leading / theme.body.size * 1.1) < 1e-9);
  CHECK(small.paragraph_space == theme.paragraph_space);
  CHECK(small.qr == 20_mm);
  CHECK(small.picture == theme.picture * 0.5);
  CHECK(small.margins.top == theme.margins.top);
  CHECK(scaled(theme, {.size = 1.2}).qr == theme.qr * 1.2);
}

TEST_CASE("The project's flyer fills its two sides, and so do texts 40% longer and 30% shorter") {
  for (const char* language : {"en", "en-Arab"}) {
    const Document document = flyer_text(language);
    double size = 10;
    for (const double factor : {0.7, 1.0, 1.4}) {
      INFO("words " << factor << " as long in " << language);
      const auto result = fitted(pseudo(document, factor));
      CHECK(result.diagnostics.empty());
      const Pages& pages = result.value;
      REQUIRE(pages.pages.size() == 2);
      REQUIRE(pages.fitting);
      CHECK(pages.fitting->size <= size);
      size = pages.fitting->size;
      CHECK(pages.fitting->fill > 0.5);
      CHECK(pages.fitting->fill <= 1);
      // The last line stands on the lower margin, as it would if the type were exactly so large.
      const Page& back = pages.pages.back();
      CHECK(back.size.height - lowest_line(back, back.size.height) < 12_mm + 5_pt);
    }
  }
}

TEST_CASE("Changing one word moves the size by one step or not at all") {
  for (const double factor : {0.8, 1.0, 1.2}) {
    const Document document = pseudo(flyer_text(factor < 1 ? "en-Arab" : "en"), factor);
    const std::size_t own = rung_of(fitted(document).value);
    int texts = 0;
    Document counted = document;
    for_each_text(counted, [&](Text&) { ++texts; });
    for (const char* word : {"extraordinarily ", "and "})
      for (int edited = 0; edited < texts; ++edited) {
        Document changed = document;
        int at = 0;
        for_each_text(changed, [&](Text& text) {
          if (at++ == edited) text.text = word + text.text;
        });
        const std::size_t rung = rung_of(fitted(changed).value);
        INFO("\"" << word << "\" before text " << edited << " of words " << factor << " as long");
        CHECK(std::max(rung, own) - std::min(rung, own) <= 1);
      }
  }
}

TEST_CASE("A text too long at the smallest type says by how many lines, in which language, and from where on") {
  std::string markdown;
  for (int i = 1; i <= 60; ++i) markdown += "Paragraph number " + std::to_string(i) + " has one line.\n\n";
  const auto result = lay_out_markdown(
      markdown, {.language = "nl", .layout = LayoutKind::flyer, .paper = "A6", .sides = 1, .fit = true});
  REQUIRE(result.diagnostics.size() == 1);
  const std::string message = to_string(result.diagnostics[0]);
  INFO(message);
  std::size_t shown = 0;
  for (const std::string& line : lines_on(result.value, 0)) shown += line.rfind("Paragraph", 0) == 0 ? 1 : 0;
  REQUIRE(shown > 10);
  REQUIRE(shown < 60);
  CHECK(message ==
        "test.md:" + std::to_string(shown * 2 + 1) + ":1: error: " + std::to_string(60 - shown) +
            " lines too many for the 1 side of edition \"test\" in nl at the smallest type, from \"Paragraph "
            "number " +
            std::to_string(shown + 1) +
            " has one line.\" on [too-long]\n  hint: shorten the text, leave out a section, or give it "
            "another side\n");
}

TEST_CASE("Without fitting, sides that do not suffice are an error, and all of the text is there") {
  std::string markdown;
  for (int i = 1; i <= 60; ++i) markdown += "Paragraph number " + std::to_string(i) + "\n\n";
  const auto result = lay_out_markdown(markdown, {.paper = "A6", .sides = 1});
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "too-long");
  CHECK(result.value.pages.size() > 1);
}

TEST_CASE("Room that even the largest type leaves is shared out between blocks, or stays below them") {
  const std::string markdown = "---\ntitle: T\n---\n\nOne.\n\n## Heading\n\nTwo.\n\nThree.\n";
  const LayoutSetting setting{.layout = LayoutKind::flyer, .paper = "A5", .sides = 1, .fit = true};
  const auto shared = lay_out_markdown(markdown, setting).value;
  Theme theme = ThemeFile::built_in().theme(LayoutKind::flyer, Language::parse("en").value());
  theme.fit.share_space = false;
  LayoutSetting below = setting;
  below.theme = &theme;
  const auto left = lay_out_markdown(markdown, below).value;
  CHECK(shared.fitting->size == 1.35);
  CHECK(shared.fitting->fill < 0.9);
  CHECK(shared.fitting->fill == left.fitting->fill);
  const Length foot = shared.pages[0].size.height;
  CHECK(foot - lowest_line(shared.pages[0], foot) < 12_mm + 6_pt);
  CHECK(foot - lowest_line(left.pages[0], foot) > 30_mm);
}

TEST_CASE("A handout is fitted to its pages, too") {
  std::string markdown = "---\ntitle: T\n---\n\n";
  for (int i = 1; i <= 30; ++i) markdown += "Paragraph number " + std::to_string(i) + "\n\n";
  for (const char* language : {"en", "ar"}) {
    const auto result = lay_out_markdown(markdown, {.language = language, .paper = "A5", .sides = 2, .fit = true});
    CHECK(result.diagnostics.empty());
    CHECK(result.value.pages.size() == 2);
    CHECK(result.value.fitting);
  }
}
