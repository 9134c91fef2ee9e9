#include "translation/exchange/import.h"

#include <algorithm>
#include <functional>

#include "core/files.h"
#include "core/limits.h"
#include "source/parse.h"
#include "support/catch.h"
#include "translation/exchange/page.h"
#include "translation/exchange/po.h"
#include "translation/exchange/xliff.h"
#include "translation/messages.h"
#include "translation/sync.h"

namespace handbill {
namespace {

const Language nl = Language::parse("nl").value();

Document page(const std::string& markdown, const std::string& name = "page") {
  return parse_document({name, markdown, Place::in_file("content/" + name + ".md"), Language::parse("en").value()})
      .value;
}

Catalogue po(const std::string& entries) {
  auto result = read_po("msgid \"\"\nmsgstr \"Language: nl\\n\"\n" + entries, Place::in_file("page.po"));
  REQUIRE(test::text_of(result.diagnostics) == "");
  return std::move(*result.value);
}

/// The locale file after an import, what was said, and the counts.
struct Outcome {
  std::string file;
  std::string said;
  ImportCounts counts;
};

LocaleFile synced(const Document& document, const std::string& before, const Language& locale) {
  const Place place = Place::in_file("locales/page.yaml");
  auto file = LocaleFile::parse(before, place, document.name, locale);
  REQUIRE(test::text_of(file.diagnostics) == "");
  auto fresh = sync({document, *file.value, true});
  REQUIRE(fresh.value.has_value());
  auto again = LocaleFile::parse(fresh.value->bytes, place, document.name, locale);
  REQUIRE(again.value.has_value());
  return std::move(*again.value);
}

Outcome import(const Document& document, const std::string& before, const Catalogue& incoming, bool overwrite = false) {
  const LocaleFile file = synced(document, before, nl);
  auto imported = import_translations({document, file, incoming, overwrite});
  auto bytes = file.changed(imported.value.plan);
  CHECK(test::text_of(bytes.diagnostics) == "");
  std::string text = bytes.value.value_or("");
  const std::size_t units = text.find("units:");
  return {text.substr(std::min(units, text.size())), test::text_of(imported.diagnostics), imported.value.counts};
}

TEST_CASE("an import fills what is empty") {
  const Outcome outcome = import(page("# Join\n\nYes _you_.\n\nNo.\n"), "",
                                 po("msgid \"Join\"\nmsgstr \"Doe mee\"\n\n"
                                    "#. Friendly\nmsgid \"Yes *you*.\"\nmsgstr \"Ja, *jij*.\"\n\n"
                                    "msgid \"No.\"\nmsgstr \"\"\n"));
  CHECK(outcome.said == "");
  CHECK(outcome.file ==
        "units:\n"
        "  - id: join\n    source: Join\n    target: \"Doe mee\"\n"
        "  - id: join/p1\n    source: Yes _you_.\n    target: \"Ja, *jij*.\"\n    note: Friendly\n"
        "  - id: join/p2\n    source: No.\n    target: \"\"\n");
  CHECK(outcome.counts.taken == 2);
  CHECK(outcome.counts.untranslated == 1);
  CHECK(outcome.counts.units == 3);
}

const std::string half_done =
    "units:\n"
    "  - {source: One., target: Een.}\n"
    "  - {source: Two., target: Twee.}\n"
    "  - {source: Three., target: Drie., stale: 3}\n"
    "  - {source: Four., target: Vier., stale: 4}\n";

const std::string other_half =
    "msgid \"One.\"\nmsgstr \"Eén.\"\n\nmsgid \"Two.\"\nmsgstr \"Twee.\"\n\n"
    "msgid \"Three.\"\nmsgstr \"Drie.\"\n\n#, fuzzy\n#| msgid \"IV\"\nmsgid \"Four.\"\nmsgstr \"4.\"\n";

TEST_CASE("a translation that is there and not stale is kept, and the other one named") {
  const Document document = page("One.\n\nTwo.\n\nThree.\n\nFour.\n");
  const Outcome outcome = import(document, half_done, po(other_half));
  CHECK(outcome.said ==
        "page.po:4:9: note: \"intro/p1\" is translated otherwise already, at locales/page.yaml:3:42 "
        "[kept-translation]\n"
        "  hint: import again with --overwrite to take this one\n");
  CHECK(outcome.file ==
        "units:\n"
        "  - {id: intro/p1, source: One., target: Een.}\n"
        "  - {id: intro/p2, source: Two., target: Twee.}\n"
        "  - {id: intro/p3, source: Three., target: Drie.}\n"
        "  - {id: intro/p4, source: Four., target: \"4.\", stale: IV}\n");
  CHECK(outcome.counts.kept == 1);
  CHECK(outcome.counts.same == 1);
  CHECK(outcome.counts.taken == 2);
  CHECK(outcome.counts.stale == 1);
  const Outcome overwritten = import(document, half_done, po(other_half), true);
  CHECK(overwritten.said == "");
  CHECK(overwritten.file.find("target: Eén.}") != std::string::npos);
  CHECK(overwritten.counts.kept == 0);
}

TEST_CASE("what build would not print is not taken, and the reason is said at its line") {
  const Outcome outcome =
      import(page("See [us](/join).\n\nTwo.\n\nThree.\n\nFour.\n"), "",
             po("msgid \"See [us](/join).\"\nmsgstr \"Zie [ons](https://evil.example).\"\n\n"
                "msgid \"Two.\"\nmsgstr \"Tw<b>ee</b>.\"\n\nmsgid \"Three.\"\nmsgstr \"D\u202Erie.\"\n\n"
                "msgid \"Four.\"\nmsgstr \"\u200B\"\n"));
  CHECK(outcome.counts.refused == 4);
  CHECK(outcome.counts.taken == 0);
  for (const char* line : {"page.po:4:", "page.po:7:", "page.po:10:", "page.po:13:"}) {
    INFO(outcome.said);
    CHECK(outcome.said.find(line) != std::string::npos);
  }
  for (const char* code : {"[link-changed]", "[raw-html]", "[bidi-control]", "[empty-target]"})
    CHECK(outcome.said.find(code) != std::string::npos);
  CHECK(outcome.file.find("evil") == std::string::npos);
}

TEST_CASE("a text that no unit has is named, and one much like a unit's comes in as stale") {
  const Outcome outcome = import(page("Workers of all countries, unite now!\n"), "",
                                 po("msgid \"Workers of all countries, unite!\"\nmsgstr \"Werkenden!\"\n\n"
                                    "msgid \"Gone.\"\nmsgstr \"Weg.\"\n"));
  CHECK(outcome.said == "page.po:6:1: warning: \"page\" has no text like \"Gone.\" [unknown-unit]\n");
  CHECK(outcome.file ==
        "units:\n"
        "  - id: intro/p1\n    source: Workers of all countries, unite now!\n    target: \"Werkenden!\"\n"
        "    stale: Workers of all countries, unite!\n");
  CHECK(outcome.counts.stale == 1);
  CHECK(outcome.counts.unknown == 1);
}

TEST_CASE("of many texts that no unit has, the first are named and all are counted") {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "msgid \"Other " + std::to_string(i) + "\"\nmsgstr \"Ander\"\n\n";
  const Outcome outcome = import(page("Text.\n"), "", po(many));
  CHECK(outcome.counts.unknown == 1000);
  CHECK(std::count(outcome.said.begin(), outcome.said.end(), '\n') == 20);
}

TEST_CASE("two units with one text get two translations where they come in so") {
  const Document document = page("# Join\n\nYes.\n\n# Other\n\nYes.\n");
  const Outcome outcome = import(document, "units:\n  - {source: Yes., target: Ja., stale: Yeah.}\n",
                                 po("msgctxt \"join/p1\"\nmsgid \"Yes.\"\nmsgstr \"Ja.\"\n\n"
                                    "msgctxt \"other/p1\"\nmsgid \"Yes.\"\nmsgstr \"Jawel.\"\n"));
  CHECK(outcome.said == "");
  CHECK(outcome.file.find("target: Ja.") != std::string::npos);
  CHECK(outcome.file.find("target: Jawel.") != std::string::npos);
  const LocaleFile file = synced(document, outcome.file, nl);
  const std::string again = to_po(export_document(document, file.catalogue()));
  CHECK(again.find("msgctxt \"other/p1\"\nmsgid \"Yes.\"\nmsgstr \"Jawel.\"") != std::string::npos);
  CHECK(again.find("fuzzy") == std::string::npos);
}

TEST_CASE("what a translator asks about a text comes in before its translation does") {
  const Document document = page("One.\n\nTwo.\n");
  const std::string asked =
      "# Which one?\nmsgid \"One.\"\nmsgstr \"\"\n\n# هل هذا صحيح؟\nmsgid \"Two.\"\nmsgstr \"\"\n";
  const Outcome outcome = import(document, "", po(asked));
  CHECK(outcome.counts.untranslated == 2);
  CHECK(outcome.file.find("note: Which one?") != std::string::npos);
  CHECK(outcome.file.find("note: هل هذا صحيح؟") != std::string::npos);
  CHECK(import(document, outcome.file, po("# Again?\nmsgid \"One.\"\nmsgstr \"\"\n")).file == outcome.file);
}

TEST_CASE("a second import changes nothing") {
  const Document document = page("One.\n\nTwo.\n\nThree.\n\nFour.\n");
  const Outcome first = import(document, half_done, po(other_half), true);
  const Outcome second = import(document, first.file, po(other_half), true);
  CHECK(second.file == first.file);
  CHECK(second.counts.same == 4);
}

// Everything the program ships, in every format: export, import into nothing, export again.

std::string bytes_of(const std::string& path) {
  auto read = DiskFiles().read(std::string(HANDBILL_ROOT) + "/" + path, limits::source_bytes);
  return read.ok() ? read.bytes : "";
}

std::string through(const Document& document, const Catalogue& incoming, const Language& locale,
                    const std::function<std::string(const Exported&)>& write) {
  const LocaleFile empty = synced(document, "", locale);
  auto imported = import_translations({document, empty, incoming, false});
  CHECK(test::text_of(imported.diagnostics) == "");
  const auto bytes = empty.changed(imported.value.plan);
  REQUIRE(bytes.value.has_value());
  const auto file = LocaleFile::parse(*bytes.value, Place::in_file("again.yaml"), document.name, locale);
  return write(export_document(document, file.value->catalogue()));
}

TEST_CASE("what is exported, imported and exported again is the same, byte for byte") {
  for (const char* name : {"tech-workers", "union-meeting"}) {
    for (const char* tag : {"nl", "ar"}) {
      INFO(name << " " << tag);
      const Document document = page(bytes_of("content/" + std::string(name) + ".md"), name);
      const Language locale = Language::parse(tag).value();
      const Place place = Place::in_file("x.yaml");
      const std::string path = "locales/" + std::string(tag) + "/" + name + ".yaml";
      const Exported exported = export_document(document, parse_catalogue(bytes_of(path), place, name, locale).value);
      REQUIRE(exported.texts.size() > 20);
      const std::string gettext = to_po(exported);
      CHECK(through(document, read_po(gettext, place).value.value(), locale, to_po) == gettext);
      for (const XliffVersion version : {XliffVersion::v1_2, XliffVersion::v2_0}) {
        const auto write = [&](const Exported& one) { return to_xliff(one, version); };
        const std::string xliff = write(exported);
        CHECK(through(document, read_xliff(xliff, place).value.value(), locale, write) == xliff);
      }
    }
  }
}

TEST_CASE("the real Declaration comes in whole, from gettext files and from translated pages alike") {
  const std::string folder = "../shared/real/declaration";
  const std::string source = bytes_of(folder + ".md");
  if (source.empty()) return;
  const Document document = page(source, "declaration");
  for (const char* tag : {"nl", "ar"}) {
    INFO(tag);
    const Language locale = Language::parse(tag).value();
    const Place place = Place::in_file("declaration.po");
    const Catalogue from_po = read_po(bytes_of(folder + "." + tag + ".po"), place).value.value();
    const LocaleFile empty = synced(document, "", locale);
    const auto imported = import_translations({document, empty, from_po, false});
    CHECK(test::text_of(imported.diagnostics) == "");
    CHECK(imported.value.counts.units == 81);
    CHECK(imported.value.counts.taken == 81);
    const Document translated =
        parse_document({"declaration", bytes_of(folder + "." + tag + ".md"), place, locale}).value;
    const auto aligned = read_page_translation(document, translated);
    CHECK(test::text_of(aligned.diagnostics) == "");
    const auto from_page = import_translations({document, empty, aligned.value.value(), false});
    CHECK(empty.changed(from_page.value.plan).value == empty.changed(imported.value.plan).value);
    CHECK(through(document, from_po, locale, to_po) ==
          through(document, read_po(through(document, from_po, locale, to_po), place).value.value(), locale, to_po));
  }
}

}  // namespace
}  // namespace handbill
