#include "translation/sync.h"

#include <string>

#include "source/parse.h"
#include "support/catch.h"
#include "translation/messages.h"

namespace handbill {
namespace {

using test::text_of;

Document page(const std::string& markdown) {
  return parse_document({"page", markdown, Place::in_file("page.md"), Language::parse("en").value()}).value;
}

LocaleFile file_of(const std::string& text) {
  auto file = LocaleFile::parse(text, Place::in_file("nl/page.yaml"), "page", Language::parse("nl").value());
  CHECK(text_of(file.diagnostics).empty());
  REQUIRE(file.value);
  return std::move(*file.value);
}

/// What the file is after a sync, its source revision, which differs from page to page, replaced by "now".
std::string synced(const std::string& markdown, const std::string& text, SyncChanges* changes = nullptr) {
  const Document document = page(markdown);
  auto result = sync({document, file_of(text)});
  CHECK(text_of(result.diagnostics).empty());
  REQUIRE(result.value);
  if (changes != nullptr) *changes = result.value->changes;
  std::string bytes = result.value->bytes;
  auto again = sync({document, file_of(bytes)});
  REQUIRE(again.value);
  CHECK(again.value->bytes == bytes);
  CHECK_FALSE(again.value->changes.any());
  const std::string revision = revision_of(units_of(document));
  const auto at = bytes.find(revision);
  if (at != std::string::npos) bytes.replace(at, revision.size(), "now");
  return bytes;
}

const std::string head = "document: page\nlocale: nl\nsource-revision: now\n";

TEST_CASE("a new file has every text once, without a translation") {
  const Document document = page("# One\n\nTwo: three.\n\n# One\n\n\"Four\"\n");
  const auto file = LocaleFile::create(Place::in_file("nl/page.yaml"), "page", Language::parse("nl").value());
  const auto made = sync({document, file});
  REQUIRE(made.value);
  CHECK(made.value->changes.added == 3);
  CHECK(made.value->bytes == "document: page\nlocale: nl\nsource-revision: " + revision_of(units_of(document)) +
                                 "\nunits:\n"
                                 "  - id: one\n    source: One\n    target: \"\"\n"
                                 "  - id: one/p1\n    source: \"Two: three.\"\n    target: \"\"\n"
                                 "  - id: one-1/p1\n    source: \"\\\"Four\\\"\"\n    target: \"\"\n");
}

TEST_CASE("a new text goes where the document has it") {
  SyncChanges changes;
  CHECK(synced("One.\n\nTwo.\n\nThree.\n",
               head + "units:\n- id: intro/p1\n  source: One.\n  target: Een.\n"
                      "- id: intro/p3\n  source: Three.\n  target: Drie.\n",
               &changes) == head +
                                "units:\n- id: intro/p1\n  source: One.\n  target: Een.\n"
                                "- id: intro/p2\n  source: Two.\n  target: \"\"\n"
                                "- id: intro/p3\n  source: Three.\n  target: Drie.\n");
  CHECK(changes.added == 1);
  CHECK(changes.changed + changes.removed + changes.moved + changes.renamed == 0);
}

TEST_CASE("a changed text keeps its translation, with the earlier text beside it") {
  SyncChanges changes;
  CHECK(
      synced("See you all on Tuesday evening.\n",
             head + "units:\n  - id: intro/p1\n    source: See you on Monday evening.\n    target: Tot maandagavond.\n",
             &changes) ==
      head +
          "units:\n  - id: intro/p1\n    source: See you all on Tuesday evening.\n    target: Tot maandagavond.\n"
          "    stale: See you on Monday evening.\n");
  CHECK(changes.changed == 1);
}

TEST_CASE("a translation that waits already keeps the text it was made from, and is good when that comes back") {
  const std::string waiting =
      head +
      "units:\n  - id: intro/p1\n    source: See you on Tuesday evening.\n    target: Tot dan.\n"
      "    stale: See you on Monday evening.\n";
  CHECK(synced("See you on Friday evening.\n", waiting) ==
        head +
            "units:\n  - id: intro/p1\n    source: See you on Friday evening.\n    target: Tot dan.\n"
            "    stale: See you on Monday evening.\n");
  CHECK(synced("See you on Monday evening.\n", waiting) ==
        head + "units:\n  - id: intro/p1\n    source: See you on Monday evening.\n    target: Tot dan.\n");
}

TEST_CASE("a text that was changed before anybody translated it has nothing to look at again") {
  CHECK(synced("See you on Tuesday evening.\n",
               head + "units:\n  - id: intro/p1\n    source: See you on Monday evening.\n    target: \"\"\n") ==
        head + "units:\n  - id: intro/p1\n    source: See you on Tuesday evening.\n    target: \"\"\n");
}

TEST_CASE("a text that is gone is kept when somebody wrote something there") {
  SyncChanges changes;
  CHECK(synced("One.\n",
               head + "units:\n"
                      "  - id: intro/p1\n    source: One.\n    target: Een.\n"
                      "  - id: intro/p2\n    source: Apples and pears.\n    target: Appels en peren.\n"
                      "  - id: intro/p3\n    source: Nothing yet.\n    target: \"\"\n"
                      "  # ask Noor\n"
                      "  - id: intro/p4\n    source: Not even this.\n    target: \"\"\n",
               &changes) == head +
                                "units:\n"
                                "  - id: intro/p1\n    source: One.\n    target: Een.\n"
                                "obsolete:\n"
                                "  - id: intro/p2\n    source: Apples and pears.\n    target: Appels en peren.\n"
                                "  # ask Noor\n"
                                "  - id: intro/p4\n    source: Not even this.\n    target: \"\"\n");
  CHECK(changes.removed == 3);
}

TEST_CASE("a text that comes back brings its translation along") {
  SyncChanges changes;
  const std::string kept = head +
                           "units:\n- id: intro/p1\n  source: One.\n  target: Een.\n"
                           "obsolete:\n  - id: intro/p7\n    # as Noor says it\n    source: Apples and pears.\n"
                           "    target: Appels en peren.\n";
  CHECK(synced("Apples and pears.\n\nOne.\n", kept, &changes) ==
        head +
            "units:\n- id: intro/p1\n  # as Noor says it\n  source: Apples and pears.\n  target: Appels en peren.\n"
            "- id: intro/p2\n  source: One.\n  target: Een.\n");
  CHECK(changes.revived == 1);
  CHECK(changes.renamed == 1);
  CHECK(synced("Apples and two pears.\n\nOne.\n", kept) ==
        head +
            "units:\n- id: intro/p1\n  # as Noor says it\n  source: Apples and two pears.\n"
            "  target: Appels en peren.\n  stale: Apples and pears.\n"
            "- id: intro/p2\n  source: One.\n  target: Een.\n");
}

TEST_CASE("what moves takes its comments along") {
  SyncChanges changes;
  CHECK(synced("Two.\n\nThree.\n\nOne.\n",
               head + "units:\n"
                      "  # first\n  - id: intro/p1\n    source: One.\n    target: Een. # really\n\n"
                      "  # second\n  - id: intro/p2\n    source: Two.\n    target: Twee.\n\n"
                      "  - id: intro/p3\n    source: Three.\n    target: Drie.\n\n# the end\n",
               &changes) ==
        head +
            "units:\n"
            "  # second\n  - id: intro/p1\n    source: Two.\n    target: Twee.\n\n"
            "  - id: intro/p2\n    source: Three.\n    target: Drie.\n\n"
            "  # first\n  - id: intro/p3\n    source: One.\n    target: Een. # really\n\n# the end\n");
  CHECK(changes.moved == 1);
  CHECK(changes.renamed == 3);
}

TEST_CASE("a text in several places has one entry, or as many as its translators made") {
  CHECK(synced("Join.\n\nOther words.\n\nJoin.\n",
               head + "units:\n"
                      "  - id: intro/p3\n    source: Join.\n    target: Doe mee.\n"
                      "  - id: intro/p2\n    source: Other words.\n    target: Andere woorden.\n") ==
        head +
            "units:\n"
            "  - id: intro/p2\n    source: Other words.\n    target: Andere woorden.\n"
            "  - id: intro/p3\n    source: Join.\n    target: Doe mee.\n");
  const std::string two = head +
                          "units:\n"
                          "  - id: intro/p1\n    source: Join.\n    target: Doe mee.\n"
                          "  - id: intro/p2\n    source: Join.\n    target: Word lid.\n";
  CHECK(synced("Join.\n\nJoin.\n", two) == two);
}

TEST_CASE("an id that nobody gave is added, in front") {
  CHECK(synced("One.\n\nTwo.\n",
               head + "units:\n  - source: One.\n    target: Een.\n  - {source: Two., target: Twee.}\n") ==
        head +
            "units:\n  - id: intro/p1\n    source: One.\n    target: Een.\n"
            "  - {id: intro/p2, source: Two., target: Twee.}\n");
}

TEST_CASE("every way of writing a text stays what it is when the text changes") {
  const auto after = [](const std::string& before) {
    return synced(
        "We have \"tea\" & don't drink coffee: never.\n",
        head + "units:\n  - id: intro/p1\n    source: " + before + "    target: |\n      Wij drinken\n      thee.\n");
  };
  const auto wanted = [](const std::string& source, const std::string& stale) {
    return head + "units:\n  - id: intro/p1\n    source: " + source +
           "    target: |\n      Wij drinken\n      thee.\n    stale: " + stale + "\n";
  };
  const std::string quoted = "\"We have \\\"tea\\\" & don't drink coffee: never.\"";
  const std::string stale = "We have tea & don't drink coffee.";
  CHECK(after("We have tea & don't drink coffee. # !\n") == wanted(quoted + " # !\n", stale));
  CHECK(after("We have tea &\n      don't drink\n      coffee.\n") == wanted(quoted + "\n", stale));
  CHECK(after("\"We have tea & don't\n      drink coffee.\" # !\n") == wanted(quoted + " # !\n", stale));
  CHECK(after("'We have tea & don''t drink coffee.'\n") ==
        wanted("'We have \"tea\" & don''t drink coffee: never.'\n", stale));
  CHECK(after("|\n       We have tea & don't\n       drink coffee.\n") ==
        wanted("|\n       We have \"tea\" & don't drink coffee: never.\n", stale));
  CHECK(after(">-\n      We have tea & don't drink coffee.\n\n") ==
        wanted(">-\n      We have \"tea\" & don't drink coffee: never.\n\n", stale));
  CHECK(after(">2\n      We have tea & don't drink coffee.\n") ==
        wanted(">-\n      We have \"tea\" & don't drink coffee: never.\n", stale));
  CHECK(after("\n      We have tea & don't drink coffee.\n") == wanted("\n      " + quoted + "\n", stale));
}

TEST_CASE("a unit in braces is changed inside them") {
  const auto after = [](const std::string& unit) {
    return synced("We drink tea, not coffee.\n", head + "units:\n  - " + unit + "\n");
  };
  CHECK(after("{id: intro/p1, source: 'We drink tea, no coffee.', target: Thee.}") ==
        head +
            "units:\n  - {id: intro/p1, source: 'We drink tea, not coffee.', target: Thee., stale: \"We drink tea, no "
            "coffee.\"}\n");
  CHECK(after("{source: We drink tea no coffee., stale: \"We drink tea, not coffee.\",\n     target: Thee.}") ==
        head + "units:\n  - {id: intro/p1, source: \"We drink tea, not coffee.\",\n     target: Thee.}\n");
}

TEST_CASE("a file keeps its byte order mark and its line endings") {
  const std::string text =
      "\xEF\xBB\xBF"
      "document: page\r\nlocale: nl\r\nunits:\r\n  - source: One.\r\n    target: Een.\r\n";
  const auto made = sync({page("One.\n"), file_of(text)});
  REQUIRE(made.value);
  CHECK(made.value->bytes ==
        "\xEF\xBB\xBF"
        "document: page\r\nlocale: nl\r\nsource-revision: " +
            revision_of(units_of(page("One.\n"))) +
            "\r\nunits:\r\n  - id: intro/p1\r\n    source: One.\r\n    target: Een.\r\n");
}

TEST_CASE("a file without a line feed at its end, without units, or with comments alone can be filled") {
  CHECK(synced("One.\n", "document: page\nlocale: nl\nunits:") ==
        head + "units:\n  - id: intro/p1\n    source: One.\n    target: \"\"\n");
  CHECK(synced("One.\n", "document: page\nlocale: nl\nunits: []  # none\n") ==
        head + "units:  # none\n  - id: intro/p1\n    source: One.\n    target: \"\"\n");
  CHECK(synced("One.\n", "# Noor's file\n") ==
        "# Noor's file\n" + head + "units:\n  - id: intro/p1\n    source: One.\n    target: \"\"\n");
  CHECK(synced("One.\n\nTwo.\n", head + "units:\n- id: intro/p1\n  source: One.\n  target: Een.") ==
        head +
            "units:\n- id: intro/p1\n  source: One.\n  target: Een.\n- id: intro/p2\n  source: Two.\n  target: \"\"\n");
}

TEST_CASE("units that stand apart go on standing apart") {
  CHECK(synced("Two.\n\nNew words.\n\nOne.\n", head +
                                                   "units:\n\n  - id: intro/p1\n    source: One.\n    target: Een.\n\n"
                                                   "  - id: intro/p2\n    source: Two.\n    target: Twee.\n") ==
        head +
            "units:\n  - id: intro/p1\n    source: Two.\n    target: Twee.\n\n"
            "  - id: intro/p2\n    source: New words.\n    target: \"\"\n\n"
            "  - id: intro/p3\n    source: One.\n    target: Een.\n");
}

TEST_CASE("a list in brackets is left alone, with a word about why") {
  auto file = LocaleFile::parse("units: [{source: One., target: Een.}]\n", Place::in_file("nl/page.yaml"), "page",
                                Language::parse("nl").value());
  CHECK_FALSE(file.value);
  CHECK(text_of(file.diagnostics) ==
        "nl/page.yaml:1:8: error: the list stands in brackets [layout]\n"
        "  hint: start every unit on a line of its own with \"- \"\n");
}

TEST_CASE("a variant gets nothing new, but is kept up to date") {
  const Document document = page("One.\n\nSee you on Tuesday evening.\n");
  const auto made =
      sync({document, file_of("units:\n  - source: See you on Monday evening.\n    target: Tot ziens.\n"), false});
  REQUIRE(made.value);
  CHECK(made.value->changes.added == 0);
  CHECK(made.value->bytes == "source-revision: " + revision_of(units_of(document)) +
                                 "\nunits:\n  - id: intro/p2\n    source: See you on Tuesday evening.\n"
                                 "    target: Tot ziens.\n    stale: See you on Monday evening.\n");
}

}  // namespace
}  // namespace handbill
