#include "translation/catalogue.h"

#include <string>

#include "support/catch.h"
#include "translation/messages.h"

namespace handbill {
namespace {

using test::text_of;

Result<Catalogue> parse(const std::string& yaml, std::string_view locale = "nl") {
  return parse_catalogue(yaml, Place::in_file("nl/page.yaml"), "page", Language::parse(locale).value());
}

/// The units of a file that is in order.
Catalogue good(const std::string& yaml) {
  auto result = parse(yaml);
  CHECK(text_of(result.diagnostics).empty());
  return std::move(result.value);
}

std::string faults(const std::string& yaml) {
  return text_of(parse(yaml).diagnostics);
}

std::string where(const Place& place) {
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

TEST_CASE("a locale file gives its units in order, with their places") {
  const auto catalogue = good(
      "document: page\n"
      "locale: nl\n"
      "source-revision: 8c1f\n"
      "units:\n"
      "  - id: title\n"
      "    source: Join us\n"
      "    target: Doe mee\n"
      "    note: short, please\n"
      "  - id: intro/p1\n"
      "    source: \"One: two\"\n"
      "    target: \"Een: twee\"\n"
      "    stale: One two\n"
      "  - source: No id\n"
      "obsolete:\n"
      "  - id: old/p1\n"
      "    source: Gone\n"
      "    target: Weg\n");
  CHECK(catalogue.document == "page");
  CHECK(catalogue.locale == Language::parse("nl"));
  CHECK(catalogue.source_revision == "8c1f");
  REQUIRE(catalogue.entries.size() == 3);
  const auto& title = catalogue.entries[0];
  CHECK(title.id == "title");
  CHECK(title.source == "Join us");
  CHECK(title.target == "Doe mee");
  CHECK(title.note == "short, please");
  CHECK(!title.stale);
  CHECK(where(title.place) == "5:5");
  CHECK(where(title.target_place) == "7:13");
  CHECK(catalogue.entries[1].stale == "One two");
  CHECK(where(catalogue.entries[1].target_place) == "11:14");
  CHECK(catalogue.entries[2].id.empty());
  CHECK(catalogue.entries[2].target.empty());
  CHECK(where(catalogue.entries[2].target_place) == "13:5");
  REQUIRE(catalogue.obsolete.size() == 1);
  CHECK(catalogue.obsolete[0].target == "Weg");
}

TEST_CASE("an Arabic locale file is read like any other, columns counted in characters") {
  const auto result =
      parse("locale: ar\nunits:\n  - {source: Join us, target: \"انضموا إلينا\"}\n  - source: المصدر\n", "ar");
  CHECK(text_of(result.diagnostics).empty());
  REQUIRE(result.value.entries.size() == 2);
  CHECK(result.value.entries[0].target == "انضموا إلينا");
  CHECK(where(result.value.entries[0].target_place) == "3:32");
  CHECK(result.value.entries[1].source == "المصدر");
}

TEST_CASE("how a text is broken into lines makes no difference to its source") {
  const auto catalogue = good(
      "units:\n"
      "  - source: >\n"
      "      One\n"
      "      sentence.\n"
      "    target: |\n"
      "      Eén\n"
      "      zin.\n"
      "\n"
      "  - id: again\n"
      "    source: |-\n"
      "      One\n"
      "      sentence.\n"
      "    target: '  \"Eén\" zin. '\n"
      "  - source: \" Two\\n  sentences \"\n"
      "    target: >-\n"
      "\n"
      "      \"Twee\n"
      "      zinnen\"\n");
  REQUIRE(catalogue.entries.size() == 3);
  CHECK(catalogue.entries[0].source == "One sentence.");
  CHECK(catalogue.entries[0].target == "Eén\nzin.");
  CHECK(where(catalogue.entries[0].target_place) == "6:7");
  CHECK(catalogue.entries[1].source == "One sentence.");
  CHECK(catalogue.entries[1].target == "\"Eén\" zin.");
  CHECK(where(catalogue.entries[1].target_place) == "13:14");
  CHECK(catalogue.entries[2].source == "Two sentences");
  CHECK(catalogue.entries[2].target == "\"Twee zinnen\"");
  CHECK(where(catalogue.entries[2].target_place) == "17:7");
}

TEST_CASE("a target that is null, empty or blank is not translated") {
  const auto catalogue = good(
      "units:\n"
      "  - {source: a, target: null}\n"
      "  - {source: b, target: ~}\n"
      "  - {source: c, target: \"\"}\n"
      "  - {source: d, target: \"  \"}\n"
      "  - source: e\n"
      "    target:\n");
  REQUIRE(catalogue.entries.size() == 5);
  for (const auto& entry : catalogue.entries) CHECK(entry.target.empty());
}

TEST_CASE("numbers and yes are text like any other") {
  const auto catalogue = good("units:\n  - {source: yes, target: true}\n  - {source: 12, target: 12.50}\n");
  REQUIRE(catalogue.entries.size() == 2);
  CHECK(catalogue.entries[0].source == "yes");
  CHECK(catalogue.entries[0].target == "true");
  CHECK(catalogue.entries[1].target == "12.50");
}

TEST_CASE("a unit is stale when it has an earlier source that is another one") {
  const auto stale = [](const std::string& value) {
    return good("units:\n  - source: Now\n    target: Nu\n    stale: " + value + "\n").entries.at(0).stale;
  };
  CHECK(stale("Then") == "Then");
  CHECK(stale("\"false\"") == "false");
  CHECK(stale("true") == "");
  CHECK(stale("yes") == "");
  CHECK(!stale(""));
  CHECK(!stale("\"\""));
  CHECK(!stale("~"));
  CHECK(!stale("false"));
  CHECK(!stale("no"));
  CHECK(!stale("Now"));
  CHECK(!stale("\" Now \""));
}

TEST_CASE("a locale file without units is none; one whose list is empty is") {
  CHECK(good("units:\n").entries.empty());
  CHECK(good("units: []\nobsolete:\n").entries.empty());
  CHECK(faults("document: page\n") ==
        "nl/page.yaml:1:1: error: the locale file has no \"units:\" [catalogue]\n"
        "  hint: list its translations under \"units:\"\n");
  CHECK(faults("") ==
        "nl/page.yaml:1:1: error: a locale file is a map with \"document:\", \"locale:\" and \"units:\", but here is "
        "nothing [catalogue]\n"
        "  hint: start from another locale's file\n");
  CHECK(faults("- a\n- b\n") ==
        "nl/page.yaml:1:1: error: a locale file is a map with \"document:\", \"locale:\" and \"units:\", but here is a "
        "list [catalogue]\n"
        "  hint: start from another locale's file\n");
  CHECK(faults("units: none yet\n") ==
        "nl/page.yaml:1:8: error: \"units:\" must be a list of units, not text [catalogue]\n"
        "  hint: start every unit with \"- \"\n");
  CHECK(faults("units:\nobsolete: {a: b}\n") ==
        "nl/page.yaml:2:11: error: \"obsolete:\" must be a list of units, not a map [catalogue]\n"
        "  hint: start every unit with \"- \"\n");
}

TEST_CASE("nothing of a file for another document or locale is used") {
  const std::string units = "units:\n  - {source: a, target: b}\n";
  const auto document = parse("document: pages\n" + units);
  CHECK(text_of(document.diagnostics) ==
        "nl/page.yaml:1:11: error: this locale file is for \"pages\", not for \"page\" [other-document]\n"
        "  hint: write \"document: page\", or give the file its document's name\n");
  CHECK(document.value.entries.empty());
  const auto locale = parse("locale: nl-BE\n" + units);
  CHECK(text_of(locale.diagnostics) ==
        "nl/page.yaml:1:9: error: this locale file is for \"nl-BE\", not for \"nl\" [other-locale]\n"
        "  hint: write \"locale: nl\", or move the file to the folder of its locale\n");
  CHECK(locale.value.entries.empty());
  CHECK(parse("locale: nl_BE\n" + units, "nl-BE").value.entries.size() == 1);
}

TEST_CASE("what is wrong with an entry is said at its line, and the others are kept") {
  const auto result = parse(
      "units:\n"
      "  - just text\n"
      "  - id: intro/p1\n"
      "    target: Zonder bron\n"
      "  - id: intro/p2\n"
      "    source: One\n"
      "    target: [Eén]\n"
      "  - id: intro/p3\n"
      "    source: Two\n"
      "    targte: Twee\n"
      "  - id: intro/p2\n"
      "    source: One\n"
      "    target: Eén\n"
      "  - \n"
      "  - source: Three\n"
      "    target: Drie\n"
      "  - source: Three\n"
      "    target: Drie!\n"
      "extra: 1\n");
  CHECK(text_of(result.diagnostics) ==
        "nl/page.yaml:2:5: error: a unit must be a map of names and values, not text [wrong-type]\n"
        "  hint: write each value on a line of its own, as name: value\n"
        "nl/page.yaml:3:5: error: unit \"intro/p1\" has no source text [missing-source]\n"
        "  hint: copy the sentence that is translated here to \"source:\"\n"
        "nl/page.yaml:7:13: error: target in unit \"intro/p2\" must be text, not a list [wrong-type]\n"
        "nl/page.yaml:10:5: error: unknown key \"targte\" in unit \"intro/p3\" [unknown-key]\n"
        "  hint: did you mean \"target\"?\n"
        "nl/page.yaml:15:3: error: a unit has no source text [missing-source]\n"
        "  hint: copy the sentence that is translated here to \"source:\"\n"
        "nl/page.yaml:11:5: error: unit \"intro/p2\" is translated twice [duplicate-unit]\n"
        "  hint: keep one: the first is at line 5\n"
        "nl/page.yaml:17:5: error: this unit is translated twice [duplicate-unit]\n"
        "  hint: keep one: the first is at line 15\n"
        "nl/page.yaml:19:1: error: unknown key \"extra\" in a locale file [unknown-key]\n");
  REQUIRE(result.value.entries.size() == 3);
  CHECK(result.value.entries[0].target.empty());
  CHECK(result.value.entries[2].target == "Drie");
}

TEST_CASE("the same sentence may be translated in its places one by one") {
  const auto catalogue = good(
      "units:\n"
      "  - {id: a/p1, source: Yes, target: Ja}\n"
      "  - {id: b/p1, source: Yes, target: Jawel}\n");
  CHECK(catalogue.entries.size() == 2);
}

TEST_CASE("a hostile locale file is one clear line and nothing of it is used") {
  const auto refused = [](const std::string& yaml, const std::string& code) {
    const auto result = parse(yaml);
    INFO(yaml.substr(0, 60) << text_of(result.diagnostics));
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == code);
    CHECK(result.value.entries.empty());
  };
  refused("units: &bomb\n  - *bomb\n", "yaml-alias");
  refused("a: &a [x, x]\nb: &b [*a, *a]\nunits: [*b, *b]\n", "yaml-alias");
  refused("units:\n\t- source: a\n", "yaml");
  refused("units:\n  - source: \"never closed\n", "yaml");
  refused("units:\n  - source: !!binary aGk=\n", "yaml");
  refused("units: []\nunits: []\n", "yaml-duplicate-key");
  refused("units: []\n---\nunits: []\n", "yaml");
  refused("units: " + std::string(100, '[') + std::string(100, ']') + "\n", "yaml-nesting");
  refused("units: " + std::string(100'000, '['), "yaml-nesting");
  refused("units:\n  - source: \xC3\x28\n", "encoding");
  refused(std::string("\xFF\xFE"
                      "u\0n\0",
                      6),
          "encoding");
  refused("units:\n  - {? [a, b] : c}\n", "yaml");
}

TEST_CASE("a truncated locale file is an error, wherever it was cut") {
  const std::string whole = "units:\n  - source: \"One\"\n    target: \"Eén\"\n";
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length);
    const auto result = parse(whole.substr(0, length));
    for (const auto& entry : result.value.entries) CHECK((entry.target.empty() || entry.target == "Eén"));
  }
}

}  // namespace
}  // namespace handbill
