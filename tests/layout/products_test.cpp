// Posters, leaflets, table tents and notices with strips to tear off.
#include <algorithm>
#include <map>
#include <set>

#include "core/unicode.h"
#include "design/theme_file.h"
#include "layout/fixture.h"
#include "support/catch.h"
#include "support/golden.h"

using namespace handbill;
using namespace handbill::test;

namespace {

std::string page_of(int paragraphs) {
  std::string markdown = "---\ntitle: Title\ndescription: The lead\n---\n\n";
  for (int i = 1; i <= paragraphs; ++i)
    markdown += "Paragraph number " + std::to_string(i) + " has some more words than go onto one line.\n\n";
  return markdown + "{{< button href=\"/join\" >}}Join us{{< /button >}}\n";
}

bool about(Length a, Length b) {
  return fits(a, b) && fits(b, a);
}

/// The left edge and page of the first line that starts with `words`.
struct Found {
  std::size_t page = 0;
  Length left;
  Length right;
};
std::optional<Found> find(const Pages& pages, const std::string& words) {
  for (std::size_t page = 0; page < pages.pages.size(); ++page)
    for (const Mark& mark : pages.pages[page].marks)
      if (const auto* run = std::get_if<PlacedRun>(&mark);
          run != nullptr && to_utf8(run->text->substr(run->run->begin)).starts_with(words))
        return Found{page, run->baseline.x, run->baseline.x + run->run->width};
  return std::nullopt;
}

std::vector<const PlacedGroup*> groups_on(const Page& page) {
  std::vector<const PlacedGroup*> groups;
  for (const Mark& mark : page.marks)
    if (const auto* group = std::get_if<PlacedGroup>(&mark)) groups.push_back(group);
  return groups;
}

/// A page's marks that are in no group, and nothing else of it.
Pages upright_part(const Pages& pages, std::size_t page) {
  Pages part;
  part.pages.push_back({.size = pages.pages[page].size, .label = "1"});
  for (const Mark& mark : pages.pages[page].marks)
    if (!std::holds_alternative<PlacedGroup>(mark)) part.pages[0].marks.push_back(mark);
  return part;
}

Pages only_group(const PlacedGroup& group) {
  Pages part;
  part.pages.push_back({.marks = group.marks, .label = "1"});
  return part;
}

}  // namespace

TEST_CASE("A leaflet's last third is 2 mm narrower, and its folds are where the panels end, mirrored in Arabic") {
  const Length wide = (297_mm + 2_mm) / 3;
  for (const char* language : {"en", "ar"}) {
    const auto pages = lay_out_markdown(
        page_of(30), {.language = language, .layout = LayoutKind::leaflet, .paper = "A4", .fit = true});
    CHECK(pages.diagnostics.empty());
    REQUIRE(pages.value.pages.size() == 2);
    const Page& outside = pages.value.pages[0];
    const Page& inside = pages.value.pages[1];
    CHECK(about(outside.size.width, 297_mm));
    CHECK(about(outside.size.height, 210_mm));
    const bool mirrored = std::string(language) == "ar";
    for (const Page* side : {&outside, &inside}) {
      REQUIRE(side->folds.size() == 2);
      CHECK(side->folds[0].upright);
      const bool narrow_on_the_left = (side == &outside) != mirrored;
      CHECK(about(side->folds[0].at, narrow_on_the_left ? wide - 2_mm : wide));
      CHECK(about(side->folds[1].at, narrow_on_the_left ? wide * 2 - 2_mm : wide * 2));
    }
  }
}

TEST_CASE("A leaflet is read from the cover through the inside to the flap, and its back has the address") {
  for (const char* language : {"en", "en-Arab"}) {
    const bool mirrored = std::string(language) == "en-Arab";
    const auto pages =
        lay_out_markdown(page_of(60), {.language = language, .layout = LayoutKind::leaflet, .paper = "A4", .fit = true})
            .value;
    const auto panel = [&](const std::string& words) {
      const auto found = find(pages, words);
      REQUIRE(found);
      const Page& page = pages.pages[found->page];
      const Length middle = (found->left + found->right) / 2;
      std::size_t column = 0;
      for (const Fold& fold : page.folds) column += fold.at < middle ? 1 : 0;
      return std::pair(found->page, mirrored ? 2 - column : column);
    };
    using Where = std::pair<std::size_t, std::size_t>;
    CHECK(panel("Title") == Where(0, 2));
    CHECK(panel("The lead") == Where(0, 2));
    CHECK(panel("Join us") == Where(0, 1));
    std::vector<Where> order;
    for (int i = 1; i <= 60; ++i) {
      const Where where = panel("Paragraph number " + std::to_string(i) + " ");
      if (order.empty() || order.back() != where) order.push_back(where);
    }
    CHECK(order == std::vector<Where>{{1, 0}, {1, 1}, {1, 2}, {0, 0}, {0, 1}});
  }
}

TEST_CASE("A table tent shows the same on both sides, of which one is read") {
  for (const char* language : {"en", "ar"}) {
    const auto pages =
        lay_out_markdown(page_of(2), {.language = language, .layout = LayoutKind::tent, .paper = "A4", .fit = true})
            .value;
    REQUIRE(pages.pages.size() == 1);
    const Page& sheet = pages.pages[0];
    REQUIRE(sheet.folds.size() == 1);
    CHECK_FALSE(sheet.folds[0].upright);
    CHECK(about(sheet.folds[0].at, 297_mm / 2));
    const auto groups = groups_on(sheet);
    REQUIRE(groups.size() == 1);
    CHECK(groups[0]->quarter_turns == 2);
    CHECK(lines_on(only_group(*groups[0]), 0) == lines_on(upright_part(pages, 0), 0));
    for (const Mark& mark : groups[0]->marks) {
      if (const auto* run = std::get_if<PlacedRun>(&mark)) {
        CHECK(run->generated);
        CHECK(run->structure == StructureId::artefact);
        const Rect place = groups[0]->on_page({run->baseline.x, run->baseline.y, run->run->width, 0_pt});
        CHECK(place.y < 297_mm / 2);
        CHECK(place.y > Length());
        CHECK(place.x >= Length());
        CHECK(place.right() <= 210_mm);
      }
    }
    CHECK(sheet.links.size() == 1);
  }
}

TEST_CASE("A table tent of two sides goes on behind, where it is read on its head") {
  const auto pages =
      lay_out_markdown(page_of(14), {.layout = LayoutKind::tent, .paper = "A4", .sides = 2, .fit = true});
  CHECK(pages.diagnostics.empty());
  const auto groups = groups_on(pages.value.pages[0]);
  REQUIRE(groups.size() == 1);
  const auto front = lines_on(upright_part(pages.value, 0), 0);
  const auto back = lines_on(only_group(*groups[0]), 0);
  CHECK(front.front() == "Title");
  CHECK(back.back().size() > 10);
  for (const Mark& mark : groups[0]->marks)
    if (const auto* run = std::get_if<PlacedRun>(&mark)) CHECK(run->structure != StructureId::artefact);
}

TEST_CASE("Every strip to tear off has the label and the address along it, and none is read again") {
  for (const char* language : {"en", "ar"}) {
    const auto pages =
        lay_out_markdown(page_of(3), {.language = language, .layout = LayoutKind::tear_off, .paper = "A4", .fit = true})
            .value;
    REQUIRE(pages.pages.size() == 1);
    const auto groups = groups_on(pages.pages[0]);
    REQUIRE(groups.size() == 11);
    const Length width = pages.pages[0].size.width / 11;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      CHECK(groups[i]->quarter_turns == (std::string(language) == "ar" ? 1 : 3));
      CHECK(lines_on(only_group(*groups[i]), 0) == std::vector<std::string>{"Join us", "example.org/join"});
      for (const Mark& mark : groups[i]->marks) {
        const auto* run = std::get_if<PlacedRun>(&mark);
        REQUIRE(run != nullptr);
        CHECK(run->generated);
        const Rect place =
            groups[i]->on_page({run->baseline.x, run->baseline.y - run->run->size, run->run->width, run->run->size});
        CHECK(place.x >= width * static_cast<double>(i));
        CHECK(fits(place.right(), width * static_cast<double>(i + 1)));
        CHECK(place.y > pages.pages[0].size.height * 0.8);
        CHECK(fits(place.bottom(), pages.pages[0].size.height));
      }
    }
  }
}

TEST_CASE("A notice without a call to action has nothing to tear off, which is said") {
  const auto pages = lay_out_markdown("# Title\n\nText\n", {.layout = LayoutKind::tear_off, .paper = "A4"});
  REQUIRE(pages.diagnostics.size() == 1);
  CHECK(to_string(pages.diagnostics[0]) ==
        "test.md: warning: there is no call to action to repeat on the strips to tear off [no-action]\n"
        "  hint: write one, as in {{< button href=\"join\" >}}Join us{{< /button >}}\n");
  CHECK(groups_on(pages.value.pages[0]).empty());
}

TEST_CASE("A poster grows with its paper") {
  const auto small = lay_out_markdown(page_of(3), {.layout = LayoutKind::poster, .paper = "A4"}).value;
  const auto large = lay_out_markdown(page_of(3), {.layout = LayoutKind::poster, .paper = "A3"}).value;
  CHECK(lines_on(small, 0) == lines_on(large, 0));
  const auto at = find(small, "Paragraph number 1");
  const auto twice = find(large, "Paragraph number 1");
  REQUIRE(at);
  REQUIRE(twice);
  CHECK(std::abs(twice->left / at->left - 420.0 / 297) < 1e-6);
}

TEST_CASE("Products have no links without an address, and those for the distance have no numbers") {
  const std::string markdown = page_of(1) + "\nSee [this](https://a.example/x).\n";
  for (const LayoutKind layout : {LayoutKind::poster, LayoutKind::tent, LayoutKind::tear_off}) {
    const auto pages = lay_out_markdown(markdown, {.layout = layout, .paper = "A4", .sides = 1, .fit = true}).value;
    const auto lines = lines_on(pages, 0);
    CHECK(std::find(lines.begin(), lines.end(), "See this.") != lines.end());
  }
}

TEST_CASE("Margins that leave no room are reported, and nothing stands outside the paper") {
  for (const LayoutKind layout : {LayoutKind::leaflet, LayoutKind::handout}) {
    Theme theme = ThemeFile::built_in().theme(layout, Language::parse("en").value());
    theme.margins = {40_mm, 40_mm, 40_mm, 40_mm};
    theme.margins_for.reset();
    const auto pages = lay_out_markdown(page_of(2), {.layout = layout, .paper = "A7", .theme = &theme});
    REQUIRE(!pages.diagnostics.empty());
    CHECK(to_string(pages.diagnostics[0]) ==
          "error: the theme's margins leave no room on A7 for edition \"test\" [no-room]\n"
          "  hint: choose a larger paper, or narrower margins in the theme\n");
    for (const Page& page : pages.value.pages)
      for (const Mark& mark : page.marks)
        if (const auto* run = std::get_if<PlacedRun>(&mark)) CHECK(run->baseline.x >= Length());
  }
}

TEST_CASE("A picture too coarse for print is a warning with the number, one that is fine enough is none") {
  const std::string markdown = "---\ntitle: T\nfeature: f.png\n---\n\nText.\n";
  const auto with = [&](std::uint32_t width) {
    return lay_out_markdown(
               markdown,
               {.layout = LayoutKind::flyer, .paper = "A5", .images = {{"f.png", image(width, width / 2)}}, .sides = 2})
        .diagnostics;
  };
  CHECK(with(1200).empty());
  const auto coarse = with(600);
  REQUIRE(coarse.size() == 1);
  CHECK(to_string(coarse[0]) ==
        "test.md:3:10: warning: a picture of 600 x 300 pixels has 103 dpi when it is 148 mm wide; print wants 200 "
        "[image-resolution]\n  hint: use one at least 1166 pixels wide\n");
}

TEST_CASE("An address whose QR code could not be read at its size is printed alone, which is said") {
  const auto with = [](std::size_t letters) {
    return lay_out_markdown(
        "{{< button href=\"https://example.org/" + std::string(letters, 'a') + "\" >}}Join{{< /button >}}\n",
        {.layout = LayoutKind::flyer, .paper = "A5"});
  };
  const auto has_code = [](const Pages& pages) {
    return std::any_of(pages.pages[0].marks.begin(), pages.pages[0].marks.end(),
                       [](const Mark& mark) { return std::holds_alternative<PlacedModules>(mark); });
  };
  CHECK(with(40).diagnostics.empty());
  CHECK(has_code(with(40).value));
  const auto long_one = with(300);
  REQUIRE(long_one.diagnostics.size() == 1);
  CHECK(to_string(long_one.diagnostics[0]) ==
        "test.md:1:1: warning: an address of 320 characters is too long for a QR code of 21 mm that can be read; it is "
        "printed alone [qr-too-long]\n  hint: link to a short address that forwards to the long one\n");
  CHECK_FALSE(has_code(long_one.value));
}

TEST_CASE("A quotation that opens with a bold number is a figure on a flyer: the number large, its words beside it") {
  for (const char* language : {"en", "en-Arab"}) {
    const std::string markdown = "> **53%** of all exports in 2023.\n>\n> And more.\n";
    const auto flyer =
        lay_out_markdown(markdown, {.language = language, .layout = LayoutKind::flyer, .paper = "A5"}).value;
    const auto number = find(flyer, "53%");
    const auto words = find(flyer, "of all exports");
    REQUIRE(number);
    REQUIRE(words);
    if (std::string(language) == "en")
      CHECK(number->right < words->left);
    else
      CHECK(words->right < number->left);
    std::map<std::string, std::pair<Length, StructureId>> runs;
    for (const Mark& mark : flyer.pages[0].marks)
      if (const auto* run = std::get_if<PlacedRun>(&mark))
        runs[to_utf8(run->text->substr(run->run->begin, 3))] = {run->run->size, run->structure};
    CHECK(runs["53%"].first > runs["of "].first * 2);
    CHECK(runs["53%"].second == runs["of "].second);
    CHECK(find(flyer, "And more."));
    const auto handout = lay_out_markdown(markdown, {.language = language, .paper = "A5"}).value;
    const auto lines = lines_on(handout, 0);
    CHECK(lines.front() == "53% of all exports in 2023.");
  }
}

TEST_CASE("A label on narrow paper is set smaller rather than broken inside a word") {
  for (const char* language : {"en", "en-Arab"}) {
    const auto lines = lines_on(lay_out_markdown("{{< button href=\"/join\" >}}Getting involved{{< /button >}}\n",
                                                 {.language = language, .layout = LayoutKind::flyer, .paper = "A7"})
                                    .value,
                                0);
    CHECK(std::find(lines.begin(), lines.end(), "Getting ") != lines.end());
    CHECK(std::find(lines.begin(), lines.end(), "involved") != lines.end());
  }
}

TEST_CASE("A title and a call to action that fill a small side do not cover each other") {
  const std::string markdown =
      "---\ntitle: Uncomfortably long words for a small flyer indeed\n---\n\nText.\n\n"
      "{{< button href=\"/join\" >}}Join us{{< /button >}}\n";
  for (const char* language : {"en", "en-Arab"}) {
    const auto pages = lay_out_markdown(
        markdown, {.language = language, .layout = LayoutKind::flyer, .paper = "A7", .sides = 2, .fit = true});
    Length title;
    Length bar = 1000_pt;
    for (const Mark& mark : pages.value.pages[0].marks) {
      if (const auto* run = std::get_if<PlacedRun>(&mark); run != nullptr && run->text->starts_with(u"Uncomfortably"))
        title = std::max(title, run->baseline.y);
      if (const auto* code = std::get_if<PlacedModules>(&mark)) bar = std::min(bar, code->rect.y);
    }
    CHECK(title > Length());
    CHECK(title < bar);
    const auto lines = lines_on(pages.value, 0);
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [](const std::string& line) { return line.find("Uncomfortably") != std::string::npos; }));
  }
}

TEST_CASE("What stands at the foot is read after the text, and a figure's words are not run into its number") {
  for (const LayoutKind layout : {LayoutKind::flyer, LayoutKind::poster, LayoutKind::leaflet}) {
    const auto pages = lay_out_markdown(page_of(2), {.layout = layout, .paper = "A4"}).value;
    std::map<std::string, StructureId> ids;
    for (const Page& page : pages.pages)
      for (const Mark& mark : page.marks)
        if (const auto* run = std::get_if<PlacedRun>(&mark)) ids[to_utf8(run->text->substr(0, 7))] = run->structure;
    CHECK(ids.at("Title") < ids.at("The lea"));
    CHECK(ids.at("Paragra") < ids.at("Join us"));
  }
  const auto lines =
      lines_on(lay_out_markdown("> **53%** of all.\n", {.layout = LayoutKind::flyer, .paper = "A5"}).value, 0);
  CHECK(lines == std::vector<std::string>{"53% ", "of all."});
}

TEST_CASE("Panels are as agreed") {
  const std::string markdown = page_of(1);
  EXPECT_GOLDEN("tent-en.txt", dump(lay_out_markdown(markdown, {.layout = LayoutKind::tent, .paper = "A5"}).value));
  EXPECT_GOLDEN("leaflet-ar.txt",
                dump(lay_out_markdown("---\ntitle: عنوان\n---\n\nنصّ.\n",
                                      {.language = "ar", .layout = LayoutKind::leaflet, .paper = "A4"})
                         .value));
}
