// Pages made to hang or crash a reader. Each test ends at once or not at all; what is checked is that text is kept and
// that the limit is named.
#include <algorithm>
#include <random>

#include "core/limits.h"
#include "document/dump.h"
#include "document/markdown.h"
#include "document/walk.h"
#include "source/page.h"
#include "source/parse.h"
#include "source/shape.h"
#include "support/catch.h"

using namespace handbill;
using test::parse_page;
using test::shape;
using test::told;

namespace {

std::string times(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string all_text(const Document& document) {
  std::string out;
  for_each_passage(document, [&](const Passage& passage) { out += plain_text(passage.inlines) + "\n"; });
  return out;
}

int depth_of(const Blocks& blocks) {
  int deepest = 0;
  for (const Block& block : blocks) {
    int inner = 0;
    if (const auto* quote = std::get_if<Quote>(&block.node)) inner = depth_of(quote->blocks);
    if (const auto* list = std::get_if<List>(&block.node))
      for (const ListItem& item : list->items) inner = std::max(inner, depth_of(item.blocks));
    deepest = std::max(deepest, inner);
  }
  return deepest + 1;
}

}  // namespace

TEST_CASE("quotes nested ten thousand deep are kept as flat text") {
  const auto parsed = parse_page("a\n\n" + times(10000, "> ") + "deep\n");
  CHECK(all_text(parsed.value).find("deep") != std::string::npos);
  CHECK(depth_of(parsed.value.blocks) <= limits::block_nesting + 1);
  CHECK(told(parsed.diagnostics) ==
        "page.md:3:201: warning: quotes and lists are nested more than 100 deep here [nesting]\n"
        "  hint: what lies deeper is kept as plain text; take some levels out\n");
}

TEST_CASE("a hundred levels are fine") {
  const auto parsed = parse_page(times(limits::block_nesting - 1, "> ") + "deep\n");
  CHECK(parsed.diagnostics.empty());
  CHECK(depth_of(parsed.value.blocks) == limits::block_nesting);
}

TEST_CASE("lists nested line by line are kept as flat text") {
  std::string page;
  for (int i = 0; i < 1000; ++i)
    page += std::string(2 * static_cast<std::size_t>(i), ' ') + "- a" + std::to_string(i) + "\n";
  const auto parsed = parse_page(page);
  CHECK(all_text(parsed.value).find("a999") != std::string::npos);
  CHECK(depth_of(parsed.value.blocks) <= limits::block_nesting + 2);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].code == "nesting");
  CHECK(parsed.diagnostics[0].place.line == 101);
}

TEST_CASE("emphasis nested ten thousand deep is kept as flat text") {
  std::string page;
  for (int i = 0; i < 10000; ++i) page += i % 2 == 0 ? "*a **b " : "~~c _d ";
  page += "deep";
  for (int i = 9999; i >= 0; --i) page += i % 2 == 0 ? " b** a*" : " d_ c~~";
  const auto parsed = parse_page(page);
  CHECK(all_text(parsed.value).find("deep") != std::string::npos);
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].code == "nesting");
}

TEST_CASE("a short table cannot ask for millions of cells") {
  const std::string row = times(900, "a|") + "a\n";
  const auto parsed = parse_page("x\n\n" + row + times(900, "-|") + "-\n" + times(3000, "b\n"));
  CHECK(told(parsed.diagnostics) ==
        "page.md:4:1: warning: the document's tables have more than 200000 cells [table-size]\n"
        "  hint: this table is kept as plain text; make the tables smaller\n");
  CHECK(all_text(parsed.value).find("-|-|-") != std::string::npos);
}

TEST_CASE("marks without end cost no more than other text") {
  for (const std::string mark : {"[",
                                 "![",
                                 "*",
                                 "_",
                                 "~",
                                 "`",
                                 "<",
                                 "&",
                                 "[^",
                                 "{{<",
                                 "{{< a ",
                                 "{{< \"",
                                 "{{< a `",
                                 "<!--",
                                 "<?",
                                 "<!A ",
                                 "<a ",
                                 "<a b='",
                                 "](",
                                 "![[]()",
                                 "a**b",
                                 "www.",
                                 "http://",
                                 "a@b.c",
                                 "\\",
                                 "$",
                                 "|",
                                 "> ",
                                 "<div>\n",
                                 "<div\n",
                                 "- ",
                                 "<script>\n",
                                 "[^1]: ",
                                 "# a\n",
                                 "{{< button >}}",
                                 "{{< /button >}}",
                                 "{{< button href=\"a\" >}}\n\n"}) {
    CAPTURE(mark);
    const auto page = parse_page(times(5000, mark));
    const auto inlines = parse_inlines(times(5000, mark), Place::in_file("unit").at(1, 1));
    CHECK(shape(parse_inlines(to_markdown(inlines.value), {}).value) == shape(inlines.value));
    CHECK(page.value.name == "page");
  }
}

TEST_CASE("a line of a megabyte is a line") {
  const auto parsed = parse_page(times(2000, times(100, "word ") + "[a](b) ") + "\n");
  CHECK(parsed.diagnostics.empty());
  std::uint32_t last = 0;
  for_each_passage(parsed.value, [&](const Passage& passage) {
    for_each_inline(passage.inlines, [&](const Inline& item) {
      if (std::holds_alternative<Link>(item.node)) last = item.place.column;
    });
  });
  CHECK(last == 1999 * 507 + 501);
}

namespace {

// Pages put together at random from what means something in Markdown.
std::string random_page(unsigned seed) {
  static const char* const pieces[] = {"word ",
                                       "a",
                                       "b ",
                                       "\n",
                                       "\n",
                                       "\n\n",
                                       "\n\n",
                                       "# ",
                                       "## ",
                                       "- ",
                                       "1. ",
                                       "> ",
                                       "    ",
                                       "  ",
                                       "```\n",
                                       "---\n",
                                       "***\n",
                                       "| a | b |\n|---|---|\n| c |\n",
                                       "|",
                                       "*",
                                       "**",
                                       "_",
                                       "~~",
                                       "`",
                                       "[",
                                       "]",
                                       "(x)",
                                       "](y)",
                                       "![i](j)",
                                       "[^1]",
                                       "\n[^1]: ",
                                       "<b>",
                                       "</b>",
                                       "<div>\n",
                                       "</div>\n",
                                       "<br>",
                                       "<!-- ",
                                       "-->",
                                       "<script>",
                                       "</script>",
                                       "&amp;",
                                       "&#xFDD0;",
                                       "\\",
                                       "{{<",
                                       "{{< button href=\"u\" >}}",
                                       "{{< /button >}}",
                                       "{{% x %}}",
                                       "{{< y \n>}}",
                                       "https://x.org/a ",
                                       "a@b.org",
                                       "{#id}",
                                       "عمال ",
                                       "😀",
                                       "\xEF\xB7\x90",
                                       "\t",
                                       "[r]: /u\n",
                                       "[r]",
                                       "- [ ] ",
                                       "\xC2\xA0"};
  std::mt19937 random(seed);
  std::string page;
  for (auto i = random() % 40; i > 0; --i) page += pieces[random() % std::size(pieces)];
  return page;
}

}  // namespace

TEST_CASE("any page is a document whose places are in it and whose units read back") {
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    const std::string page = random_page(seed);
    INFO("seed " << seed << "\n" << page);
    const auto parsed = parse_page(page);
    const auto lines = static_cast<std::uint32_t>(std::count(page.begin(), page.end(), '\n')) + 1;
    std::vector<FootnoteLabel> labels;
    for (const Footnote& footnote : parsed.value.footnotes) labels.push_back({footnote.label, footnote.number});
    std::vector<std::string> units;
    for_each_passage(parsed.value, [&](const Passage& passage) {
      CHECK((passage.place.line >= 1 && passage.place.line <= lines));
      for_each_inline(passage.inlines, [&](const Inline& item) {
        CHECK((item.place.line >= passage.place.line && item.place.line <= lines));
      });
      const std::string markdown = to_markdown(passage.inlines);
      const auto back = parse_inlines(markdown, passage.place, labels);
      CHECK(shape(back.value) == shape(passage.inlines));
      CHECK(told(back.diagnostics).empty());
      units.push_back(passage.unit);
    });
    std::sort(units.begin(), units.end());
    CHECK(std::adjacent_find(units.begin(), units.end()) == units.end());
    CHECK(dump(parsed.value).find("\xEF\xB7\x90") == std::string::npos);
    for (const Diagnostic& diagnostic : parsed.diagnostics)
      CHECK((diagnostic.place.line >= 1 && diagnostic.place.line <= lines));
  }
}
