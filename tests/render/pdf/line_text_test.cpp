#include "render/pdf/line_text.h"

#include "core/unicode.h"
#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

/// A line's pieces as they are written, each in brackets; U+200E as ">", U+200F as "<", U+200B as "_".
std::string pieces(const pdf::LineContext& context, const std::vector<PlacedRun>& runs) {
  std::vector<const PlacedRun*> pointers;
  for (const PlacedRun& placed : runs) pointers.push_back(&placed);
  pdf::DocumentFonts fonts;
  for (const PlacedRun& placed : runs)
    if (placed.run->face != nullptr) fonts.add(placed.run->face);
  const auto say = [](char32_t character) -> std::string {
    if (character == U'\u200E') return ">";
    if (character == U'\u200F') return "<";
    if (character == U'\u200B') return "_";
    return to_utf8(character);
  };
  std::string out;
  for (const auto& piece : pdf::read_line(pointers, fonts, context)) {
    out += '[';
    for (const auto& glyph : piece.spelling.shown) {
      if (glyph.meaning.mark != 0) out += say(glyph.meaning.mark);
      out += say(glyph.meaning.character);
    }
    out += ']';
  }
  return out;
}

constexpr auto ltr = Direction::left_to_right;
constexpr auto rtl = Direction::right_to_left;
constexpr pdf::LineContext ltr_page{ltr, false};
constexpr pdf::LineContext rtl_page{rtl, false};

}  // namespace

TEST_CASE("A line of one direction and look is one piece") {
  const auto serif = face("NotoSerif-Regular.ttf");
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  CHECK(pieces(ltr_page, line({}, ltr, {{serif, "What can you do?"}})) == "[What can you do?]");
  CHECK(pieces(rtl_page, line({}, rtl, {{arabic, "نعم نعم", 1}})) == "[معن معن]");
}

TEST_CASE("On a right-to-left page a number is kept from the space on its left") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  const auto runs = line({}, rtl, {{arabic, "نعم ", 1}, {arabic, "12", 2}, {arabic, " نعم", 1}});
  CHECK(pieces(rtl_page, runs) == "[< معن][<12][معن< ]");
}

TEST_CASE("On a right-to-left page a full stop is kept from the space on its left") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  CHECK(pieces(rtl_page, line({}, rtl, {{arabic, "نعم، نعم", 1}})) == "[معن <،معن]");
}

TEST_CASE("On a right-to-left page a left-to-right part ends where it ends, not at its last letter") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  const auto sans = face("NotoSans-Regular.ttf");
  const auto runs = line({}, rtl, {{arabic, "نعم ", 1}, {sans, "(x)", 2}, {arabic, " نعم", 1}});
  CHECK(pieces(rtl_page, runs) == "[>< معن][<(x)][معن< ]");
  CHECK(pieces(rtl_page, line({}, rtl, {{sans, "Yes!", 2}})) == "[Yes!>]");
}

TEST_CASE("On a left-to-right page a right-to-left word is kept from the space on its right") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  const auto sans = face("NotoSans-Regular.ttf");
  const auto runs = line({}, ltr, {{sans, "so "}, {arabic, "نعم", 1}, {sans, " it is"}});
  CHECK(pieces(ltr_page, runs) == "[so ][معن][> it is]");
}

TEST_CASE("A space before something without width says a direction mark as well") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  CHECK(pieces(rtl_page, line({}, rtl, {{arabic, "نعماً نعم", 1}})) == "[معن< \u064Bامعن]");
}

TEST_CASE("A line that starts, on its left, with something without width has a space hung out before it") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  CHECK(pieces(rtl_page, line({}, rtl, {{arabic, "نعماً", 1}})) == "[< \u064Bامعن]");
}

TEST_CASE("Right-to-left glyphs without a letter among them are a piece each") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  const auto sans = face("NotoSans-Regular.ttf");
  const auto runs = line({}, rtl, {{arabic, "نعم", 1}, {sans, ".)", 1}});
  CHECK(pieces(rtl_page, runs) == "[معن][<.][)]");
}

TEST_CASE("Runs without a face, and none at all, are no pieces") {
  PlacedRun box;
  box.run = std::make_shared<const LineRun>();
  box.text = std::make_shared<const std::u16string>(u"\uFFFC");
  CHECK(pieces(ltr_page, {box}) == "");
  CHECK(pieces(ltr_page, {}) == "");
}

TEST_CASE("What stands to the left of what was written last starts with a space") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  CHECK(pieces({rtl, true}, line({}, rtl, {{arabic, "نعم", 1}})) == "[معن< ]");
}

TEST_CASE("Right-to-left text is cut at spaces so wide that pdf.js takes them for gaps, and put in reading order") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  auto runs = line({}, rtl, {{arabic, "نعم نعم", 1}});
  REQUIRE(runs[0].run->glyphs[3].cluster == 3);
  change(runs[0], [](LineRun& run) { run.glyphs[3].advance = 0.7F; });
  CHECK(pieces(rtl_page, runs) == "[معن][< ][معن]");
}

TEST_CASE("A run that nobody wrote says nothing, and the gap that it leaves in the text is filled") {
  const auto sans = face("NotoSans-Regular.ttf");
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  auto runs = line({}, ltr, {{sans, "here"}, {sans, "12"}, {sans, ", and"}});
  runs[1].generated = true;
  CHECK(pieces(ltr_page, runs) == "[here_____][][, and]");
  runs = line({}, rtl, {{arabic, "نعم", 1}, {sans, "12", 2}, {arabic, ", نعم", 1}});
  runs[1].generated = true;
  CHECK(pieces(rtl_page, runs) == "[معن][][معن <,_____]");
}
