#include "translation/exchange/xliff.h"

#include "source/parse.h"
#include "support/catch.h"
#include "support/golden.h"
#include "translation/messages.h"

namespace handbill {
namespace {

const std::string everything =
    "# Join\n\nYes.\n\n# Other\n\nYes.\n\nNo.\n\nNo.\n\nA _so_ [link](/x \"t\") & **b**[^n] "
    "https://a.org/.\n\nStale.\n\n"
    "Two  \nlines.\n\n[^n]: Note with `code`.\n";

const std::string units =
    "  - {id: join/p1, source: Yes., target: Ja., note: \"one\\ntwo <&>\"}\n"
    "  - {id: other/p1, source: Yes., target: Jawel.}\n"
    "  - {source: \"A _so_ [link](/x \\\"t\\\") & **b**[^n] https://a.org/.\", target: \"Een **b**[^n] "
    "https://a.org/ *zo* [l<>k](/x \\\"t\\\").\"}\n"
    "  - {source: Stale., target: Oud., stale: Before & after.}\n"
    "  - {source: \"Two<br>lines.\", target: \"Twee<br>regels.\", stale: true}\n";

Document page(const std::string& markdown) {
  return parse_document({"page", markdown, Place::in_file("content/page.md"), Language::parse("en").value()}).value;
}

Exported exported(const char* locale) {
  auto parsed =
      parse_catalogue("units:\n" + units, Place::in_file("page.yaml"), "page", Language::parse(locale).value());
  REQUIRE(test::text_of(parsed.diagnostics) == "");
  return export_document(page(everything), parsed.value);
}

std::string fault(const std::string& xliff) {
  const auto result = read_xliff(xliff, Place::in_file("page.xlf"));
  CHECK_FALSE(result.value.has_value());
  return test::text_of(result.diagnostics);
}

Catalogue read(const std::string& xliff, const std::string& expected = "") {
  auto result = read_xliff(xliff, Place::in_file("page.xlf"));
  CHECK(test::text_of(result.diagnostics) == expected);
  REQUIRE(result.value.has_value());
  return std::move(*result.value);
}

TEST_CASE("XLIFF says everything that a locale file says") {
  EXPECT_GOLDEN("page.nl.2_0.xlf", to_xliff(exported("nl"), XliffVersion::v2_0));
  EXPECT_GOLDEN("page.nl.1_2.xlf", to_xliff(exported("nl"), XliffVersion::v1_2));
  EXPECT_GOLDEN("page.ar.2_0.xlf", to_xliff(exported("ar"), XliffVersion::v2_0));
}

TEST_CASE("XLIFF that was written is read as it was") {
  for (const XliffVersion version : {XliffVersion::v1_2, XliffVersion::v2_0}) {
    const std::string first = to_xliff(exported("nl"), version);
    const Catalogue again = read(first);
    CHECK(again.document == "page");
    CHECK(again.locale.tag() == "nl");
    CHECK(to_xliff(export_document(page(everything), again), version) == first);
  }
}

std::string unit_2_0(const std::string& inside) {
  return "<?xml version=\"1.0\"?>\n<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" "
         "srcLang=\"en\" "
         "trgLang=\"nl\"><file id=\"f\">\n<unit id=\"1\">" +
         inside + "</unit></file></xliff>\n";
}

TEST_CASE("units that a program has cut into segments are put together") {
  const Catalogue cut = read(unit_2_0(
      "<segment state=\"final\"><source>One.</source><target>Een.</target></segment><ignorable><source> </source>"
      "</ignorable><segment state=\"final\"><source>Two.</source><target>Twee.</target></segment>"));
  REQUIRE(cut.entries.size() == 1);
  CHECK(cut.entries[0].source == "One. Two.");
  CHECK(cut.entries[0].target == "Een. Twee.");
  CHECK_FALSE(cut.entries[0].stale);
  const Catalogue half = read(unit_2_0(
      "<segment><source>One. </source><target>Een. </target></segment><segment><source>Two.</source></segment>"));
  CHECK(half.entries[0].target.empty());
}

TEST_CASE("start and end codes, marks and prefixes are understood") {
  const Catalogue coded = read(unit_2_0(
      "<originalData><data id=\"a\">**</data></originalData><segment><source>x <sc id=\"1\" dataRef=\"a\"/>y<ec "
      "startRef=\"1\" dataRef=\"a\"/></source><target><mrk id=\"m\">x</mrk> <pc id=\"1\" dataRefStart=\"a\" "
      "dataRefEnd=\"a\">y<cp hex=\"0021\"/></pc></target></segment>"));
  CHECK(coded.entries[0].source == "x **y**");
  CHECK(coded.entries[0].target == "x **y!**");
  const Catalogue old = read(
      "<x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><x:file original=\"a.md\" "
      "target-language=\"ar\"><x:body><x:group><x:trans-unit id=\"1\"><x:source>a <x:bpt id=\"1\">_</x:bpt>b<x:ept "
      "id=\"1\">_</x:ept></x:source><x:target state=\"needs-review-translation\"><![CDATA[أ & ب]]></x:target>"
      "</x:trans-unit></x:group></x:body></x:file></x:xliff>");
  REQUIRE(old.entries.size() == 1);
  CHECK(old.entries[0].source == "a _b_");
  CHECK(old.entries[0].target == "أ & ب");
  CHECK(old.entries[0].stale == "");
  CHECK(old.locale.tag() == "ar");
}

TEST_CASE("a text with codes that are not whole is left out and the others are kept") {
  const Catalogue rest = read(
      unit_2_0("<segment><source>a</source><target><ph id=\"7\"/>b</target></segment></unit>\n<unit id=\"2\"><segment>"
               "<source>c</source><target>d</target></segment>"),
      "page.xlf:3:41: error: a code has no Markdown in it [xliff-code]\n"
      "  hint: take the codes over from the source, in pairs\n");
  REQUIRE(rest.entries.size() == 1);
  CHECK(rest.entries[0].target == "d");
  CHECK(to_string(rest.entries[0].place) == "page.xlf:4:1");
}

TEST_CASE("what is no XLIFF, or half of one, is nothing, with one line that says where") {
  CHECK(fault("") ==
        "page.xlf:1:1: error: the XML cannot be read from here on [xliff]\n"
        "  hint: ask for the file again: it may not be complete\n");
  CHECK(fault("<html/>") == "page.xlf:1:1: error: this is no XLIFF file [xliff]\n");
  CHECK(fault("<xliff version=\"3.0\"/>") ==
        "page.xlf:1:1: error: XLIFF of version \"3.0\" is not known [xliff]\n  hint: save it as XLIFF 1.2 or 2.0\n");
  const std::string whole = to_xliff(exported("nl"), XliffVersion::v2_0);
  CHECK(fault(whole.substr(0, whole.size() / 2)).find("the XML cannot be read from here on [xliff]") !=
        std::string::npos);
  CHECK(fault(std::string("\xFF\xFE<\0", 4)).find("UTF-16") != std::string::npos);
  CHECK(fault("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><xliff>\xE9</xliff>").find("[encoding]") !=
        std::string::npos);
}

TEST_CASE("a DOCTYPE is refused, so that no entity is ever looked at") {
  const std::string refused =
      "page.xlf:2:1: error: the file has a DOCTYPE, which can fetch other files; no translation needs one [xliff]\n"
      "  hint: take the line with <!DOCTYPE away, if you trust who made the file\n";
  CHECK(fault("<?xml version=\"1.0\"?>\n<!DOCTYPE xliff [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
              "<xliff version=\"2.0\"><file><unit><segment><source>&x;</source></segment></unit></file></xliff>") ==
        refused);
  CHECK(fault("<?xml version=\"1.0\"?>\n<!DOCTYPE xliff PUBLIC \"-//XLIFF//DTD XLIFF//EN\" \"xliff.dtd\">\n"
              "<xliff version=\"1.1\"/>") == refused);
}

TEST_CASE("however deep and however many, XLIFF costs bounded time") {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<group>";
  CHECK(fault("<xliff version=\"1.2\"><file><body>" + deep).find("[xliff]") != std::string::npos);
  std::string marks;
  for (int i = 0; i < 100000; ++i) marks += "<mrk>";
  std::string ends;
  for (int i = 0; i < 100000; ++i) ends += "</mrk>";
  CHECK(read(unit_2_0("<segment><source>" + marks + ends + "</source></segment>"),
             "page.xlf:3:1: error: a code has no Markdown in it [xliff-code]\n"
             "  hint: take the codes over from the source, in pairs\n")
            .entries.empty());
}

}  // namespace
}  // namespace handbill
