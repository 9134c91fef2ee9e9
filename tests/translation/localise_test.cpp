#include "translation/localise.h"

#include <string>
#include <vector>

#include "document/dump.h"
#include "source/parse.h"
#include "support/catch.h"
#include "support/golden.h"
#include "translation/messages.h"
#include "translation/unit.h"

namespace handbill {
namespace {

using test::text_of;

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

Document page(const std::string& markdown, std::string_view spoken = "en") {
  return parse_document({"page", markdown, Place::in_file("page.md"), language(spoken)}).value;
}

Catalogue catalogue(std::string_view locale, const std::string& units) {
  const auto file = Place::in_file(std::string(locale) + "/page.yaml");
  auto result = parse_catalogue("units:\n" + units, file, "page", language(locale));
  CHECK(text_of(result.diagnostics).empty());
  return std::move(result.value);
}

/// One unit whose target is written in quotes from column 14 on line 3.
std::string unit(const std::string& source, const std::string& target) {
  std::string quoted;
  for (const char character : target) quoted += character == '\'' ? std::string("''") : std::string(1, character);
  return "  - source: |-\n      " + source + "\n    target: '" + quoted + "'\n";
}

Result<Localised> into(std::string_view locale, const Document& document, const std::string& units) {
  return localise(document, language(locale), {catalogue(locale, units)});
}

/// The text of the document's blocks, for documents of paragraphs.
std::string texts(const Document& document) {
  std::string lines;
  for (const auto& block : document.blocks) {
    const auto& passage = std::get<Paragraph>(block.node).text;
    lines += plain_text(passage.inlines) + (passage.language ? " {" + passage.language->tag() + "}" : "") + "\n";
  }
  return lines;
}

const std::string every_kind =
    "---\n"
    "title: Title\n"
    "subtitle: Subtitle\n"
    "kicker: Kicker\n"
    "description: Lead\n"
    "feature: a.png\n"
    "featureAlt: A cat\n"
    "---\n"
    "# Heading\n"
    "\n"
    "A **strong** word.[^n]\n"
    "\n"
    "- One\n"
    "\n"
    "> Two\n"
    "\n"
    "| A | B |\n"
    "|---|---|\n"
    "| 1 | - |\n"
    "\n"
    "![Dog](b.png)\n"
    "\n"
    "```\n"
    "code\n"
    "```\n"
    "\n"
    "[^n]: Note\n";

std::string units_for(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::string units;
  for (const auto& [source, target] : pairs) units += unit(source, target);
  return units;
}

TEST_CASE("every passage of a document is translated, and nothing else changes") {
  const auto result = into("nl", page(every_kind),
                           units_for({{"Kicker", "Aanhef"},
                                      {"Title", "Titel"},
                                      {"Subtitle", "Ondertitel"},
                                      {"Lead", "Inleiding"},
                                      {"A cat", "Een kat"},
                                      {"Heading", "Kop"},
                                      {"A **strong** word.[^n]", "Een _sterk_ woord.[^n]"},
                                      {"One", "Eén"},
                                      {"Two", "Twee"},
                                      {"A", "Aa"},
                                      {"B", "Bee"},
                                      {"1", "1"},
                                      {"Dog", "Hond"},
                                      {"Note", "Noot"}}));
  CHECK(text_of(result.diagnostics).empty());
  CHECK(result.value.coverage.units == 14);
  CHECK(result.value.coverage.translated == 14);
  CHECK(result.value.coverage.missing() == 0);
  EXPECT_GOLDEN("every_kind.nl.txt", dump(result.value.document));
}

TEST_CASE("every passage of a document is translated into a right-to-left language") {
  const auto result = into("ar", page(every_kind),
                           units_for({{"Kicker", "تمهيد"},
                                      {"Title", "عنوان"},
                                      {"Subtitle", "عنوان فرعي"},
                                      {"Lead", "مقدمة"},
                                      {"A cat", "قطة"},
                                      {"Heading", "رأس"},
                                      {"A **strong** word.[^n]", "كلمة **قوية**.[^n]"},
                                      {"One", "واحد"},
                                      {"Two", "اثنان"},
                                      {"A", "ألف"},
                                      {"B", "باء"},
                                      {"1", "١"},
                                      {"Dog", "كلب"},
                                      {"Note", "حاشية"}}));
  CHECK(text_of(result.diagnostics).empty());
  CHECK(result.value.document.language.right_to_left());
  EXPECT_GOLDEN("every_kind.ar.txt", dump(result.value.document));
}

TEST_CASE("a unit is found by its id and source before its source alone") {
  const auto document = page("# A\n\nYes\n\n# B\n\nYes\n");
  const auto units = units_of(document);
  const auto result = into("nl", document,
                           "  - {source: A, target: A}\n  - {source: B, target: B}\n"
                           "  - {id: " +
                               units[1].id +
                               ", source: Yes, target: Ja}\n"
                               "  - {id: " +
                               units[3].id + ", source: Yes, target: Jawel}\n");
  CHECK(text_of(result.diagnostics).empty());
  CHECK(dump(result.value.document).find("\"Ja\"") != std::string::npos);
  CHECK(dump(result.value.document).find("\"Jawel\"") != std::string::npos);
}

TEST_CASE("one entry serves every unit with its source, wherever its id says it was") {
  const auto result = into("nl", page("Yes\n\nYes\n\nYes\n"),
                           "  - {id: elsewhere/p9, source: Yes, target: \"\"}\n"
                           "  - {id: intro/p2, source: Yes, target: Ja}\n");
  CHECK(text_of(result.diagnostics).empty());
  CHECK(texts(result.value.document) == "Ja\nJa\nJa\n");
  CHECK(result.value.coverage.translated == 3);
}

TEST_CASE("a source written as another tool writes Markdown is the same source") {
  const auto result =
      into("nl", page("An *old* and __new__ way.\n"), unit("An *old*  and __new__ way\\.", "Zo en _zo_."));
  CHECK(text_of(result.diagnostics).empty());
  CHECK(texts(result.value.document) == "Zo en zo.\n");
  const auto with_note = into("ar", page("An *old* way.[^n]\n\n[^n]: One\n"),
                              unit("An *old* way.[^n]", "طريقة _قديمة_.[^n]") + unit("One", "واحد"));
  CHECK(text_of(with_note.diagnostics).empty());
}

TEST_CASE("a target is inline Markdown: what starts a block elsewhere is text in it") {
  const auto document = page("One\n\nTwo\n\nThree\n");
  const auto result = into("nl", document, unit("One", "1. Eén") + unit("Two", "# Twee") + unit("Three", "- Drie\n"));
  CHECK(text_of(result.diagnostics).empty());
  CHECK(texts(result.value.document) == "1. Eén\n# Twee\n- Drie\n");
}

TEST_CASE("a stale translation is used, with a warning") {
  const auto result = into("nl", page("Now\n"), "  - source: Now\n    target: Nu\n    stale: Then\n");
  CHECK(text_of(result.diagnostics) ==
        "nl/page.yaml:3:13: warning: the translation of \"intro/p1\" was made from an earlier text [stale-unit]\n"
        "  hint: compare it with the source, then take the \"stale:\" line away\n");
  CHECK(texts(result.value.document) == "Nu\n");
  CHECK(result.value.coverage.stale == 1);
  CHECK(result.value.coverage.translated == 1);
}

TEST_CASE("what is not translated stays in the source's language and says so") {
  const auto result =
      into("nl", page("One\n\nTwo\n\nThree\n"), "  - {source: One, target: Eén}\n  - {source: Two, target: ~}\n");
  CHECK(text_of(result.diagnostics) ==
        "nl/page.yaml:3:5: warning: \"intro/p2\" is not translated into \"nl\" [empty-unit]\n"
        "  hint: write the translation behind \"target:\"\n"
        "page.md:5:1: warning: \"intro/p3\" is not translated into \"nl\" [missing-unit]\n"
        "  hint: handbill sync adds it to nl/page.yaml\n");
  CHECK(result.value.document.language == language("nl"));
  CHECK(texts(result.value.document) == "Eén\nTwo {en}\nThree {en}\n");
  CHECK(result.value.coverage.missing() == 2);
}

TEST_CASE("a locale without any catalogue is one warning for the whole document") {
  const auto result = localise(page("One\n\nTwo\n"), language("ar"), {});
  CHECK(text_of(result.diagnostics) ==
        "page.md: warning: \"page\" has no translation into \"ar\": it stays in \"en\" [missing-catalogue]\n"
        "  hint: handbill sync makes locales/ar/page.yaml\n");
  CHECK(texts(result.value.document) == "One {en}\nTwo {en}\n");
  CHECK(result.value.document.language == language("ar"));
  CHECK(result.value.coverage.units == 2);
  CHECK(result.value.coverage.translated == 0);
}

TEST_CASE("a passage without a letter or digit is nobody's work") {
  const auto document = page("One\n\n—\n\n* * *\n\n…\n");
  REQUIRE(units_of(document).size() == 1);
  const auto result = into("nl", document, unit("One", "Eén"));
  CHECK(text_of(result.diagnostics).empty());
  CHECK(dump(result.value.document).find("{en}") == std::string::npos);
}

TEST_CASE("an entry that no unit has is a warning that names the nearest") {
  const auto document = page("# Join\n\nOne\n");
  const auto result = into("nl", document,
                           "  - {source: Join, target: Doe mee}\n"
                           "  - {id: join/p1, source: One, target: Eén}\n"
                           "  - {id: joni/p1, source: Two, target: Twee}\n"
                           "  - {id: join/p1, source: Three, target: Drie}\n"
                           "  - {id: somewhere-else, source: Four, target: Vier}\n"
                           "  - {source: Five, target: Vijf}\n");
  CHECK(text_of(result.diagnostics) ==
        "nl/page.yaml:4:5: warning: \"page\" has no text like that of unit \"joni/p1\" [unknown-unit]\n"
        "  hint: did you mean \"join/p1\"?\n"
        "nl/page.yaml:5:5: warning: \"page\" has another text now for unit \"join/p1\" [unknown-unit]\n"
        "  hint: copy the new sentence to \"source:\" and correct the translation\n"
        "nl/page.yaml:6:5: warning: \"page\" has no text like that of unit \"somewhere-else\" [unknown-unit]\n"
        "nl/page.yaml:7:5: warning: \"page\" has no text like that of this unit [unknown-unit]\n");
}

TEST_CASE("obsolete entries are kept for people and otherwise ignored") {
  const auto result =
      into("nl", page("One\n"),
           "  - {source: One, target: Eén}\nobsolete:\n  - {id: intro/p2, source: Two, target: Twee}\n");
  CHECK(text_of(result.diagnostics).empty());
}

TEST_CASE("a locale falls back to its parent and then to the source") {
  const auto document = page("One\n\nTwo\n\nThree\n");
  const auto flemish = catalogue("nl-BE", "  - {source: One, target: Een (BE)}\n");
  const auto dutch = catalogue("nl", "  - {source: One, target: Een}\n  - {source: Two, target: Twee}\n");
  const auto result = localise(document, language("nl-BE"), {flemish, dutch});
  CHECK(text_of(result.diagnostics) ==
        "page.md:5:1: warning: \"intro/p3\" is not translated into \"nl-BE\" [missing-unit]\n"
        "  hint: handbill sync adds it to nl/page.yaml\n");
  CHECK(result.value.document.language == language("nl-BE"));
  CHECK(texts(result.value.document) == "Een (BE)\nTwee\nThree {en}\n");
  CHECK(result.value.coverage.translated == 2);
}

TEST_CASE("a parent's script that is not the locale's own is another language to the reader") {
  const auto document = page("One\n");
  const auto simplified = catalogue("zh-Hans", "  - {source: One, target: 一}\n");
  CHECK(texts(localise(document, language("zh-Hant"), {simplified}).value.document) == "一 {zh-Hans}\n");
}

TEST_CASE("a translation that is refused gives way to the parent's") {
  const auto document = page("One\n");
  const auto flemish = catalogue("nl-BE", "  - {source: One, target: <b>Een</b>}\n");
  const auto dutch = catalogue("nl", "  - {source: One, target: Een}\n");
  const auto result = localise(document, language("nl-BE"), {flemish, dutch});
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "raw-html");
  CHECK(texts(result.value.document) == "Een\n");
}

TEST_CASE("a variant of the document's own language need not be translated") {
  const auto document = page("Organize\n\nTwo\n");
  const auto alone = localise(document, language("en-GB"), {});
  CHECK(text_of(alone.diagnostics).empty());
  CHECK(texts(alone.value.document) == "Organize\nTwo\n");
  CHECK(alone.value.coverage.missing() == 0);
  const auto result = into("en-GB", document, "  - {source: Organize, target: Organise}\n");
  CHECK(text_of(result.diagnostics).empty());
  CHECK(texts(result.value.document) == "Organise\nTwo\n");
  CHECK(result.value.document.language == language("en-GB"));
}

TEST_CASE("a document in its own language passes through") {
  const auto document = page(every_kind, "ar");
  const auto result = localise(document, language("ar"), {});
  CHECK(text_of(result.diagnostics).empty());
  CHECK(dump(result.value.document, true) == dump(document, true));
  CHECK(result.value.coverage.translated == result.value.coverage.units);
}

TEST_CASE("footnotes are numbered by where the translation mentions them") {
  const auto document = page("One[^a] two[^b].\n\n[^a]: Aa\n\n[^b]: Bee\n");
  const auto result =
      into("ar", document, unit("One[^a] two[^b].", "اثنان[^b] واحد[^a].") + unit("Aa", "ألف") + unit("Bee", "باء"));
  CHECK(text_of(result.diagnostics).empty());
  REQUIRE(result.value.document.footnotes.size() == 2);
  CHECK(result.value.document.footnotes[0].label == "b");
  CHECK(result.value.document.footnotes[0].number == 1);
  CHECK(result.value.document.footnotes[1].label == "a");
  CHECK(result.value.document.footnotes[1].number == 2);
}

TEST_CASE("units are dumped one a line") {
  CHECK(dump(units_of(page("# Join us\n\nA *good*\nword.\n"))) ==
        "1:3 join-us Join us\n"
        "3:1 join-us/p1 A _good_ word.\n");
}

}  // namespace
}  // namespace handbill
