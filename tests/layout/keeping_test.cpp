// What stays together, what stands where it should, and what is too much.
#include <algorithm>
#include <string>

#include "design/theme_file.h"
#include "layout/fixture.h"
#include "source/parse.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::size_t count_of(const Pages& pages, Role role) {
  return static_cast<std::size_t>(std::count_if(pages.structure.begin(), pages.structure.end(),
                                                [&](const StructureNode& node) { return node.role == role; }));
}

/// Whether each run stands between the page's edges.
bool all_on_paper(const Pages& pages) {
  for (const Page& page : pages.pages)
    for (const Mark& mark : page.marks)
      if (const auto* run = std::get_if<PlacedRun>(&mark))
        if (run->baseline.x < -0.01_pt || run->baseline.x + run->run->width > page.size.width + 0.01_pt) return false;
  return true;
}

/// All text of the pages, without spaces.
std::string letters_of(const Pages& pages) {
  std::string all;
  for (std::size_t page = 0; page < pages.pages.size(); ++page)
    for (const std::string& line : lines_on(pages, page)) all += line;
  all.erase(std::remove(all.begin(), all.end(), ' '), all.end());
  return all;
}

}  // namespace

TEST_CASE("The line that introduces a list is not the last on its page") {
  for (int before = 1; before < 20; ++before) {
    const auto pages = lay_out_markdown(repeated("A line.\n\n", before) + "These are they:\n\n- one\n- two\n- three\n");
    for (std::size_t page = 0; page < pages.value.pages.size(); ++page) {
      const auto lines = lines_on(pages.value, page);
      const auto found = std::find(lines.begin(), lines.end(), "These are they:");
      if (found == lines.end()) continue;
      CAPTURE(before);
      CHECK(std::find(lines.begin(), lines.end(), "one") != lines.end());
    }
  }
}

TEST_CASE("Headings of every level have a role of their own and never grow towards the deeper ones") {
  for (const char* language : {"en", "ar"}) {
    std::string markdown = "Text.\n\n";
    for (int level = 1; level <= 6; ++level) markdown += repeated("#", level) + " Level\n\ntext\n\n";
    const auto pages = lay_out_markdown(markdown, {.language = language, .paper = "A4"}).value;
    for (const Role role :
         {Role::heading1, Role::heading2, Role::heading3, Role::heading4, Role::heading5, Role::heading6})
      CHECK(count_of(pages, role) == 1);
    Length last = 100_pt;
    for (const Mark& mark : pages.pages[0].marks) {
      const auto* run = std::get_if<PlacedRun>(&mark);
      if (run == nullptr || run->structure == StructureId::artefact) continue;
      const Role role = pages.structure[static_cast<std::size_t>(run->structure)].role;
      if (role < Role::heading1 || role > Role::heading6) continue;
      CHECK(run->run->size <= last);
      last = run->run->size;
    }
  }
}

TEST_CASE("A list in a quotation in a list's item keeps its words, marks and structure, in both directions") {
  const std::string markdown = "- outer\n\n  > quoted\n  >\n  > 1. first\n  > 2. second\n\n- last\n";
  for (const char* language : {"en", "ar"}) {
    const auto pages = lay_out_markdown(markdown, {.language = language}).value;
    CHECK(count_of(pages, Role::list) == 2);
    CHECK(count_of(pages, Role::list_item) == 4);
    CHECK(count_of(pages, Role::block_quote) == 1);
    const std::string letters = letters_of(pages);
    for (const char* word : {"outer", "quoted", "first", "second", "last"})
      CHECK(letters.find(word) != std::string::npos);
    CHECK(all_on_paper(pages));
  }
}

TEST_CASE("A lead in another language says so to screen readers") {
  const Language english = Language::parse("en").value();
  auto parsed = parse_document({.name = "test",
                                .bytes = "---\ntitle: Titel\ndescription: Not translated yet.\n---\n\nTekst.\n",
                                .file = Place::in_file("test.md"),
                                .language = Language::parse("nl").value()});
  REQUIRE(parsed.value.front.description.has_value());
  parsed.value.front.description->language = english;
  const Theme theme = ThemeFile::built_in().theme(LayoutKind::handout, parsed.value.language);
  const Interface words = Interface::fallback(parsed.value.language);
  const Edition edition{.name = "test", .layout = LayoutKind::handout, .paper = "A6"};
  const Images images;
  const auto pages = lay_out({.document = parsed.value,
                              .images = images,
                              .edition = edition,
                              .theme = theme,
                              .words = words,
                              .fonts = fonts()})
                         .value;
  std::size_t leads = 0;
  for (const Mark& mark : pages.pages[0].marks) {
    const auto* run = std::get_if<PlacedRun>(&mark);
    if (run == nullptr || !(run->run->language == english)) continue;
    ++leads;
    CHECK(pages.structure[static_cast<std::size_t>(run->structure)].language == english);
  }
  CHECK(leads > 0);
}

TEST_CASE("A word longer than the line is broken and stays on the paper, in every script") {
  for (const auto& [letters, language] : {std::pair{"abcdefghij", "en"},
                                          {"سلمتعنبيكل", "ar"},
                                          {"אבגדהוזחטי", "he"},
                                          {"ประชาชน", "th"},
                                          {"人生而自由", "zh"},
                                          {"यूनियन", "hi"}}) {
    const std::string word = repeated(letters, 40);
    for (const char* before : {"", "> ", "- ", "# "}) {
      CAPTURE(language, before);
      const auto pages = lay_out_markdown(before + word + "\n", {.language = language}).value;
      CHECK(all_on_paper(pages));
      if (std::string(before).empty()) CHECK(letters_of(pages) == word);
    }
  }
}

TEST_CASE("Lists a hundred deep are set, and stay on the paper") {
  std::string markdown;
  for (int depth = 0; depth < 100; ++depth) markdown += repeated("  ", depth) + "- item" + std::to_string(depth) + "\n";
  for (const char* language : {"en", "ar"})
    CHECK(all_on_paper(lay_out_markdown(markdown, {.language = language}).value));
}

TEST_CASE("Numbers, signs and addresses keep their order in right-to-left text") {
  const char* markdown =
      "دفع 12.5% و€ 5 واتصل بـ +31 20 012 34 56 أو <a@example.org> أو <https://example.org/a-b> و`x < 1`.\n";
  const auto pages = lay_out_markdown(markdown, {.language = "ar", .paper = "A4"}).value;
  for (const Mark& mark : pages.pages[0].marks)
    if (const auto* run = std::get_if<PlacedRun>(&mark); run != nullptr && !run->run->right_to_left())
      for (std::size_t i = 1; i < run->run->glyphs.size(); ++i)
        CHECK(run->run->glyphs[i - 1].cluster <= run->run->glyphs[i].cluster);
  const std::string letters = letters_of(pages);
  for (const char* part : {"12.5%", "€5", "+31200123456", "a@example.org", "x<1"}) {
    CAPTURE(part, letters);
    CHECK(letters.find(part) != std::string::npos);
  }
}

TEST_CASE("A table of contents that is longer than a page begins where it stands") {
  std::string markdown = "---\ntitle: Long\n---\n\n";
  for (int i = 1; i <= 40; ++i) markdown += "## Part " + std::to_string(i) + "\n\n" + repeated("word ", 120) + "\n\n";
  const auto pages = lay_out_markdown(markdown).value;
  const auto has_entry = [&](std::size_t page, const std::string& title) {
    const auto lines = lines_on(pages, page);
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.rfind(title, 0) == 0; });
  };
  CHECK(has_entry(0, "Part 2"));
  CHECK_FALSE(has_entry(0, "Part 40"));
}
