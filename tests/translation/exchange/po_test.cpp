#include "translation/exchange/po.h"

#include "source/parse.h"
#include "support/catch.h"
#include "translation/messages.h"

namespace handbill {
namespace {

const Language nl = Language::parse("nl").value();
const Language ar = Language::parse("ar").value();

Document page(const std::string& markdown) {
  return parse_document({"page", markdown, Place::in_file("content/page.md"), Language::parse("en").value()}).value;
}

Catalogue catalogue(const std::string& units, const Language& locale = nl) {
  auto parsed = parse_catalogue("units:\n" + units, Place::in_file("locales/page.yaml"), "page", locale);
  REQUIRE(test::text_of(parsed.diagnostics) == "");
  return std::move(parsed.value);
}

Catalogue read(const std::string& po) {
  auto result = read_po(po, Place::in_file("page.nl.po"));
  REQUIRE(test::text_of(result.diagnostics) == "");
  return std::move(result.value.value());
}

std::string fault(const std::string& po) {
  const auto result = read_po(po, Place::in_file("page.nl.po"));
  CHECK_FALSE(result.value.has_value());
  return test::text_of(result.diagnostics);
}

std::string after_header(const std::string& po) {
  return po.substr(po.find("\n\n") + 2);
}

TEST_CASE("a PO file says who it is for") {
  CHECK(to_po(export_document(page("Word.\n"), catalogue("", ar))) ==
        "# العربية\n"
        "msgid \"\"\n"
        "msgstr \"\"\n"
        "\"Project-Id-Version: page\\n\"\n"
        "\"Report-Msgid-Bugs-To: \\n\"\n"
        "\"PO-Revision-Date: \\n\"\n"
        "\"Last-Translator: \\n\"\n"
        "\"Language-Team: \\n\"\n"
        "\"Language: ar\\n\"\n"
        "\"MIME-Version: 1.0\\n\"\n"
        "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
        "\"Content-Transfer-Encoding: 8bit\\n\"\n"
        "\"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : (n%100>=3 && n%100<=10) ? 3 : "
        "(n%100>=11 && n%100<=99) ? 4 : 5);\\n\"\n"
        "\"X-Generator: Handbill\\n\"\n"
        "\n"
        "#: content/page.md:1\n"
        "msgid \"Word.\"\n"
        "msgstr \"\"\n");
}

TEST_CASE("a PO file has places, notes, and the earlier source of what is stale") {
  const Catalogue old = catalogue(
      "  - {source: \"A \\\"b\\\" \\\\\\\\ c.\", target: Een b., note: Friendly}\n"
      "  - {source: New., target: Oud., stale: Old.}\n"
      "  - {source: Newer., target: Ouder., stale: true}\n");
  CHECK(after_header(to_po(export_document(page("A \"b\" \\\\ c.\n\nNew.\n\nNewer.\n"), old))) ==
        "#. Friendly\n"
        "#: content/page.md:1\n"
        "msgid \"A \\\"b\\\" \\\\ c.\"\n"
        "msgstr \"Een b.\"\n"
        "\n"
        "#: content/page.md:3\n"
        "#, fuzzy\n"
        "#| msgid \"Old.\"\n"
        "msgid \"New.\"\n"
        "msgstr \"Oud.\"\n"
        "\n"
        "#: content/page.md:5\n"
        "#, fuzzy\n"
        "msgid \"Newer.\"\n"
        "msgstr \"Ouder.\"\n");
}

TEST_CASE("the same source is one message, unless it is translated in two ways") {
  const Document twice = page("# Join\n\nYes.\n\n# Other\n\nYes.\n\nNo.\n\nNo.\n");
  const Catalogue two_ways = catalogue(
      "  - {id: join/p1, source: Yes., target: Ja.}\n"
      "  - {id: other/p1, source: Yes., target: Jawel.}\n"
      "  - {source: No., target: Nee.}\n");
  const std::string po = after_header(to_po(export_document(twice, two_ways)));
  CHECK(po ==
        "#: content/page.md:1\nmsgid \"Join\"\nmsgstr \"\"\n\n"
        "#: content/page.md:3\nmsgctxt \"join/p1\"\nmsgid \"Yes.\"\nmsgstr \"Ja.\"\n\n"
        "#: content/page.md:5\nmsgid \"Other\"\nmsgstr \"\"\n\n"
        "#: content/page.md:7\nmsgctxt \"other/p1\"\nmsgid \"Yes.\"\nmsgstr \"Jawel.\"\n\n"
        "#: content/page.md:9\n#: content/page.md:11\nmsgid \"No.\"\nmsgstr \"Nee.\"\n");
}

TEST_CASE("a PO file's entries are read with their places") {
  const Catalogue read_back = read(
      "# someone\n"
      "msgid \"\"\n"
      "msgstr \"\"\n"
      "\"Project-Id-Version: page\\n\"\n"
      "\"Language: nl_BE\\n\"\n"
      "\n"
      "# by hand\n"
      "#. for translators\n"
      "#: a.md:3 b.md:4\n"
      "#, fuzzy, c-format\n"
      "#| msgid \"\"\n"
      "#| \"Old \"\n"
      "#| \"text\"\n"
      "msgctxt \"intro/p1\"\n"
      "msgid \"\"\n"
      "\"New \"\n"
      "\"text \\\"\\x41\\102\\\\\\t\\\"\"\n"
      "msgstr \"\"\n"
      "\"Nieuwe\\n\"\n"
      "\"tekst\"\n"
      "#~ msgid \"Gone\"\n"
      "#~ msgstr \"Weg\"\n"
      "msgid \"one\"\n"
      "msgid_plural \"many\"\n"
      "msgstr[0] \"een\"\n"
      "msgstr[1] \"veel\"\n");
  CHECK(read_back.locale.tag() == "nl-BE");
  CHECK(read_back.document == "page");
  REQUIRE(read_back.entries.size() == 2);
  const CatalogueEntry& first = read_back.entries[0];
  CHECK(first.id == "intro/p1");
  CHECK(first.source == "New text \"AB\\ \"");
  CHECK(first.target == "Nieuwe\ntekst");
  CHECK(first.stale == "Old text");
  CHECK(first.note == "by hand\nfor translators");
  CHECK(to_string(first.place) == "page.nl.po:15:1");
  CHECK(to_string(first.target_place) == "page.nl.po:19:2");
  CHECK(read_back.entries[1].source == "one");
  CHECK(read_back.entries[1].target == "een");
  REQUIRE(read_back.obsolete.size() == 1);
  CHECK(read_back.obsolete[0].target == "Weg");
}

TEST_CASE("gettext's names of languages are understood") {
  const auto named = [](const std::string& name) {
    return read("msgid \"\"\nmsgstr \"Language: " + name + "\\n\"\n").locale.tag();
  };
  CHECK(named("nl") == "nl");
  CHECK(named("pt_BR.UTF-8") == "pt-BR");
  CHECK(named("sr@latin") == "sr-Latn");
  CHECK(named("sr_RS@latin") == "sr-Latn-RS");
  CHECK(named("") == "und");
  CHECK(named("Dutch, I think") == "und");
}

TEST_CASE("a PO file in another charset is converted") {
  const std::string header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n";
  CHECK(read(header + "msgid \"one\"\nmsgstr \"\xE9\xE9n\"\n").entries[0].target == "één");
  const std::string arabic = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=windows-1256\\n\"\n";
  CHECK(read(arabic + "msgid \"one\"\nmsgstr \"\xE6\xC7\xCD\xCF\"\n").entries[0].target == "واحد");
  CHECK(fault("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=NOPE\\n\"\nmsgid \"a\"\nmsgstr \"\xE9\"\n") ==
        "page.nl.po:1:1: error: nobody knows the charset \"NOPE\" [encoding]\n"
        "  hint: save the file again with the encoding UTF-8\n");
  CHECK(fault("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=EUC-JP\\n\"\nmsgid \"a\"\nmsgstr "
              "\"\xFF\xFF\"\n") ==
        "page.nl.po:1:1: error: the file is not in the charset \"EUC-JP\" that it names [encoding]\n"
        "  hint: save the file again with the encoding UTF-8\n");
}

TEST_CASE("what is no PO file, or half of one, is nothing, with one line that says where") {
  CHECK(fault("") ==
        "page.nl.po:1:1: error: this is no PO file: it has no msgid [po]\n"
        "  hint: PO files are made by Poedit, for example\n");
  CHECK(fault("title: page\n") ==
        "page.nl.po:1:1: error: \"title:\" is no word of a PO file [po]\n"
        "  hint: lines start with msgid, msgstr, a quotation mark or #\n");
  CHECK(fault("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"half of") ==
        "page.nl.po:5:8: error: the file ends in the middle of a text: it is not complete [po]\n"
        "  hint: ask for the file again\n");
  CHECK(fault("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"c\"\n") ==
        "page.nl.po:4:1: error: the file ends before this msgid's msgstr: it is not complete [po]\n"
        "  hint: ask for the file again\n");
  CHECK(fault("msgid \"a\"\nmsgid \"b\"\nmsgstr \"b\"\n") == "page.nl.po:1:1: error: this msgid has no msgstr [po]\n");
  CHECK(fault("msgid \"a\nmsgstr \"b\"\n") ==
        "page.nl.po:1:7: error: this text has no closing quotation mark [po]\n"
        "  hint: close it on its line\n");
  CHECK(fault("msgid \"a\"\nmsgstr \"b\" c\"\n") ==
        "page.nl.po:2:12: error: something follows the text's closing quotation mark [po]\n"
        "  hint: write \\\" inside a text\n");
  CHECK(fault("msgid \"a\"\nmsgstr \"\\377\"\n") ==
        "page.nl.po:2:8: error: an escape in this text stands for no character [po]\n"
        "  hint: write the character itself\n");
  CHECK(fault("\"a\"\n") == "page.nl.po:1:1: error: a text that belongs to no msgid or msgstr [po]\n");
  CHECK(fault("msgstr \"a\"\n") == "page.nl.po:1:1: error: a msgstr without a msgid before it [po]\n");
  CHECK(fault(std::string("\xFF\xFEm\0s\0", 6)).find("UTF-16") != std::string::npos);
}

TEST_CASE("a PO file that was written is read as it was") {
  const Document source = page("# Join\n\nYes.\n\n# Other\n\nYes.\n\nA _so_ [link](/x \"t\").\n\nStale.\n\nLines.\n");
  const Catalogue before = catalogue(
      "  - {id: join/p1, source: Yes., target: Ja., note: \"one\\ntwo\"}\n"
      "  - {id: other/p1, source: Yes., target: Jawel.}\n"
      "  - {source: \"A _so_ [link](/x \\\"t\\\").\", target: \"Een *zo* [l\\\\\\\\ink](/x \\\"t\\\").\"}\n"
      "  - {source: Stale., target: Oud., stale: Before.}\n"
      "  - {source: Lines., target: \"een\\\\\\ntwee\\ndrie\"}\n");
  const std::string first = to_po(export_document(source, before));
  Catalogue again = read(first);
  again.locale = nl;
  CHECK(to_po(export_document(source, again)) == first);
  CHECK(first.find("een<br>twee drie") != std::string::npos);
}

TEST_CASE("a carriage return in a text or a note breaks no PO file") {
  const Document source = page("Yes.\n");
  for (const char* word : {"Ja", "نعم"}) {
    Catalogue before =
        catalogue("  - {source: Yes., target: \"" + std::string(word) + "\\rzeker\", note: \"one\\rtwo\"}\n");
    const std::string written = to_po(export_document(source, before));
    const Catalogue again = read(written);
    REQUIRE(again.entries.size() == 1);
    CHECK(again.entries[0].target == before.entries[0].target);
    CHECK(again.entries[0].note == "one\ntwo");
  }
}

}  // namespace
}  // namespace handbill
