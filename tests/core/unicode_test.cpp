#include "core/unicode.h"

#include "support/catch.h"

using namespace handbill;
using namespace std::string_literals;

namespace {

const Place file = Place::in_file("page.md");

std::string report(const std::string& bytes) {
  const auto result = clean_text(bytes, file);
  std::string text;
  for (const Diagnostic& one : result.diagnostics) text += to_string(one);
  CHECK(result.value.has_value() == result.diagnostics.empty());
  return text;
}

std::string cleaned(const std::string& bytes) {
  return clean_text(bytes, file).value.value();
}

}  // namespace

TEST_CASE("the first ill-formed sequence is found at its first byte") {
  CHECK_FALSE(find_invalid_utf8("plain, é, 日, 😀"));
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK(find_invalid_utf8("ab\xFF") == 2u);
  CHECK(find_invalid_utf8("\xC3") == 0u);              // cut short
  CHECK(find_invalid_utf8("a\xC0\xAF") == 1u);         // overlong
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0u);      // a surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0u);  // past U+10FFFF
  CHECK(find_invalid_utf8("é\x80") == 2u);
}

TEST_CASE("UTF-8 and UTF-16 convert into each other") {
  CHECK(to_utf16("aé日😀") == u"aé日😀");
  CHECK(to_utf8(u"aé日😀") == "aé日😀");
  CHECK(to_utf16("").empty());
  CHECK(to_utf8(std::u16string_view()).empty());
  CHECK(to_utf8(U'س') == "س");
}

TEST_CASE("what is ill-formed becomes U+FFFD") {
  CHECK(to_utf16("a\xFFz") == u"a\uFFFDz");
  CHECK(to_utf8(std::u16string{u'a', static_cast<char16_t>(0xD800), u'z'}) == "a\uFFFDz");
  CHECK(to_utf8(static_cast<char32_t>(0xD800)) == "\uFFFD");
  CHECK(to_utf8(static_cast<char32_t>(0x110000)) == "\uFFFD");
}

TEST_CASE("a place counts lines and code points from one") {
  const std::string text = "één\n\tb\nم";
  const auto at = [&](std::size_t offset) {
    const Place place = place_of(text, offset, file);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
  };
  CHECK(at(0) == "1:1");
  CHECK(at(text.find('n')) == "1:3");
  CHECK(at(text.find('\n')) == "1:4");
  CHECK(at(text.find('b')) == "2:2");
  CHECK(at(text.size()) == "3:2");
  CHECK(at(text.size() + 100) == "3:2");
}

TEST_CASE("text comes without byte order mark and with line feeds only") {
  CHECK(cleaned("\xEF\xBB\xBF"
                "a\r\nb\rc\n") == "a\nb\nc\n");
  CHECK(cleaned("\r\n\r\n") == "\n\n");
  CHECK(cleaned("\r\r\n") == "\n\n");
  CHECK(cleaned("") == "");
}

TEST_CASE("bytes that are not UTF-8 are named with their line") {
  CHECK(report("one\r\ntw\xE9\n") ==
        "page.md:2:3: error: this is not UTF-8 text: byte E9 belongs to no character [encoding]\n"
        "  hint: save the file again with the encoding UTF-8\n");
}

TEST_CASE("a byte order mark takes no column") {
  CHECK(report("\xEF\xBB\xBF"
               "a\xFF")
            .starts_with("page.md:1:2: error"));
}

TEST_CASE("a NUL is refused at its place") {
  CHECK(report("some words\nand a \0 here"s) ==
        "page.md:2:7: error: a NUL character stands in the text [encoding]\n"
        "  hint: remove it; a text file has none\n");
}

TEST_CASE("a UTF-16 file is called what it is") {
  const std::string expected =
      "page.md: error: this file is UTF-16, not UTF-8 [encoding]\n"
      "  hint: save it again with the encoding UTF-8\n";
  CHECK(report("\xFF\xFE"
               "a\0b\0"s) == expected);
  CHECK(report("\xFE\xFF\0a\0b"s) == expected);
  CHECK(report("a\0b\0c\0"s) == expected);
  CHECK(report("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"s).find("UTF-16") ==
        std::string::npos);
}

TEST_CASE("width on a terminal goes by grapheme cluster") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("ｆ") == 2);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("한") == 2);
  CHECK(display_width("\u1112\u1161\u11AB") == 2);  // the same in jamo
  CHECK(display_width("🇳🇱") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("👨‍👩‍👧") == 2);
  CHECK(display_width("❤") == 1);
  CHECK(display_width("❤\uFE0F") == 2);
  CHECK(display_width("\t\u200B") == 0);
}

TEST_CASE("width on a terminal is the same in a right-to-left script") {
  CHECK(display_width("النقابة") == 7);
  CHECK(display_width("النَّقابة") == 7);  // fatha and shadda add nothing
  CHECK(display_width("\u2067النقابة\u2069") == 7);
  CHECK(display_width("שָׁלוֹם") == 4);
}
