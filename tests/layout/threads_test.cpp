// Documents set on several threads, and texts that are remembered from pass to pass.
#include <algorithm>

#include "design/theme_file.h"
#include "layout/fixture.h"
#include "layout/set_memory.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

/// A bit of everything that texts are set in, over several pages.
std::string page_in(const std::string& language) {
  const bool arabic = language == "ar";
  const std::string word = arabic ? "كلمة" : "word";
  std::string markdown = "# " + word + "\n\n" + word + " [" + word + "](#last) 𐎀 [" + word +
                         "](https://example.org/somewhere)[^note].\n\n";
  for (int section = 1; section <= 8; ++section) {
    markdown += "## " + word + " " + std::to_string(section) + "\n\n";
    for (int paragraph = 0; paragraph < 3; ++paragraph) {
      for (int i = 0; i < 60; ++i) markdown += word + (i % 7 == section % 7 ? ", " : " ");
      markdown += "\n\n";
    }
    markdown += "1. " + word + "\n2. **" + word + "** C++\n\n> " + word + " **" + word + "**\n\n";
    markdown += "| " + word + " | n |\n|---|--:|\n| " + word + " | 1.5 |\n| a | 12 |\n\n```\n" + word + "\n```\n\n";
  }
  return markdown + "## Last {#last}\n\n" + word + "\n\n[^note]: " + word + " [" + word + "](https://example.net).\n";
}

std::string all_of(const Result<Pages>& result) {
  std::string all = dump(result.value);
  for (const Diagnostic& diagnostic : result.diagnostics) all += to_string(diagnostic);
  return all;
}

}  // namespace

TEST_CASE("Pages and what there is to say about them do not depend on the number of threads") {
  for (const char* language : {"en", "ar"})
    for (const LayoutKind layout : {LayoutKind::handout, LayoutKind::flyer}) {
      INFO(language);
      const LayoutSetting one{.language = language, .layout = layout, .paper = "A5"};
      LayoutSetting four = one;
      four.workers = 4;
      const std::string alone = all_of(lay_out_markdown(page_in(language), one));
      CHECK(alone.find("missing-glyph") != std::string::npos);
      CHECK(alone == all_of(lay_out_markdown(page_in(language), four)));
    }
}

TEST_CASE("A text that fits its sides is the same on several threads") {
  const LayoutSetting one{
      .layout = LayoutKind::flyer, .paper = "A4", .images = {{"f.png", image(900, 400)}}, .sides = 4, .fit = true};
  LayoutSetting four = one;
  four.workers = 4;
  const std::string markdown = page_in("nl") + "\n{{< button href=\"/join\" >}}Join us{{< /button >}}\n";
  const auto alone = lay_out_markdown(markdown, one);
  REQUIRE(alone.value.fitting);
  CHECK(all_of(alone) == all_of(lay_out_markdown(markdown, four)));
}

TEST_CASE("A character without a glyph is told of once for each place, however often its text is set") {
  const auto result = lay_out_markdown(page_in("en"), {.paper = "A5"});
  const auto missing = std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                                     [](const Diagnostic& one) { return one.code == "missing-glyph"; });
  CHECK(missing == 1);
}

TEST_CASE("What there is to say about a document comes in reading order") {
  const std::string address = "https://example.org/" + std::string(900, 'x');
  const auto result = lay_out_markdown(
      "𐎀\n\n{{< button href=\"" + address + "\" >}}Join{{< /button >}}\n\n# 𐎁\n\n| a | 𐎂 |\n|---|---|\n| a | b |\n",
      {.paper = "A5", .workers = 4});
  std::string codes;
  for (const Diagnostic& one : result.diagnostics) codes += one.code + " " + std::to_string(one.place.line) + "\n";
  CHECK(codes == "missing-glyph 1\nqr-too-long 3\nmissing-glyph 5\nmissing-glyph 7\n");
}

TEST_CASE("Lines are remembered for texts that are alike in all that makes lines") {
  StyledText text{.text = u"word"};
  text.spans = {{4, {.size = 10_pt}}};
  text.origins = {{0, Place::in_file("a.md").at(1, 1)}};
  const auto lines = std::make_shared<const std::vector<Line>>();
  SetMemory memory;
  memory.keep(std::make_shared<const StyledText>(text), {.measure = 100_pt}, lines);

  StyledText elsewhere = text;
  elsewhere.origins = {{0, Place::in_file("b.md").at(9, 9)}};
  CHECK(memory.find(elsewhere, {.measure = 100_pt}) == lines);
  CHECK(memory.find(text, {.measure = 99_pt}) == nullptr);
  CHECK(memory.find(text, {.measure = 100_pt, .balanced = true}) == nullptr);
  for (const auto& change : std::vector<void (*)(StyledText&)>{
           [](StyledText& one) { one.text = u"wort"; },
           [](StyledText& one) { one.spans[0].style.size = 11_pt; },
           [](StyledText& one) { one.spans[0].style.tag = 1; },
           [](StyledText& one) { one.spans[0].style.font.italic = true; },
           [](StyledText& one) { one.direction = Direction::right_to_left; },
           [](StyledText& one) { one.language = Language::parse("nl").value(); },
           [](StyledText& one) { one.boxes = {{.offset = 1, .width = 3_pt}}; },
           [](StyledText& one) { one.sizes = std::make_shared<const ScriptSizes>(); },
       }) {
    StyledText other = text;
    change(other);
    CHECK(memory.find(other, {.measure = 100_pt}) == nullptr);
  }
}

TEST_CASE("The table of contents has the right pages, and a reference to a page too") {
  const auto pages = lay_out_markdown(page_in("en"), {.paper = "A5"}).value;
  REQUIRE(pages.pages.size() > 5);
  std::string first;
  for (const std::string& line : lines_on(pages, 0)) first += line + "\n";
  for (const std::string& line : lines_on(pages, 1)) first += line + "\n";
  const auto last = std::find_if(pages.destinations.begin(), pages.destinations.end(),
                                 [](const Destination& destination) { return destination.id == "last"; });
  REQUIRE(last != pages.destinations.end());
  CHECK(first.find("(see page " + std::to_string(last->page + 1) + ")") != std::string::npos);
  CHECK(first.find("Last\n" + std::to_string(last->page + 1) + "\n") != std::string::npos);
}
