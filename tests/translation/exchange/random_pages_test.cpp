// What holds for the translation of every page, tried on pages that nobody would write.
#include <functional>
#include <random>

#include "source/parse.h"
#include "support/catch.h"
#include "support/random_page.h"
#include "translation/exchange/import.h"
#include "translation/exchange/page.h"
#include "translation/exchange/po.h"
#include "translation/exchange/xliff.h"
#include "translation/messages.h"
#include "translation/sync.h"
#include "translation/unit.h"

namespace handbill {
namespace {

using test::text_of;

const Language nl = Language::parse("nl").value();
const Place place = Place::in_file("page.yaml");

Document page(const std::string& markdown, const char* tag) {
  return parse_document({"page", markdown, Place::in_file("page.md"), Language::parse(tag).value()}).value;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += (c == '"' || c == '\\') ? std::string{'\\', c} : std::string{c};
  return out + "\"";
}

/// A locale file in which some of the page is translated, some of that long ago, and some of it has notes.
std::string random_file(const Document& document, unsigned seed) {
  std::mt19937 random(seed);
  std::string file = "document: page\nlocale: nl\nunits:\n";
  for (const Unit& unit : units_of(document)) {
    if (random() % 5 == 0) continue;
    file += "  - id: " + quoted(unit.id) + "\n    source: " + quoted(unit.source) + "\n    target: ";
    const bool translated = random() % 4 != 0;
    file += (translated ? quoted("Zeg " + unit.source + (random() % 2 == 0 ? " ؟" : " ٪")) : "") + "\n";
    if (translated && random() % 4 == 0) file += "    stale: " + quoted("Say “" + unit.source) + "\n";
    if (random() % 4 == 0) file += "    note: " + quoted("# from \\ " + unit.id) + "\n";
  }
  return file;
}

LocaleFile read(const std::string& bytes) {
  auto file = LocaleFile::parse(bytes, place, "page", nl);
  INFO(bytes);
  REQUIRE(text_of(file.diagnostics) == "");
  return std::move(*file.value);
}

LocaleFile synced(const Document& document, const std::string& before) {
  auto fresh = sync({document, read(before), true});
  REQUIRE(fresh.value.has_value());
  return read(fresh.value->bytes);
}

/// What an import of `incoming` into an empty locale file makes of it.
Catalogue imported(const Document& document, const Catalogue& incoming) {
  const LocaleFile empty = synced(document, "");
  const auto imported = import_translations({document, empty, incoming, false});
  CHECK(text_of(imported.diagnostics) == "");
  const auto bytes = empty.changed(imported.value.plan);
  REQUIRE(bytes.value.has_value());
  return read(*bytes.value).catalogue();
}

template <class Check>
void for_random_pages(const Check& check) {
  for (const char* tag : {"en", "ar"})
    for (unsigned seed = 400; seed < 425; ++seed) {
      INFO(tag << " " << seed);
      check(page(test::RandomPage(seed, tag).markdown(), tag), seed);
    }
}

TEST_CASE("a random page's translation is exported, imported and exported again as it was, in every format") {
  for_random_pages([](const Document& document, unsigned seed) {
    const Exported exported = export_document(document, synced(document, random_file(document, seed)).catalogue());
    const auto check = [&](const auto& write, const auto& read_back) {
      const std::string first = write(exported);
      const auto incoming = read_back(first);
      REQUIRE(incoming.value.has_value());
      CHECK(write(export_document(document, imported(document, *incoming.value))) == first);
    };
    check(to_po, [](const std::string& bytes) { return read_po(bytes, place); });
    for (const XliffVersion version : {XliffVersion::v1_2, XliffVersion::v2_0})
      check([&](const Exported& one) { return to_xliff(one, version); },
            [](const std::string& bytes) { return read_xliff(bytes, place); });
  });
}

TEST_CASE("a second sync of a random page changes nothing, nor one after the page went and came back") {
  for_random_pages([](const Document& document, unsigned seed) {
    const Document other = page(test::RandomPage(seed + 1, "en").markdown(), "en");
    const LocaleFile file = read(random_file(document, seed));
    for (const Document* now : {&document, &other}) {
      const auto once = sync({*now, file, true});
      REQUIRE(once.value.has_value());
      const auto twice = sync({*now, read(once.value->bytes), true});
      REQUIRE(twice.value.has_value());
      CHECK(twice.value->bytes == once.value->bytes);
      CHECK_FALSE(twice.value->changes.any());
    }
  });
}

TEST_CASE("a random page is its own translation, text by text") {
  for_random_pages([](const Document& document, unsigned) {
    const auto catalogue = read_page_translation(document, document);
    CHECK(text_of(catalogue.diagnostics) == "");
    REQUIRE(catalogue.value.has_value());
    for (const CatalogueEntry& entry : catalogue.value->entries) {
      CHECK(entry.target == entry.source);
      CHECK_FALSE(entry.stale.has_value());
    }
    CHECK(catalogue.value->entries.size() == units_of(document).size());
  });
}

}  // namespace
}  // namespace handbill
