#include "document/dump.h"

#include "support/catch.h"

using namespace handbill;

namespace {

Place at(std::uint32_t line, std::uint32_t column) {
  return Place::in_file("page.md").at(line, column);
}

Passage passage(Inlines inlines, const std::string& unit) {
  return {std::move(inlines), at(3, 5), unit, std::nullopt};
}

}  // namespace

TEST_CASE("a document is dumped one node a line") {
  Document document;
  document.name = "page";
  document.language = *Language::parse("ar");
  document.front.title = passage({{Text{"Title"}, {}}}, "title");
  document.front.title->language = Language::parse("en");
  document.front.feature = "a.jpg";
  List list{true, 3, false, {}};
  list.items.push_back({{{CodeBlock{"rust", "a\n\nb"}, at(6, 3)}}, true, at(6, 1)});
  Table table{{Alignment::end, Alignment::centre}, {{passage({}, "t1"), passage({{Code{"`"}, {}}}, "t2")}}};
  document.blocks = {
      {Heading{2, "why", passage({{Strong{{{Text{"Why"}, {}}}}, {}}, {Text{" *?*"}, {}}}, "why")}, at(5, 1)},
      {list, at(6, 1)},
      {table, at(9, 1)},
      {Rule{}, at(12, 1)},
      {Quote{{{Figure{"x.png", "T", passage({{Text{"alt"}, {}}}, "img1")}, at(14, 3)}}}, at(14, 1)},
      {CallToAction{"https://x.org", passage({{Text{"Join"}, {}}}, "cta1")}, at(16, 1)},
      {Paragraph{passage({{Link{"/a", "", {{Text{"b"}, {}}}}, at(18, 2)}}, "p1")}, at(18, 1)}};
  document.footnotes.push_back(
      {"n", 1, {{Paragraph{passage({{Text{"note"}, {}}}, "note-n/p1")}, at(20, 7)}}, at(20, 1)});
  CHECK(dump(document) ==
        "document page ar\n"
        "  title \"Title\" [title] {en}\n"
        "  feature a.jpg\n"
        "heading 2 #why \"**Why** \\*?\\*\" [why]\n"
        "list from 3 loose\n"
        "  item done\n"
        "    code rust\n"
        "      | a\n"
        "      | \n"
        "      | b\n"
        "table end centre\n"
        "  row\n"
        "    cell \"\" [t1]\n"
        "    cell \"`` ` ``\" [t2]\n"
        "rule\n"
        "quote\n"
        "  figure x.png (T) \"alt\" [img1]\n"
        "call to action https://x.org \"Join\" [cta1]\n"
        "paragraph \"[b](/a)\" [p1]\n"
        "footnote 1 [^n]\n"
        "  paragraph \"note\" [note-n/p1]\n");
  CHECK(dump(document, true).find("paragraph \"[b](/a)\" [p1] @3:5\n  link /a @18:2\n") != std::string::npos);
}

TEST_CASE("plain text is what a screen reader would say") {
  const Inlines inlines{{Text{"a "}, {}},
                        {Strong{{{Emphasis{{{Text{"b"}, {}}}}, {}}}}, {}},
                        {HardBreak{}, {}},
                        {Code{"c"}, {}},
                        {FootnoteReference{"n", 1}, {}},
                        {Link{"x", "t", {{InlineImage{"y", "u", {{Text{"d"}, {}}}}, {}}}}, {}},
                        {Strikethrough{{{Text{"e"}, {}}}}, {}}};
  CHECK(plain_text(inlines) == "a b cde");
}
