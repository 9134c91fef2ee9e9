#include "document/walk.h"

#include "document/dump.h"
#include "document/footnotes.h"
#include "support/catch.h"

using namespace handbill;

namespace {

Passage passage(const std::string& text) {
  return {{Inline{Text{text}, {}}}, {}, text, std::nullopt};
}

Block paragraph(const std::string& text) {
  return {Paragraph{passage(text)}, {}};
}

Block heading(int level, const std::string& id) {
  return {Heading{level, id, passage(id)}, {}};
}

Block mention(const std::string& label) {
  Passage text;
  text.inlines.push_back({FootnoteReference{label, 0}, {}});
  return {Paragraph{text}, {}};
}

std::string words(const Document& document) {
  std::string out;
  for_each_passage(document, [&](const Passage& item) { out += plain_text(item.inlines) + " "; });
  return out;
}

Document sections() {
  Document document;
  document.name = "page";
  document.blocks = {paragraph("before"), heading(2, "one"), paragraph("1"),    heading(3, "inner"), paragraph("1.1"),
                     heading(3, "more"),  paragraph("1.2"),  heading(2, "two"), paragraph("2")};
  return document;
}

std::string selected(const std::vector<std::string>& ids) {
  auto result = select_sections(sections(), ids, {});
  CHECK(result.diagnostics.empty());
  return words(result.value);
}

}  // namespace

TEST_CASE("passages are visited in reading order") {
  Document document;
  document.front.title = passage("title");
  document.front.subtitle = passage("subtitle");
  document.front.kicker = passage("kicker");
  document.front.description = passage("description");
  document.front.feature_alt = passage("alt");
  List list;
  list.items.push_back({{paragraph("item"), {Quote{{paragraph("quoted")}}, {}}}, std::nullopt, {}});
  Table table{{Alignment::none, Alignment::none}, {{passage("a"), passage("b")}, {passage("c"), passage("d")}}};
  document.blocks = {heading(1, "h"), {list, {}}, {table, {}}, {CallToAction{"x", passage("join")}, {}}};
  document.footnotes.push_back({"n", 1, {paragraph("note")}, {}});
  CHECK(words(document) == "kicker title subtitle description alt h item quoted a b c d join note ");
}

TEST_CASE("the title is the front matter's, else the first heading's, else the name") {
  Document document;
  document.name = "page";
  CHECK(title_text(document) == "page");
  document.blocks.push_back(heading(2, "heading"));
  CHECK(title_text(document) == "heading");
  document.front.title = passage("title");
  CHECK(title_text(document) == "title");
}

TEST_CASE("a section goes up to the next heading of its level or above") {
  CHECK(selected({}) == "before one 1 inner 1.1 more 1.2 two 2 ");
  CHECK(selected({"one"}) == "one 1 inner 1.1 more 1.2 ");
  CHECK(selected({"inner"}) == "inner 1.1 ");
  CHECK(selected({"two", "intro"}) == "before two 2 ");
  CHECK(selected({"one", "more"}) == "one 1 inner 1.1 more 1.2 ");
  CHECK(selected({"inner", "two"}) == "inner 1.1 two 2 ");
}

TEST_CASE("an unknown section is reported with the nearest id") {
  const Place place = Place::in_file("handbill.yaml").at(9, 4);
  const auto result = select_sections(sections(), {"tow", "nowhere-near"}, place);
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(to_string(result.diagnostics[0]) ==
        "handbill.yaml:9:4: error: no section has the id \"tow\" [unknown-section]\n  hint: did you mean \"two\"?\n");
  CHECK(to_string(result.diagnostics[1]) ==
        "handbill.yaml:9:4: error: no section has the id \"nowhere-near\" [unknown-section]\n"
        "  hint: choose from the document's sections: intro, one, inner, more, two\n");
  CHECK(words(result.value).empty());
}

TEST_CASE("selected sections keep the footnotes they mention, numbered anew") {
  Document document = sections();
  document.blocks.insert(document.blocks.begin() + 3, mention("a"));
  document.blocks.push_back(mention("b"));
  document.footnotes = {
      {"a", 0, {paragraph("note a")}, {}}, {"b", 0, {mention("c")}, {}}, {"c", 0, {paragraph("note c")}, {}}};
  CHECK(number_footnotes(document).empty());
  const auto result = select_sections(document, {"two"}, {});
  REQUIRE(result.value.footnotes.size() == 2);
  CHECK(result.value.footnotes[0].label == "b");
  CHECK(result.value.footnotes[0].number == 1);
  CHECK(result.value.footnotes[1].label == "c");
  CHECK(words(result.value) == "two 2   note c ");
}
