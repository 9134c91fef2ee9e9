// What stays together in paragraphs of two directions.
#include "layout/isolation.h"

#include <string>

#include "core/bidi_controls.h"
#include "core/unicode.h"
#include "layout/fixture.h"
#include "support/catch.h"

namespace handbill {
namespace {

/// The text with its isolates shown: [ for one whose direction is that of its first letter, < for left to right.
std::string isolated(std::string_view characters, Direction direction) {
  StyledText text{.text = to_utf16(characters), .direction = direction};
  text.spans.push_back({static_cast<std::uint32_t>(text.text.size()), {}});
  isolate_foreign(text);
  CHECK(text.spans.back().end == text.text.size());
  std::string shown;
  bool first_strong = false;
  for (const char16_t character : text.text) {
    if (character == first_strong_isolate || character == left_to_right_isolate)
      shown += (first_strong = character == first_strong_isolate) ? "[" : "<";
    else if (character == pop_isolate)
      shown += first_strong ? "]" : ">";
    else
      shown += to_utf8(static_cast<char32_t>(character));
  }
  return shown;
}

std::string in_arabic(std::string_view text) {
  return isolated(text, Direction::right_to_left);
}

std::string in_english(std::string_view text) {
  return isolated(text, Direction::left_to_right);
}

TEST_CASE("A quotation in the other direction keeps its marks") {
  CHECK(in_arabic("قالت “We will not sell it!” ثمّ") == "قالت “[We will not sell it!]” ثمّ");
  CHECK(in_arabic("قالت «No!»، ثمّ") == "قالت «[No!]»، ثمّ");
  CHECK(in_arabic("قالت \"No!\" ثمّ") == "قالت \"[No!]\" ثمّ");
  CHECK(in_arabic("قالت “11 colleagues” ثمّ") == "قالت “[11 colleagues]” ثمّ");
  CHECK(in_english("She said “لن نبيعه!” and left") == "She said “[لن نبيعه!]” and left");
  CHECK(in_english("Zij zei „لن نبيعه!” en ging") == "Zij zei „[لن نبيعه!]” en ging");
}

TEST_CASE("A quotation that needs nothing, or is of both directions, is left alone") {
  CHECK(in_arabic("قالت “No” ثمّ") == "قالت “No” ثمّ");
  CHECK(in_arabic("قالت “لا، No!” ثمّ") == "قالت “لا، No!” ثمّ");
  CHECK(in_arabic("قالت “لا!” ثمّ") == "قالت “لا!” ثمّ");
  CHECK(in_english("She said “No!” to نور") == "She said “No!” to نور");
  CHECK(in_english("the workers’ “union!” of نور’s") == "the workers’ “union!” of نور’s");
  CHECK(in_arabic("قالت “We will not sell it! ثمّ") == "قالت “We will not sell it! ثمّ");
}

TEST_CASE("Latin words in a right-to-left paragraph keep the signs at their ends") {
  CHECK(in_arabic("لغة C++ و C# هنا") == "لغة <C++> و <C#> هنا");
  CHECK(in_arabic("لغات C++ وC#.") == "لغات <C++> و<C#>.");
  CHECK(in_arabic("الإصدار 2.3.0-beta، هنا") == "الإصدار <2.3.0-beta>، هنا");
  CHECK(in_arabic("وسم #ShutDownNation هنا") == "وسم <#ShutDownNation> هنا");
  CHECK(in_arabic("خيار --force هنا") == "خيار <--force> هنا");
  CHECK(in_arabic("دالّة f(x) هنا") == "دالّة <f(x)> هنا");
  CHECK(in_arabic("عند 20 °C هنا") == "عند 20 <°C> هنا");
}

TEST_CASE("Latin words that need nothing, and a sentence's marks behind them, are left alone") {
  CHECK(in_arabic("نظام Linux! ثمّ Windows 11.") == "نظام Linux! ثمّ Windows 11.");
  CHECK(in_arabic("في (CMYK) شبكة 5G") == "في (CMYK) شبكة 5G");
  CHECK(in_arabic("بريد a.b@example.org هنا") == "بريد a.b@example.org هنا");
  CHECK(in_arabic("نسبة 53% في 2023") == "نسبة 53% في 2023");
  CHECK(in_english("C++ and #tags with نور") == "C++ and #tags with نور");
}

TEST_CASE("The groups of a telephone number stay in order in a right-to-left paragraph") {
  CHECK(in_arabic("اتّصلوا: +31 20 123 45 67.") == "اتّصلوا: <+31 20 123 45 67>.");
  CHECK(in_arabic("على \u200E+31 20 123 45 67") == "على \u200E<+31 20 123 45 67>");
  CHECK(in_arabic("اتّصلوا 020-1234567 الآن") == "اتّصلوا <020-1234567> الآن");
  CHECK(in_arabic("اتّصلوا +٣١ ٢٠ ١٢٣ ٤٥ ٦٧") == "اتّصلوا <+٣١ ٢٠ ١٢٣ ٤٥ ٦٧>");
  CHECK(in_arabic("دفعت 1 250 000 يورو") == "دفعت <1 250 000> يورو");
  CHECK(in_arabic("من 2019-2023 وفي 12/12") == "من 2019-2023 وفي 12/12");
  CHECK(in_english("call +31 20 123 45 67, نور") == "call +31 20 123 45 67, نور");
}

TEST_CASE("What is isolated already stays as it is") {
  const std::string code = "شغّل \u2066C++ -x!\u2069 هنا";
  StyledText text{.text = to_utf16(code), .direction = Direction::right_to_left};
  isolate_foreign(text);
  CHECK(to_utf8(text.text) == code);
}

TEST_CASE("On an Arabic page, an English quotation ends with its own mark at its own end") {
  const auto pages = test::lay_out_markdown("قالت “No way!” ثمّ", {.language = "ar"}).value;
  for (const Mark& mark : pages.pages[0].marks) {
    const auto* run = std::get_if<PlacedRun>(&mark);
    if (run == nullptr || run->run->right_to_left()) continue;
    CHECK(to_utf8(run->text->substr(run->run->begin, run->run->end - run->run->begin)) == "No way!");
    return;
  }
  FAIL("no run reads from left to right");
}

TEST_CASE("Spans, boxes and origins move with what they belong to") {
  // "ا C++ X" with a span that ends before and behind C++, a box on X and an origin at C.
  StyledText text{.text = u"\u0627 C++ \uFFFC", .direction = Direction::right_to_left};
  text.spans = {{2, {.tag = 1}}, {5, {.tag = 2}}, {7, {.tag = 3}}};
  text.boxes = {{.offset = 6}};
  text.origins = {{0, {}}, {2, {}}, {6, {}}};
  isolate_foreign(text);
  CHECK(text.text == u"\u0627 \u2066C++\u2069 \uFFFC");
  CHECK(text.spans[0].end == 2);
  CHECK(text.spans[1].end == 7);
  CHECK(text.spans[2].end == 9);
  CHECK(text.boxes[0].offset == 8);
  CHECK(text.origins[1].offset == 2);
  CHECK(text.origins[2].offset == 8);
}

}  // namespace
}  // namespace handbill
