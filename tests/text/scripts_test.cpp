#include "text/scripts.h"

#include <unicode/uscript.h>

#include "core/unicode.h"
#include "support/catch.h"

using namespace handbill;

namespace {

/// "Latn:ab Arab:…": a text's script runs in words.
std::string runs_of(const std::string& utf8, Direction direction = Direction::left_to_right,
                    UScriptCode standard = USCRIPT_LATIN) {
  const std::u16string text = to_utf16(utf8);
  std::string out;
  std::uint32_t begin = 0;
  for (const ScriptRun& run : script_runs(text, bidi_levels(text, direction), standard)) {
    if (!out.empty()) out += "|";
    out += std::string(uscript_getShortName(run.script)) + ":" + to_utf8(text.substr(begin, run.end - begin));
    begin = run.end;
  }
  return out;
}

constexpr auto rtl = Direction::right_to_left;

}  // namespace

TEST_CASE("Characters that scripts share take the script before them, or else the one after") {
  CHECK(runs_of("abc, 12!") == "Latn:abc, 12!");
  CHECK(runs_of("12 привет") == "Cyrl:12 привет");
  CHECK(runs_of("привет, ab") == "Cyrl:привет, |Latn:ab");
  CHECK(runs_of("12", rtl, USCRIPT_ARABIC) == "Arab:12");
}

TEST_CASE("Marks are in their base's script") {
  CHECK(runs_of("e\u0301 и\u0301") == "Latn:e\u0301 |Cyrl:и\u0301");
  CHECK(runs_of("بَ", rtl, USCRIPT_ARABIC) == "Arab:بَ");
}

TEST_CASE("Closing brackets are in their opening bracket's script") {
  CHECK(runs_of("ab (бв) cd") == "Latn:ab (|Cyrl:бв|Latn:) cd");
  CHECK(runs_of("ab [(бв]) cd") == "Latn:ab [(|Cyrl:бв|Latn:]) cd");
  CHECK(runs_of("ab) cd") == "Latn:ab) cd");
}

TEST_CASE("Characters that only some scripts share never leave them") {
  CHECK(runs_of("かなー、ab") == "Hira:かなー、|Latn:ab");
  CHECK(runs_of("カー漢字") == "Kana:カー|Hani:漢字");
  CHECK(runs_of("ـب", rtl, USCRIPT_ARABIC) == "Arab:ـب");
  CHECK(runs_of("कि। ab") == "Deva:कि। |Latn:ab");
}

TEST_CASE("Between scripts of both directions, levels decide whose a space is") {
  CHECK(runs_of("ab עב, cd") == "Latn:ab |Hebr:עב|Latn:, cd");
  CHECK(runs_of("עב ab, גד", rtl, USCRIPT_HEBREW) == "Hebr:עב |Latn:ab|Hebr:, גד");
  CHECK(runs_of("السعر 12.5 من", rtl, USCRIPT_ARABIC) == "Arab:السعر 12.5 من");
}

TEST_CASE("After an isolate goes on what was before it") {
  CHECK(runs_of("עב \u2066ab\u2069. גד", rtl, USCRIPT_HEBREW) == "Hebr:עב \u2066|Latn:ab|Hebr:\u2069. גד");
}

TEST_CASE("Brackets and isolates nested without end are got over") {
  std::u16string text;
  for (int i = 0; i < 20000; ++i) text += u"(\u2066[";
  text += u"a";
  for (int i = 0; i < 20000; ++i) text += u"]\u2069)";
  CHECK(script_runs(text, {}, USCRIPT_LATIN).size() == 1);
}
