#include "translation/partial.h"

#include "document/dump.h"
#include "source/parse.h"
#include "support/catch.h"
#include "translation/localise.h"

namespace handbill {
namespace {

const std::string page =
    "---\ntitle: Title\ndescription: Lead\n---\n\n"
    "Yes one.\n\nNo one[^n].\n\nNo two.\n\n## No heading\n\nYes two.\n\n- Yes item\n- No item\n\n> No quote.\n\n"
    "| Yes a | Yes b |\n|---|---|\n| Yes c | No d |\n| Yes e | Yes f |\n\n![No alt](a.png)\n\n[^n]: No note.\n";

/// The page in Dutch or Arabic; what begins with "Yes" is translated.
Document localised(const std::string& locale) {
  const Document document =
      parse_document({"page", page, Place::in_file("page.md"), Language::parse("en").value()}).value;
  Catalogue catalogue{.document = "page", .locale = Language::parse(locale).value()};
  const std::string word = locale == "ar" ? "نعم" : "Ja";
  for (const Unit& unit : units_of(document))
    if (unit.source.starts_with("Yes"))
      catalogue.entries.push_back({.id = unit.id, .source = unit.source, .target = word + unit.source.substr(3)});
  return localise(document, catalogue.locale, {catalogue}).value.document;
}

std::string texts(const Document& document) {
  std::string all;
  for (const Unit& unit : units_of(document)) all += unit.source + "|";
  return all;
}

TEST_CASE("what is not translated is left out block by block, the title and pictures stay") {
  for (const auto& [locale, yes] : {std::pair("nl", "Ja"), std::pair("ar", "نعم")}) {
    const Document left = without_untranslated(localised(locale));
    const std::string word = yes;
    CHECK(texts(left) == "Title|" + word + " one.|" + word + " two.|" + word + " item|" + word + " a|" + word + " b|" +
                             word + " e|" + word + " f|No alt|");
    CHECK(left.footnotes.empty());
    CHECK_FALSE(left.front.description);
  }
}

TEST_CASE("a note stands before what is in another language, once for each run, and below its heading") {
  const Document noted = with_notes(localised("ar"), "غير مترجم");
  std::string order;
  for (const Block& block : noted.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) order += plain_text(paragraph->text.inlines) + "|";
    if (const auto* heading = std::get_if<Heading>(&block.node)) order += plain_text(heading->text.inlines) + "|";
    if (std::holds_alternative<List>(block.node)) order += "list|";
    if (std::holds_alternative<Quote>(block.node)) order += "quote|";
    if (std::holds_alternative<Table>(block.node)) order += "table|";
    if (std::holds_alternative<Figure>(block.node)) order += "figure|";
  }
  CHECK(order == "نعم one.|غير مترجم|No one.|No two.|No heading|نعم two.|list|غير مترجم|quote|table|غير مترجم|figure|");
}

TEST_CASE("a run that begins with a heading has its note below it") {
  Document document =
      parse_document({"page", "## Heading\n\nText.\n", Place::in_file("p"), *Language::parse("en")}).value;
  document = localise(document, *Language::parse("nl"), {}).value.document;
  const Document noted = with_notes(document, "Niet vertaald");
  REQUIRE(noted.blocks.size() == 3);
  CHECK(std::holds_alternative<Heading>(noted.blocks[0].node));
  CHECK(plain_text(std::get<Paragraph>(noted.blocks[1].node).text.inlines) == "Niet vertaald");
}

}  // namespace
}  // namespace handbill
