#include "translation/pseudo.h"

#include "core/unicode.h"
#include "document/markdown.h"
#include "source/parse.h"
#include "support/catch.h"
#include "translation/interface.h"
#include "translation/messages.h"
#include "translation/unit.h"

namespace handbill {
namespace {

const Language accented = Language::parse("en-XA").value();
const Language mirrored = Language::parse("ar-XB").value();

std::string through(const std::string& markdown, const Language& locale) {
  const Document page =
      parse_document({"page", markdown, Place::in_file("page.md"), Language::parse("en").value()}).value;
  const Document made = pseudo_localise(page, locale);
  CHECK(made.language == locale);
  std::string text;
  for (const Unit& unit : units_of(made)) text += unit.source + "\n";
  return text;
}

TEST_CASE("only en-XA and ar-XB are pseudo-locales") {
  CHECK(pseudo_of(accented) == Pseudo::accented);
  CHECK(pseudo_of(mirrored) == Pseudo::mirrored);
  for (const char* tag : {"en", "ar", "nl-XA", "en-XB", "en-GB"}) CHECK_FALSE(pseudo_of(Language::parse(tag).value()));
  CHECK(mirrored.right_to_left());
}

TEST_CASE("an accented text is 40% longer, and says the same") {
  CHECK(pseudo_text("Whatever you do in tech", Pseudo::accented) == "Ŵĥááţéévéŕ ýöööü đöö îñ ţééçĥ");
  const std::string long_text =
      "All human beings are born free and equal in dignity and rights. They are endowed with reason and conscience and "
      "should act towards one another in a spirit of brotherhood.";
  const double letters = 137;
  const double grown = static_cast<double>(to_utf16(pseudo_text(long_text, Pseudo::accented)).size());
  const double ratio = (grown - (static_cast<double>(long_text.size()) - letters)) / letters;
  CHECK(ratio > 1.38);
  CHECK(ratio < 1.41);
}

TEST_CASE("a mirrored text is Arabic script with Arabic digits and marks") {
  CHECK(pseudo_text("She will tell 73.5% of all, won't she?", Pseudo::mirrored) == "شي ويلّ تيلّ ٧٣٫٥٪ وف الّ، وون'ت شي؟");
}

TEST_CASE("markup, code, addresses and placeholders are kept") {
  const std::string markdown =
      "**Bold** _so_ [us](/join \"t\") `code` https://a.org/x mail a@b.nl {name} "
      "![cat](c.png)[^n]\n\n```\ncode\n```\n\n"
      "[^n]: Note\n";
  CHECK(through(markdown, accented) ==
        "**Böļđ** _šööö_ [üš](/join \"t\") `code` https://a.org/x máááîļ a@b.nl {name} ![çááţ](c.png)[^n]\nÑöţéé\n");
  CHECK(through(markdown, mirrored) ==
        "**بولد** _سو_ [وس](/join \"t\") `code` https://a.org/x مايل a@b.nl {name} ![كات](c.png)[^n]\nنوتي\n");
}

TEST_CASE("the program's own words are in the pseudo-locale too, every one of them") {
  for (const Language& locale : {accented, mirrored}) {
    const auto read =
        Interface::parse(pseudo_interface(locale), Place::in_file("pseudo"), locale, Interface::fallback(locale));
    CHECK(test::text_of(read.diagnostics) == "");
    for (const InterfaceKey& key : interface_keys()) CHECK(read.value.language_of(key.key) == locale);
  }
  const auto words =
      Interface::parse(pseudo_interface(mirrored), Place::in_file("pseudo"), mirrored, Interface::fallback(mirrored));
  CHECK(words.value.message("page-of", {{"page", std::int64_t{2}}, {"pages", std::int64_t{13}}}) == "باغي ٢ وف ١٣");
}

}  // namespace
}  // namespace handbill
