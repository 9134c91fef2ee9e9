#include "render/pdf/spelling.h"

#include <cmath>

#include "core/unicode.h"
#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

pdf::Spelling spell(const PlacedRun& placed, GlyphId blank = 0, double shift = 0) {
  pdf::Spelling spelling;
  pdf::spell({.run = *placed.run, .text = *placed.text, .blank = blank, .shift = shift}, spelling);
  return spelling;
}

/// The characters in the order a reader meets them; those on carriers in brackets, a ligature's
/// joined by "+", raised glyphs as "^".
std::string spelled(const std::vector<PlacedRun>& runs, GlyphId blank = 0) {
  std::string out;
  for (const PlacedRun& placed : runs) {
    const auto spelling = spell(placed, blank);
    for (const auto& glyph : spelling.shown) {
      std::string character = to_utf8(glyph.meaning.character);
      for (const char32_t letter : glyph.meaning.more)
        if (letter != 0) character += "+" + to_utf8(letter);
      out += glyph.carrier ? "[" + character + "]" : character;
    }
    out.append(spelling.raised.size(), '^');
  }
  return out;
}

std::string in_english(std::string_view text) {
  return spelled(line({}, Direction::left_to_right, {{face("NotoSerif-Regular.ttf"), text}}));
}

std::string in_arabic(std::string_view text, const char* file = "NotoSansArabic-Regular.ttf") {
  return spelled(line({}, Direction::right_to_left, {{face(file), text, 1}}));
}

}  // namespace

TEST_CASE("Glyphs that stand for one character say it") {
  CHECK(in_english("Join us (now)!") == "Join us (now)!");
  CHECK(in_arabic("سلم") == "ملس");
}

TEST_CASE("A left-to-right ligature says all its letters") {
  CHECK(in_english("ffi") == "f+f+i");
  CHECK(in_english("offer") == "of+fer");
}

TEST_CASE("Of a right-to-left ligature's letters one has the glyph and the others ride beside it, in visual order") {
  CHECK(in_arabic("لا") == "ا[ل]");
  CHECK(in_arabic("سلام") == "ما[ل]س");
}

TEST_CASE("A right-to-left ligature that starts with the letter before it says that letter") {
  CHECK(in_arabic("للآ") == "[آ]لل");
  CHECK(in_arabic("كلا") == "ا[ل]ك");
}

TEST_CASE("A vowel sign's glyph is raised and its character rides beside its letter") {
  CHECK(in_arabic("حقاً") == "[\u064B]اقح^");
  CHECK(in_english("x\u0323") == "x[\u0323]^");
}

TEST_CASE("A letter and its accent that the face draws as one glyph are both said") {
  CHECK(in_english("e\u0301") == "e[\u0301]");
}

TEST_CASE("Mirrored glyphs say the character that was written") {
  CHECK(in_arabic("(!)", "NotoSans-Regular.ttf") == ")!(");
}

TEST_CASE("Characters that only steer layout are not said, but joiners are") {
  CHECK(in_english("on\u00ADly\u2066\u200E!\u2069") == "only!");
  CHECK(pdf::only_steers_layout(U'\u00AD'));
  CHECK(pdf::only_steers_layout(U'\u2067'));
  CHECK(pdf::only_steers_layout(U'\u2028'));
  CHECK(pdf::only_steers_layout(U'\u200B'));
  CHECK_FALSE(pdf::only_steers_layout(U'\u200C'));
  CHECK_FALSE(pdf::only_steers_layout(U'\u200D'));
  CHECK_FALSE(pdf::only_steers_layout(U'\u06DD'));
}

TEST_CASE("A hyphen that a line break needed says that it is one") {
  auto runs = line({}, Direction::left_to_right, {{face("NotoSerif-Regular.ttf"), "-"}});
  change(runs[0], [](LineRun& run) {
    run.generated = true;
    run.begin = run.end;
  });
  CHECK(spelled(runs) == "-");
}

TEST_CASE("A character that comes out as two glyphs is said once") {
  auto runs = line({}, Direction::left_to_right, {{face("NotoSerif-Regular.ttf"), "ab"}});
  change(runs[0], [](LineRun& run) {
    run.glyphs[1].cluster = 0;
    run.end = 1;
  });
  CHECK(spelled(runs) == "a\u200B");
}

TEST_CASE("A character without a glyph is said by a carrier, and its place is kept") {
  const auto runs = line({}, Direction::left_to_right, {{face("NotoSansArabic-Regular.ttf"), "1x2"}});
  const auto spelling = spell(runs[0], 7);
  CHECK(spelled(runs, 7) == "1[x]2");
  CHECK(spelling.shown[1].meaning.glyph == 7);
  REQUIRE(spelling.missing.size() == 1);
  CHECK(spelling.missing[0].x == spelling.shown[1].x);
  CHECK(spelling.missing[0].advance > 0.5);
}

TEST_CASE("Positions count from the run's left edge, and are shifted with it") {
  const auto runs = line({}, Direction::left_to_right, {{face("NotoSansMono-Regular.ttf"), "abc"}});
  const auto spelling = spell(runs[0]);
  REQUIRE(spelling.shown.size() == 3);
  CHECK(spelling.shown[0].x == 0);
  CHECK(std::abs(spelling.shown[2].x - 1.2) < 1e-6);
  CHECK(spell(runs[0], 0, 2.5).shown[2].x == spelling.shown[2].x + 2.5);
}

TEST_CASE("Marks and empty boxes are shifted with their run, from either side") {
  const auto latin = line({}, Direction::left_to_right, {{face("NotoSansArabic-Regular.ttf"), "1x2"}});
  CHECK(spell(latin[0], 7, 2.5).missing[0].x == spell(latin[0], 7).missing[0].x + 2.5);
  const auto arabic = line({}, Direction::right_to_left, {{face("NotoSansArabic-Regular.ttf"), "بَلا", 1}});
  const auto here = spell(arabic[0]);
  const auto there = spell(arabic[0], 0, 2.5);
  REQUIRE(here.raised.size() == 1);
  CHECK(there.raised[0].x == here.raised[0].x + 2.5);
  for (std::size_t i = 0; i < here.shown.size(); ++i) CHECK(there.shown[i].x == here.shown[i].x + 2.5);
}

TEST_CASE("What was spelt before stays") {
  const auto runs = line({}, Direction::left_to_right, {{face("NotoSansMono-Regular.ttf"), "abc"}});
  auto spelling = spell(runs[0]);
  pdf::spell({.run = *runs[0].run, .text = *runs[0].text, .shift = 3}, spelling);
  REQUIRE(spelling.shown.size() == 6);
  CHECK(spelling.shown[2].meaning.character == U'c');
  CHECK(spelling.shown[3].x == 3);
}
