#include "render/pdf/structure_writer.h"

#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

constexpr auto ltr = Direction::left_to_right;

LineSample at(Length y, StructureId structure, std::string_view tag = "en") {
  LineSample sample;
  sample.baseline = {40_pt, y};
  sample.language = language(tag);
  sample.structure = structure;
  return sample;
}

std::string tree(const Pages& pages) {
  return PdfFile(pages).ask({"pdfinfo", "-struct-text", "{}"});
}

}  // namespace

TEST_CASE("The structure tree has the nodes' roles and texts in reading order") {
  const auto serif = face("NotoSerif-Regular.ttf");
  Pages pages = one_page("en");
  const auto heading = add_node(pages, Role::heading1);
  const auto list = add_node(pages, Role::list);
  const auto item = add_node(pages, Role::list_item, list);
  const auto label = add_node(pages, Role::label, item);
  const auto body = add_node(pages, Role::list_body, item);
  Page& page = pages.pages[0];
  add(page, line(at(40_pt, heading), ltr, {{serif, "Join"}}));
  add(page, line(at(60_pt, label), ltr, {{serif, "1."}}));
  LineSample beside = at(60_pt, body);
  beside.baseline.x = 60_pt;
  add(page, line(beside, ltr, {{serif, "today"}}));
  add(page, line(at(190_pt, StructureId::artefact), ltr, {{serif, "page 1"}}));
  CHECK(tree(pages) ==
        "Document\n  H1 (block)\n    \"Join\"\n  L (block)\n    LI (block)\n      Lbl (block)\n        \"1.\"\n"
        "      LBody (block)\n        \"today\"\n");
}

TEST_CASE("A node that is left and entered again keeps its parts in order, round what stands between") {
  const auto serif = face("NotoSerif-Regular.ttf");
  Pages pages = one_page("en");
  const auto paragraph = add_node(pages, Role::paragraph);
  const auto link = add_node(pages, Role::link, paragraph);
  auto runs = line(at(40_pt, paragraph), ltr, {{serif, "See "}, {serif, "here"}, {serif, " now"}});
  runs[1].structure = link;
  add(pages.pages[0], runs);
  pages.pages[0].links.push_back({{{60_pt, 30_pt, 30_pt, 12_pt}}, "https://example.org/", "here", link});
  const std::string found = tree(pages);
  CHECK(contains(found, "  P (block)\n    \"See \"\n    Link (inline)\n      \"here\"\n      Object "));
  CHECK(contains(found, " 0\n    \" now\"\n"));
}

TEST_CASE("Children follow the nodes' order even where the page shows them in another, and empty ones are there") {
  const auto serif = face("NotoSerif-Regular.ttf");
  Pages pages = one_page("en");
  const auto row = add_node(pages, Role::table_row, add_node(pages, Role::table));
  const auto first = add_node(pages, Role::header_cell, row);
  add_node(pages, Role::data_cell, row);
  const auto last = add_node(pages, Role::data_cell, row);
  add(pages.pages[0], line(at(60_pt, last), ltr, {{serif, "last"}}));
  add(pages.pages[0], line(at(40_pt, first), ltr, {{serif, "first"}}));
  const std::string found = tree(pages);
  CHECK(contains(readable(pages), "/A <</O /Table /Scope /Column>>"));
  CHECK(found.find("first") < found.find("last"));
  CHECK(found.find("TD") != found.rfind("TD"));
}

TEST_CASE("A node's language is in the tree, and a run's other language on the run") {
  const auto serif = face("NotoSerif-Regular.ttf");
  Pages pages = one_page("en");
  const auto quote = add_node(pages, Role::block_quote);
  pages.structure.back().language = language("nl");
  const auto paragraph = add_node(pages, Role::paragraph);
  auto runs = line(at(60_pt, paragraph), ltr, {{serif, "They say "}, {serif, "oui"}});
  change(runs[1], [](LineRun& run) { run.language = language("fr"); });
  add(pages.pages[0], line(at(40_pt, quote, "nl"), ltr, {{serif, "Allen"}}));
  add(pages.pages[0], runs);
  const std::string file = readable(pages);
  CHECK(contains(file.substr(file.find("/S /BlockQuote"), 60), "/Lang (nl)"));
  const std::string content = content_of(file);
  CHECK(contains(content, "/BlockQuote <</MCID 0>> BDC\nBT\n"));
  CHECK(contains(content, "/P <</MCID 2>> BDC\n/Span <</Lang (fr)>> BDC\nBT\n"));
}

TEST_CASE("A node on two pages says which of its content is not on the first") {
  const auto serif = face("NotoSerif-Regular.ttf");
  Pages pages = one_page("en");
  pages.pages.push_back(pages.pages[0]);
  const auto paragraph = add_node(pages, Role::paragraph);
  add(pages.pages[0], line(at(180_pt, paragraph), ltr, {{serif, "It goes"}}));
  add(pages.pages[1], line(at(40_pt, paragraph), ltr, {{serif, "on."}}));
  const std::string file = readable(pages);
  const std::string element = file.substr(file.find("/S /P\n"), 120);
  CHECK(contains(element, "/K [0 <</Type /MCR /Pg "));
  CHECK(contains(element, " /MCID 0>>]"));
  CHECK(tree(pages) == "Document\n  P (block)\n    \"It goes\"\n    \"on.\"\n");
}

TEST_CASE("A data cell refers to the header cell of its column") {
  Pages pages = one_page("en");
  const auto table = add_node(pages, Role::table);
  for (const Role role : {Role::header_cell, Role::data_cell}) {
    const auto row = add_node(pages, Role::table_row, table);
    for (std::uint32_t column = 0; column < 2; ++column) {
      add_node(pages, role, row);
      pages.structure.back().column = column;
    }
  }
  const std::string file = readable(pages);
  CHECK(contains(file, "/ID (node00000003)\n/A <</O /Table /Scope /Column>>"));
  CHECK(contains(file, "/A <</O /Table /Headers [(node00000003)]>>"));
  CHECK(contains(file, "/A <</O /Table /Headers [(node00000004)]>>"));
}

TEST_CASE("A list says what marks its items") {
  Pages pages = one_page("en");
  for (const ListMarks marks : {ListMarks::none, ListMarks::bullets, ListMarks::numbers}) {
    add_node(pages, Role::list);
    pages.structure.back().marks = marks;
  }
  const std::string file = readable(pages);
  CHECK(contains(file, "/A <</O /List /ListNumbering /Disc>>"));
  CHECK(contains(file, "/A <</O /List /ListNumbering /Decimal>>"));
  CHECK_FALSE(contains(file, "/None"));
}

TEST_CASE("Headings go down one level at a time, whatever the source leaves out") {
  Pages pages = one_page("en");
  for (const Role role : {Role::heading2, Role::heading4, Role::heading4, Role::heading3, Role::heading1})
    add_node(pages, role);
  const auto roles = pdf::roles_of(pages.structure);
  CHECK(roles ==
        std::vector{Role::document, Role::heading1, Role::heading2, Role::heading2, Role::heading2, Role::heading1});
}

TEST_CASE("What is read from right to left says so, and so does what turns back") {
  Pages pages = one_page("ar");
  pages.structure.back().language = language("ar");
  const auto quote = add_node(pages, Role::block_quote);
  pages.structure.back().language = language("en");
  add_node(pages, Role::paragraph, quote);
  const std::string file = readable(pages);
  const auto element = [&](const std::string& type) {
    const auto start = file.find("/S /" + type + "\n");
    return file.substr(start, file.find("endobj", start) - start);
  };
  CHECK(contains(element("Document"), "/A <</O /Layout /WritingMode /RlTb>>"));
  CHECK(contains(element("BlockQuote"), "/A <</O /Layout /WritingMode /LrTb>>"));
  CHECK_FALSE(contains(element("P"), "/WritingMode"));
}

TEST_CASE("Notes have identifiers of their own") {
  Pages pages = one_page("en");
  add_node(pages, Role::note);
  add_node(pages, Role::note);
  const std::string file = readable(pages);
  CHECK(contains(file, "/ID (node00000001)"));
  CHECK(contains(file, "/IDTree <</Names [(node00000001)"));
}

TEST_CASE("Raised glyphs are written after their line's text, in the node it belongs to, and say nothing") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  Pages pages = one_page("ar");
  const auto paragraph = add_node(pages, Role::paragraph);
  add(pages.pages[0], line(at(40_pt, paragraph, "ar"), Direction::right_to_left, {{arabic, "حقاً", 1}}));
  const std::string content = content_of(readable(pages));
  const auto text = content.find("TJ");
  const auto span = content.find("/Span <</ActualText ()>> BDC");
  CHECK(content.find("/P <</MCID 0>> BDC") < text);
  CHECK(text < span);
  CHECK(span < content.rfind("TJ"));
  CHECK(content.substr(content.rfind("TJ")) == "TJ\nEMC\nET\nEMC\n");
}

TEST_CASE("Raised glyphs wait for the last line of their node, so that Poppler's reader of structure loses no line") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  Pages pages = one_page("ar");
  const auto paragraph = add_node(pages, Role::paragraph);
  add(pages.pages[0], line(at(40_pt, paragraph, "ar"), Direction::right_to_left, {{arabic, "حقاً", 1}}));
  add(pages.pages[0], line(at(60_pt, paragraph, "ar"), Direction::right_to_left, {{arabic, "نعم", 1}}));
  const std::string content = content_of(readable(pages));
  CHECK(content.find("/Span <</ActualText ()>> BDC") > content.find("TJ", content.find("TJ") + 1));
  CHECK(contains(tree(pages), "معن"));
}

TEST_CASE("What the setter made is drawn without text, and its node says it to those who cannot see it") {
  const auto serif = face("NotoSerif-Regular.ttf");
  Pages pages = one_page("en");
  const auto item = add_node(pages, Role::list_item, add_node(pages, Role::list));
  const auto label = add_node(pages, Role::label, item);
  pages.structure.back().says = "1.";
  const auto body = add_node(pages, Role::list_body, item);
  auto number = line(at(40_pt, label), ltr, {{serif, "1."}});
  number[0].generated = true;
  add(pages.pages[0], number);
  add(pages.pages[0], line(at(40_pt, body), ltr, {{serif, "Join"}}));
  const std::string file = readable(pages);
  CHECK(
      contains(content_of(file),
               "/Lbl <</MCID 0>> BDC\nBT\n/Span <</ActualText ()>> BDC\n/F1 12 Tf\n40 160 Td\n[<00010002>] TJ\nEMC\n"));
  CHECK(contains(file, "/S /Lbl\n"));
  CHECK(contains(file, "/ActualText (1.)"));
  CHECK(PdfFile(file).text() == "Join");
}
