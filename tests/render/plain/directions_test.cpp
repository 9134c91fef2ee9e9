// Texts of both directions in programs that know much, little or nothing of them.
#include "render/plain/plain.h"
#include "render/plain/reading.h"
#include "render/sample.h"
#include "support/golden.h"

namespace handbill::test {
namespace {

constexpr Direction ltr = Direction::left_to_right;
constexpr Direction rtl = Direction::right_to_left;

std::string text_of(const Document& document, std::string_view tag, BidiMarks bidi = BidiMarks::isolates) {
  const Interface words = words_for(tag);
  return plain::write({.document = document, .words = words, .bidi = bidi});
}

std::string text_of(std::string markdown, std::string_view tag, BidiMarks bidi = BidiMarks::isolates) {
  return text_of(parsed(std::move(markdown), tag), tag, bidi);
}

constexpr const char* arabic_page =
    "# ShutDown (الآن)!\n\nقالت Google. إن 2026 عام جيد (جدًا).\n\n- GitHub، ونحن.\n  1. (أولًا)\n\n> Amazon معنا!\n\n"
    "| Google | من؟ |\n| --- | --- |\n| a. | ب! |\n\n`x = 1;` و [نص](https://example.org/a/)\n\n    code (ا);\n";

constexpr const char* english_page =
    "# إغلاق (now)!\n\nشكرا said Sara. 2026 (a good year).\n\n- سلام, and we.\n  1. (first)\n\n> نحن with us!\n\n"
    "| من | Who? |\n| --- | --- |\n| ا. | b! |\n\n`x = 1;` and [نص](https://example.org/a/)\n\n    code (ا);\n";

TEST_CASE("a line of Arabic is shown in one order wherever it is shown") {
  for (const std::string& line : text_lines(text_of(arabic_page, "ar"))) {
    INFO(line);
    CHECK(shown_in(line, ltr) == shown_in(line, rtl));
    CHECK(shown_by_first_letter(line) == shown_in(line, rtl));
  }
}

TEST_CASE("a line of English with Arabic in it is shown in one order by whoever looks at it or at its first letter") {
  for (const std::string& line : text_lines(text_of(english_page, "en"))) {
    INFO(line);
    CHECK(shown_by_first_letter(line) == shown_in(line, ltr));
  }
}

TEST_CASE("an Arabic line in an English text keeps its order where every line is taken to be English") {
  Document document = parsed("English first.\n\nقال: نعم (ربما).\n", "en");
  std::get<Paragraph>(document.blocks[1].node).text.language = language("ar");
  const auto lines = text_lines(text_of(document, "en"));
  CHECK(lines.front() == "English first.");
  CHECK(shown_in(lines.back(), ltr) == shown_in("قال: نعم (ربما).", rtl));
}

TEST_CASE("an English line in an Arabic text keeps its order where every line is taken to be Arabic") {
  Document document = parsed("عربي أولًا.\n\nShe said: yes (maybe).\n", "ar");
  std::get<Paragraph>(document.blocks[1].node).text.language = language("en");
  const auto lines = text_lines(text_of(document, "ar"));
  CHECK(shown_in(lines.back(), rtl) == "She said: yes (maybe).");
}

TEST_CASE("a line that nobody can take for anything else has no marks") {
  CHECK(text_of("نص بلا علامات\n", "ar") == "نص بلا علامات\n");
  CHECK(text_of("text (with) marks.\n", "en") == "text (with) marks.\n");
}

TEST_CASE("without bidi marks a text has no invisible character, and the same words") {
  for (const auto& [page, tag] : {std::pair{arabic_page, "ar"}, std::pair{english_page, "en"}}) {
    const std::string bare = text_of(page, tag, BidiMarks::none);
    const std::string marked = text_of(page, tag);
    CHECK_FALSE(has_bidi_controls(bare));
    CHECK(has_bidi_controls(marked));
    CHECK(bare_words(bare) == bare_words(marked));
    CHECK(text_lines(bare).size() == text_lines(marked).size());
  }
}

TEST_CASE("marks that somebody wrote are left out too where none are wanted") {
  CHECK(text_of("نص \u200E#Tag نص \u2067ا\u2069\n", "ar", BidiMarks::none) == "نص #Tag نص ا\n");
  CHECK(text_of("a \u202Bb\u202C\u061C c\n", "en", BidiMarks::none) == "a b c\n");
}

TEST_CASE("a document of every kind of block reads as text without bidi marks") {
  EXPECT_GOLDEN("meeting.ar.bare.txt", text_of(sample("meeting.ar.md", "ar"), "ar", BidiMarks::none));
}

}  // namespace
}  // namespace handbill::test
