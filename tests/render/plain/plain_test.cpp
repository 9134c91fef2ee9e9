#include "render/plain/plain.h"
#include "render/plain/reading.h"

#include <unicode/ubidi.h>

#include "core/unicode.h"
#include "render/sample.h"
#include "support/golden.h"

namespace handbill::test {
namespace {

std::string text_of(const Document& document, std::string_view tag, int width = 72) {
  const Interface words = words_for(tag);
  return plain::write({.document = document, .words = words, .width = width});
}

std::string text_of(std::string markdown, std::string_view tag, int width = 72) {
  return text_of(parsed(std::move(markdown), tag), tag, width);
}

/// The text without the marks of footnotes, which would count as part of the words before them.
std::string without_marks(std::string text) {
  for (std::size_t at = text.find("[^"); at != std::string::npos; at = text.find("[^"))
    text.erase(at, text.find(']', at) + 1 - at);
  return text;
}

/// The direction a program gives a line from its first letter, by ICU's reading of UAX #9 and not ours.
bool reads_from_right(const std::string& line) {
  const std::u16string units = to_utf16(line);
  UErrorCode status = U_ZERO_ERROR;
  UBiDi* bidi = ubidi_open();
  ubidi_setPara(bidi, units.data(), static_cast<std::int32_t>(units.size()), UBIDI_DEFAULT_LTR, nullptr, &status);
  const bool right = (ubidi_getParaLevel(bidi) & 1) != 0;
  ubidi_close(bidi);
  return right;
}

TEST_CASE("a document of every kind of block reads as text in English") {
  EXPECT_GOLDEN("meeting.en.txt", text_of(sample("meeting.md", "en"), "en"));
}

TEST_CASE("a document of every kind of block reads as text in Dutch") {
  EXPECT_GOLDEN("meeting.nl.txt", text_of(sample("meeting.nl.md", "nl"), "nl"));
}

TEST_CASE("a document of every kind of block reads as text in Arabic") {
  EXPECT_GOLDEN("meeting.ar.txt", text_of(sample("meeting.ar.md", "ar"), "ar"));
}

TEST_CASE("a narrow page has every block in it") {
  EXPECT_GOLDEN("meeting.en.narrow.txt", text_of(sample("meeting.md", "en"), "en", 32));
  EXPECT_GOLDEN("meeting.ar.narrow.txt", text_of(sample("meeting.ar.md", "ar"), "ar", 32));
}

/// The Arabic document, with every second passage left in English.
Document half_translated() {
  Document document = sample("meeting.ar.md", "ar");
  std::vector<Inlines> english;
  for_each_passage(sample("meeting.md", "en"), [&](const Passage& passage) { english.push_back(passage.inlines); });
  std::size_t at = 0;
  for_each_passage(document, [&](Passage& passage) {
    REQUIRE(at < english.size());
    if (at % 2 == 1) passage.inlines = english[at];
    if (at % 2 == 1) passage.language = language("en");
    ++at;
  });
  return document;
}

TEST_CASE("passages without a translation keep their own direction") {
  EXPECT_GOLDEN("meeting.mixed.txt", text_of(half_translated(), "ar"));
}

TEST_CASE("no word of a document is lost and all are in order at any width") {
  const std::vector<std::pair<Document, std::string>> documents{{sample("meeting.md", "en"), "en"},
                                                                {sample("meeting.nl.md", "nl"), "nl"},
                                                                {sample("meeting.ar.md", "ar"), "ar"},
                                                                {half_translated(), "ar"}};
  for (const auto& [document, tag] : documents)
    for (const int width : {20, 31, 40, 60, 72, 120}) {
      const Words text = bare_words(without_marks(text_of(document, tag, width)));
      INFO(tag << " at " << width);
      CHECK(lost(words_of(document), text) == Words{});
      CHECK(out_of_order(document, text) == "");
    }
}

TEST_CASE("no line is wider than the page unless an address or code is") {
  for (const char* tag : {"en", "nl", "ar"}) {
    const std::string file = tag == std::string("en") ? "meeting.md" : "meeting." + std::string(tag) + ".md";
    for (const int width : {30, 50, 72})
      for (const std::string& line : text_lines(text_of(sample(file, tag), tag, width))) {
        INFO(line);
        CHECK((display_width(line) <= static_cast<std::size_t>(width) || line.find("://") != std::string::npos));
        CHECK((line.empty() || line.back() != ' '));
      }
  }
}

TEST_CASE("the same document is the same text twice") {
  CHECK(text_of(sample("meeting.ar.md", "ar"), "ar") == text_of(sample("meeting.ar.md", "ar"), "ar"));
}

TEST_CASE("an empty document is an empty text") {
  CHECK(text_of("", "en") == "");
}

TEST_CASE("every line of an Arabic text reads from the right, whatever it starts with") {
  const std::string text = text_of(
      "Google قالت\n\n2026 كان عامًا\n\n- GitHub ونحن\n\n> Amazon معنا\n\n| Google | من |\n| --- | --- |\n| a | ب |\n\n"
      "[نص](https://example.org/)\n",
      "ar");
  for (const std::string& line : text_lines(text)) {
    INFO(line);
    CHECK((line.empty() || reads_from_right(line)));
  }
}

TEST_CASE("every line of an English text reads from the left, whatever it starts with") {
  for (const std::string& line : text_lines(text_of("سلام means peace\n\n- سلام again\n\n# سلام there\n", "en"))) {
    INFO(line);
    CHECK_FALSE(reads_from_right(line));
  }
}

TEST_CASE("code in an Arabic document reads from the left") {
  const auto lines = text_lines(text_of("```\nx = \"سلام\"\n# سلام\n```\n", "ar"));
  REQUIRE(lines.size() == 2);
  CHECK_FALSE(reads_from_right(lines[0]));
  CHECK_FALSE(reads_from_right(lines[1]));
}

TEST_CASE("an address in Arabic text is shown as it is") {
  CHECK(
      shown_by_first_letter(text_of("زوروا <https://example.org/a/?b=1>.", "ar")).find("https://example.org/a/?b=1") !=
      std::string::npos);
  CHECK(shown_by_first_letter(text_of("اتصلوا على [+31 20 012 34 56](tel:+31200123456).", "ar"))
            .find("+31 20 012 34 56") != std::string::npos);
}

TEST_CASE("an isolate that spans lines is closed and opened again on each") {
  const auto lines = text_lines(text_of("نص `one two three four five six seven eight nine` نص", "ar", 24));
  REQUIRE(lines.size() > 2);
  for (const std::string& line : lines) {
    INFO(line);
    const auto count = [&](const char* sign) {
      std::size_t found = 0;
      for (std::size_t at = line.find(sign); at != std::string::npos; at = line.find(sign, at + 3)) ++found;
      return found;
    };
    CHECK(count("\u2066") + count("\u2067") == count("\u2069"));
  }
}

TEST_CASE("columns of an Arabic table stand from right to left even where cells are Latin") {
  const auto lines = text_lines(text_of("| Alpha | Beta |\n| --- | --- |\n| one | two |\n", "ar"));
  REQUIRE(lines.size() == 3);
  CHECK(shown_by_first_letter(lines[2]) == "two    one");
  CHECK(shown_by_first_letter(lines[0]) == "Beta  Alpha");
}

TEST_CASE("columns of an English table stand from left to right even where cells are Arabic") {
  const auto lines = text_lines(text_of("| A | B |\n| --- | --- |\n| سلام | 12 |\n", "en"));
  REQUIRE(lines.size() == 3);
  CHECK(shown_by_first_letter(lines[2]).substr(0, 8) == to_utf8(u"\u0645\u0627\u0644\u0633"));
  CHECK(shown_by_first_letter(lines[2]).find("12") > 8);
}

TEST_CASE("the same address has the same number, and an address that is its own text has none") {
  CHECK(text_of("[a](https://example.org/1) [b](https://example.org/2) [c](https://example.org/1) "
                "<https://example.org/3> [d](#x) [sara@example.org](mailto:sara@example.org)",
                "en") ==
        "a [1] b [2] c [1] https://example.org/3 d sara@example.org\n\n\nLinks\n-----\n\n"
        "[1] https://example.org/1\n[2] https://example.org/2\n");
}

TEST_CASE("a link's number stays on the line of its text") {
  for (int width = 20; width < 60; ++width)
    for (const std::string& line : text_lines(text_of("Words before a [link text](https://example.org/1), words after "
                                                      "[it](https://example.org/2).",
                                                      "en", width))) {
      INFO(width << ": " << line);
      CHECK_FALSE((line.starts_with("[") && line.find("https") == std::string::npos));
    }
}

TEST_CASE("list numbers are in the digits of the language and line up at their ends") {
  CHECK(text_of("9. a\n10. b\n", "en") == " 9. a\n10. b\n");
  CHECK(text_of("9. ا\n10. ب\n", "ar") == " ٩. ا\n١٠. ب\n");
}

TEST_CASE("items of a loose list stand apart, those of a tight one do not") {
  CHECK(text_of("- a\n- b\n", "en") == "• a\n• b\n");
  CHECK(text_of("- a\n\n- b\n", "en") == "• a\n\n• b\n");
}

TEST_CASE("a table that fits has columns as wide as their cells") {
  CHECK(text_of("| A | Number | C |\n| --- | --: | :-: |\n| one | 1 | x |\n| two | 20 | yyy |\n", "en") ==
        "A    Number   C\n---  ------  ---\none       1   x\ntwo      20  yyy\n");
}

TEST_CASE("a table too wide for readable columns becomes records") {
  CHECK(text_of("| Organisation | Focus | Place |\n| --- | --- | --- |\n| Union | Work and more work | Here |\n"
                "| Club | Play |  |\n",
                "en", 24) ==
        "Organisation: Union\nFocus: Work and more\n  work\nPlace: Here\n\nOrganisation: Club\nFocus: Play\nPlace:\n");
}

TEST_CASE("wide characters count as two columns") {
  for (const std::string& line : text_lines(text_of("工会是工人的组织我们一起为更好的工作条件而努力", "zh", 20)))
    CHECK(display_width(line) <= 20);
}

TEST_CASE("quotes and lists inside each other a hundred times still leave room for text") {
  std::string markdown;
  for (int depth = 0; depth < 90; ++depth) markdown += "- ";
  const auto lines = text_lines(text_of(markdown + "a few words of text at the very bottom\n", "en", 40));
  CHECK(lines.size() < 200);
  CHECK(bare_words(text_of(std::string(90, '>') + " a few words", "en", 40)).back() == "words");
}

TEST_CASE("soft hyphens are not printed") {
  CHECK(text_of("werk\u00ADplaats", "nl") == "werkplaats\n");
}

}  // namespace
}  // namespace handbill::test
