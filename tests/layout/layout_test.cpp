#include "layout/layout.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "design/theme_file.h"
#include "layout/fixture.h"
#include "support/catch.h"
#include "support/golden.h"

using namespace handbill;
using namespace handbill::test;

namespace {

using Lines = std::vector<std::string>;

Lines all_lines(const Pages& pages) {
  Lines lines;
  for (std::size_t page = 0; page < pages.pages.size(); ++page)
    for (std::string& line : lines_on(pages, page)) lines.push_back(std::move(line));
  return lines;
}

bool contains(const Lines& lines, const std::string& text) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "word ";
  return text;
}

/// Index of the page that has `text` on one of its lines.
std::size_t page_with(const Pages& pages, const std::string& text) {
  for (std::size_t page = 0; page < pages.pages.size(); ++page)
    if (contains(lines_on(pages, page), text)) return page;
  FAIL("no page says " << text);
  return 0;
}

}  // namespace

TEST_CASE("An empty document has no pages that could be wrong") {
  const auto pages = lay_out_markdown("");
  CHECK(pages.diagnostics.empty());
  CHECK(pages.value.pages.size() == 1);
}

TEST_CASE("No line parts a number from its currency, in both directions") {
  std::string markdown;
  for (int i = 0; i < 60; ++i) markdown += std::string(static_cast<std::size_t>(i % 5) + 1, 'a') + " € 5 ";
  for (const char* language : {"nl", "ar"})
    for (const std::string& line : all_lines(lay_out_markdown(markdown, {.language = language}).value))
      CHECK(!line.starts_with('5'));
}

TEST_CASE("Capitals are those of the text's language") {
  for (const auto& [language, words, capitals] : {std::tuple{"nl", "ijzer en één", "IJZER EN ÉÉN"},
                                                  {"tr", "istanbul ılık", "İSTANBUL ILIK"},
                                                  {"en", "istanbul", "ISTANBUL"},
                                                  {"el", "ελευθερία", "ΕΛΕΥΘΕΡΙΑ"},
                                                  {"de", "straße", "STRASSE"}}) {
    Theme theme = ThemeFile::built_in().theme(LayoutKind::handout, Language::parse(language).value());
    theme.body.upper_case = true;
    CHECK(all_lines(lay_out_markdown(words, {.language = language, .theme = &theme}).value) == Lines{capitals});
  }
}

TEST_CASE("A heading stands on the page of the two lines that follow it") {
  // Whatever stands before, a heading never ends a page.
  for (int before = 1; before < 60; ++before) {
    std::string markdown;
    for (int i = 0; i < before; ++i) markdown += "line\n\n";
    markdown += "## Heading\n\nfirst " + words(60);
    const auto pages = lay_out_markdown(markdown).value;
    const std::size_t page = page_with(pages, "Heading");
    const auto lines = lines_on(pages, page);
    const auto heading = std::find(lines.begin(), lines.end(), "Heading");
    REQUIRE(heading + 2 < lines.end());
    CHECK((heading + 1)->rfind("first", 0) == 0);
  }
}

TEST_CASE("No page starts or ends with a single line of a paragraph") {
  for (int before = 1; before < 40; ++before) {
    std::string markdown;
    for (int i = 0; i < before; ++i) markdown += "line\n\n";
    markdown += "first " + words(100) + " last\n";
    const auto pages = lay_out_markdown(markdown).value;
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
      const auto lines = lines_on(pages, page);
      const auto is_body = [](const std::string& line) { return line.find("word") != std::string::npos; };
      const auto count = std::count_if(lines.begin(), lines.end(), is_body);
      CHECK(count != 1);
    }
  }
}

TEST_CASE("No page ends inside a word") {
  std::string markdown;
  for (int i = 0; i < 30; ++i)
    markdown +=
        "Everyone is entitled to internationally acknowledged fundamental responsibilities notwithstanding "
        "unconstitutional determinations by uncooperative organisations, municipalities and " +
        std::to_string(i) + " incomprehensible administrators.\n\n";
  const auto pages = lay_out_markdown(markdown).value;
  REQUIRE(pages.pages.size() > 5);
  for (const Page& page : pages.pages) {
    const PlacedRun* last = nullptr;  // of the text
    for (const Mark& mark : page.marks)
      if (const auto* run = std::get_if<PlacedRun>(&mark); run != nullptr && run->structure != StructureId::artefact)
        last = run;
    REQUIRE(last != nullptr);
    CHECK_FALSE(last->run->generated);
  }
}

TEST_CASE("A table goes on under its header row on the next page, which is read once") {
  std::string markdown = "| Name | Number |\n|---|--:|\n";
  for (int row = 1; row <= 60; ++row) markdown += "| row " + std::to_string(row) + " | " + std::to_string(row) + " |\n";
  const auto pages = lay_out_markdown(markdown).value;
  REQUIRE(pages.pages.size() > 1);
  int readable = 0;
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    CHECK(contains(lines_on(pages, page), "Name"));
    for (const Mark& mark : pages.pages[page].marks)
      if (const auto* run = std::get_if<PlacedRun>(&mark))
        if (run->text->rfind(u"Name", 0) == 0 && run->structure != StructureId::artefact) ++readable;
  }
  CHECK(readable == 1);
  std::set<std::string> rows;
  for (const std::string& line : all_lines(pages))
    if (line.rfind("row ", 0) == 0) rows.insert(line);
  CHECK(rows.size() == 60);
}

TEST_CASE("Numbers in a column stand with their decimals below each other, in both directions") {
  for (const char* language : {"en", "en-Arab"}) {
    const auto pages = lay_out_markdown("| What | Price |\n|--|--|\n| a | 1.5 |\n| b | 12.25 |\n| c | 300 |\n",
                                        {.language = language, .paper = "A5"})
                           .value;
    std::set<long> points;  // where decimals begin, in hundredths of a point
    for (const Mark& mark : pages.pages[0].marks) {
      const auto* run = std::get_if<PlacedRun>(&mark);
      if (run == nullptr || run->text->find_first_of(u"0123456789") == std::u16string::npos || run->generated) continue;
      Length x = run->baseline.x;
      for (const Glyph& glyph : run->run->glyphs)
        if (glyph.cluster < std::min(run->text->find(u'.'), run->text->size()))
          x += run->run->size * static_cast<double>(glyph.advance);
      points.insert(std::lround(x.pt() * 100));
    }
    CHECK(points.size() == 1);
  }
}

TEST_CASE("A row higher than a page is cut between its lines") {
  const auto pages = lay_out_markdown("| A | B |\n|---|---|\n| " + words(400) + " | b |\n").value;
  REQUIRE(pages.pages.size() > 1);
  std::size_t count = 0;
  for (const std::string& line : all_lines(pages))
    for (std::size_t at = line.find("word"); at != std::string::npos; at = line.find("word", at + 1)) ++count;
  CHECK(count == 400);
}

TEST_CASE("A footnote is at the foot of the page that mentions it") {
  std::string markdown;
  for (int i = 0; i < 40; ++i) markdown += "line\n\n";
  markdown += "mention[^n]\n\n[^n]: The note.\n";
  const auto pages = lay_out_markdown(markdown).value;
  CHECK(page_with(pages, "mention") == page_with(pages, "The note."));
  CHECK(page_with(pages, "mention") > 0);
}

TEST_CASE("Links are numbered in the text, after the full stop, and listed once at the end") {
  const auto pages =
      lay_out_markdown(
          "See [one](https://a.example/x). And [two](https://b.example/), [one](https://a.example/x) again.\n")
          .value;
  const auto lines = all_lines(pages);
  CHECK(contains(lines, "one.\u202F[1]"));
  CHECK(contains(lines, "two,\u202F[2]"));
  CHECK(contains(lines, "one\u202F[1]"));
  CHECK(std::count(lines.begin(), lines.end(), "a.example/x") == 1);
  CHECK(std::count(lines.begin(), lines.end(), "b.example") == 1);
}

TEST_CASE("A link in a footnote is in the list of links, too") {
  const auto pages = lay_out_markdown("See [one](https://a.example/x).[^n]\n\n[^n]: And [two](https://b.example/y).\n",
                                      {.paper = "A5"})
                         .value;
  const auto lines = all_lines(pages);
  CHECK(std::count(lines.begin(), lines.end(), "a.example/x") == 1);
  CHECK(std::count(lines.begin(), lines.end(), "b.example/y") == 1);
}

TEST_CASE("Addresses stand at the foot of the page that has the link, where the theme wants them there") {
  Theme theme = ThemeFile::built_in().theme(LayoutKind::handout, Language::parse("en").value());
  theme.links = LinkPlace::foot;
  std::string markdown = "[early](https://a.example/x)\n\n";
  for (int i = 0; i < 60; ++i) markdown += "line\n\n";
  markdown += "[late](https://b.example/y)[^n]\n\n[^n]: With [another](https://c.example/z).\n";
  const auto pages = lay_out_markdown(markdown, {.paper = "A5", .theme = &theme}).value;
  REQUIRE(pages.pages.size() > 1);
  CHECK_FALSE(contains(all_lines(pages), "Links"));
  CHECK(page_with(pages, "a.example/x") == page_with(pages, "early"));
  CHECK(page_with(pages, "b.example/y") == page_with(pages, "late"));
  CHECK(page_with(pages, "c.example/z") == page_with(pages, "late"));
  CHECK(page_with(pages, "late") > 0);
}

TEST_CASE("A link that says its own address has no number") {
  const auto pages =
      lay_out_markdown("<https://a.example/> and [me@b.example](mailto:me@b.example)\n", {.paper = "A4"}).value;
  CHECK(all_lines(pages) == Lines{"https://a.example/ and me@b.example"});
  REQUIRE(pages.pages[0].links.size() == 2);
  CHECK(pages.pages[0].links[1].address == "mailto:me@b.example");
}

TEST_CASE("A telephone number keeps its order in a right-to-left line") {
  const auto pages = lay_out_markdown("اتصل [+31 20 012 34 56](tel:+31200123456) الآن\n", {.language = "ar"}).value;
  const auto left_edge = [&](std::u16string_view text) {
    for (const Mark& mark : pages.pages[0].marks)
      if (const auto* run = std::get_if<PlacedRun>(&mark))
        if (std::u16string_view(*run->text).substr(run->run->begin, run->run->end - run->run->begin).find(text) !=
            std::u16string_view::npos)
          return run->run->right_to_left() ? Length() : run->baseline.x;
    return Length();
  };
  CHECK(left_edge(u"+") > Length());
  CHECK(left_edge(u"31 20 012 34 56") > left_edge(u"+"));
}

TEST_CASE("A hashtag that is a link keeps its sign in front in a right-to-left line") {
  const auto pages = lay_out_markdown("تصبح [#ShutDownNation](https://a.example/x) الآن\n", {.language = "ar"}).value;
  bool found = false;
  for (const Mark& mark : pages.pages[0].marks)
    if (const auto* run = std::get_if<PlacedRun>(&mark))
      found = found || (!run->run->right_to_left() &&
                        run->text->substr(run->run->begin, run->run->end - run->run->begin) == u"#ShutDownNation");
  CHECK(found);
}

TEST_CASE("An in-page link to another page says which, one on the same page does not") {
  std::string markdown = "Go to [the end](#the-end) or [here](#here).\n\n## Here\n\n";
  for (int i = 0; i < 60; ++i) markdown += "line\n\n";
  markdown += "## The end\n\nback to [here](#here)\n";
  const auto pages = lay_out_markdown(markdown, {.paper = "A5"}).value;
  const std::string page = std::to_string(page_with(pages, "back to") + 1);
  CHECK(contains(lines_on(pages, 0), "the end (see page " + page + ") or here."));
  CHECK(contains(all_lines(pages), "back to here (see page 1)"));
}

TEST_CASE("A long handout has a table of contents whose numbers are right") {
  std::string markdown = "---\ntitle: Long\n---\n";
  for (int section = 1; section <= 5; ++section) {
    markdown += "## Section " + std::to_string(section) + "\n\n";
    for (int i = 0; i < 30; ++i) markdown += "line\n\n";
  }
  const auto pages = lay_out_markdown(markdown).value;
  CHECK(contains(lines_on(pages, 0), "In this handout"));
  const auto first = lines_on(pages, 0);
  for (int section = 1; section <= 5; ++section) {
    const std::string title = "Section " + std::to_string(section);
    const auto entry = std::find(first.begin(), first.end(), title);
    REQUIRE(entry + 1 < first.end());
    const auto& outline = pages.outline;
    const auto target =
        std::find_if(outline.begin(), outline.end(), [&](const auto& found) { return found.title == title; });
    REQUIRE(target != outline.end());
    CHECK(*(entry + 1) == std::to_string(target->page + 1));
  }
}

TEST_CASE("A call to action shows its label, its address and a QR code, and can be clicked") {
  const auto pages = lay_out_markdown("{{< button href=\"/join\" >}}Join us{{< /button >}}\n", {.paper = "A5"}).value;
  CHECK(contains(all_lines(pages), "Join us"));
  CHECK(contains(all_lines(pages), "example.org/join"));
  const auto& marks = pages.pages[0].marks;
  CHECK(std::any_of(marks.begin(), marks.end(),
                    [](const Mark& mark) { return std::holds_alternative<PlacedModules>(mark); }));
  REQUIRE(pages.pages[0].links.size() == 1);
  CHECK(pages.pages[0].links[0].address == "https://example.org/join");
}

TEST_CASE("An address too long for a QR code is reported and still printed") {
  const auto pages = lay_out_markdown("{{< button href=\"https://example.org/" + std::string(3000, 'a') +
                                      "\" >}}Join{{< /button >}}\n");
  REQUIRE(pages.diagnostics.size() == 1);
  CHECK(pages.diagnostics[0].code == "qr-too-long");
  CHECK(contains(all_lines(pages.value), "example.org/"));
}

TEST_CASE("On a flyer, a list whose items open with a bold sentence becomes numbered actions") {
  const LayoutSetting flyer{.layout = LayoutKind::flyer, .paper = "A5"};
  const auto actions = lay_out_markdown("- **Act now.** It helps.\n- **Join us!** It helps, too.\n", flyer).value;
  CHECK(all_lines(actions) == Lines{"1", "Act now.", "It helps.", "2", "Join us!", "It helps, too."});
  const auto agenda = lay_out_markdown("- **17:30** Welcome\n- **17:40** Talks\n", flyer).value;
  CHECK(all_lines(agenda) == Lines{"•", "17:30 Welcome", "•", "17:40 Talks"});
}

TEST_CASE("Images keep their ratio and stay inside the column") {
  const std::string markdown = "![wide](w.png)\n\n![tall](t.png)\n";
  const auto pages =
      lay_out_markdown(markdown, {.images = {{"w.png", image(4000, 100)}, {"t.png", image(100, 4000)}}}).value;
  const auto size = pages.pages[0].size;
  int images = 0;
  for (const Page& page : pages.pages)
    for (const Mark& mark : page.marks)
      if (const auto* placed = std::get_if<PlacedImage>(&mark)) {
        ++images;
        CHECK(std::abs(placed->rect.width / placed->rect.height -
                       static_cast<double>(placed->image->width) / placed->image->height) < 1e-6);
        CHECK(placed->rect.x > Length());
        CHECK(placed->rect.right() < size.width);
        CHECK(placed->rect.height < size.height / 2);
      }
  CHECK(images == 2);
}

TEST_CASE("A missing image leaves its words") {
  CHECK(all_lines(lay_out_markdown("![What it shows](gone.png)\n").value) == Lines{"What it shows"});
}

TEST_CASE("Lists inside lists inside quotes, a hundred deep, are set without losing a word") {
  std::string markdown;
  for (int depth = 0; depth < 45; ++depth)
    markdown += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- item" + std::to_string(depth) + "\n";
  const auto lines = all_lines(lay_out_markdown(markdown).value);
  for (int depth = 0; depth < 45; ++depth) CHECK(contains(lines, "item" + std::to_string(depth)));
}

TEST_CASE("A table of two hundred columns is set as well as can be") {
  std::string head = "|";
  std::string rule = "|";
  for (int column = 0; column < 200; ++column) {
    head += "c|";
    rule += "-|";
  }
  const auto pages = lay_out_markdown(head + "\n" + rule + "\n" + head + "\n").value;
  int cells = 0;
  for (const Page& page : pages.pages)
    for (const Mark& mark : page.marks)
      if (std::holds_alternative<PlacedRun>(mark)) ++cells;
  CHECK(cells == 400);
}

TEST_CASE("Every mark stands on its page") {
  const std::string markdown = "# Title\n\n" + words(500) + "\n\n> " + words(50) + "\n\n1. " + words(40) + "\n\n```\n" +
                               std::string(400, 'x') + "\n```\n\n| a | b |\n|--|--|\n| " + std::string(300, 'y') +
                               " | " + words(100) + " |\n";
  for (const char* language : {"en", "ar"})
    for (const LayoutKind layout : {LayoutKind::handout, LayoutKind::flyer}) {
      const auto pages = lay_out_markdown(markdown, {.language = language, .layout = layout, .paper = "A5"}).value;
      for (const Page& page : pages.pages)
        for (const Mark& mark : page.marks)
          if (const auto* placed = std::get_if<PlacedRun>(&mark)) {
            CHECK(placed->baseline.x >= Length());
            CHECK(placed->baseline.x + placed->run->width <= page.size.width);
            CHECK(placed->baseline.y > Length());
            CHECK(placed->baseline.y < page.size.height);
          }
    }
}

namespace {

constexpr std::string_view small_page = R"(---
title: A small page
description: With a lead
---

A paragraph with **bold**, _slanted_ and `code` words, a [link](https://example.org/a) and a note[^1].

1. first
2. second
   - nested

> Quoted

[^1]: The note.
)";

constexpr std::string_view small_arabic_page = R"(---
title: صفحة صغيرة
description: مع مقدّمة
---

فقرة فيها **كلمة** *وأخرى* و`code` ورابط [هنا](https://example.org/a) وحاشية[^1].

1. أوّلًا
2. ثانيًا
   - في الداخل

> اقتباس

[^1]: الحاشية.
)";

/// On A6, with A4's margins, so that little text takes two pages.
Pages small_handout(std::string_view markdown, const std::string& language) {
  Theme theme = ThemeFile::built_in().theme(LayoutKind::handout, Language::parse(language).value());
  theme.margins_for.reset();
  return lay_out_markdown(markdown, {.language = language, .theme = &theme}).value;
}

}  // namespace

TEST_CASE("The pages of a small document are as agreed, and so are their Arabic twins") {
  EXPECT_GOLDEN("handout-en.txt", dump(small_handout(small_page, "en")));
  EXPECT_GOLDEN("handout-ar.txt", dump(small_handout(small_arabic_page, "ar")));
  EXPECT_GOLDEN("flyer-en.txt", dump(lay_out_markdown(small_page, {.layout = LayoutKind::flyer}).value));
  EXPECT_GOLDEN("flyer-ar.txt",
                dump(lay_out_markdown(small_arabic_page, {.language = "ar", .layout = LayoutKind::flyer}).value));
}

TEST_CASE("The lines of a small document are as agreed, and so are their Arabic twins") {
  EXPECT_GOLDEN("lines-en.txt", dump_lines(small_handout(small_page, "en")));
  EXPECT_GOLDEN("lines-ar.txt", dump_lines(small_handout(small_arabic_page, "ar")));
}
