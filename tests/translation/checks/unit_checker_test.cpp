// Each check by itself: what it finds, and what it leaves alone, in languages written either way.
#include "translation/checks/unit_checker.h"

#include <string>

#include "source/parse.h"
#include "support/catch.h"

namespace handbill {
namespace {

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

struct Case {
  std::string locale;
  std::string source;
  std::string target;
  std::string quotes;
  std::string spoken = "en";
};

/// The codes of what is found, in order, parted by spaces.
std::string found_in(const Case& one) {
  const Place place = Place::in_file("locale.yaml").at(7, 3);
  const Unit unit{"intro/p1", one.source, place};
  const CatalogueEntry entry{
      .id = unit.id, .source = unit.source, .target = one.target, .place = place, .target_place = place};
  const Inlines source = parse_inlines(one.source, place).value;
  const Inlines target = parse_inlines(one.target, place).value;
  const Language locale = language(one.locale);
  std::string codes;
  for (const Diagnostic& found :
       UnitChecker(language(one.spoken), locale, one.quotes).check({unit, entry, source, target, locale})) {
    CHECK(found.severity == Severity::warning);
    CHECK(found.place.line == 7);
    CHECK_FALSE(found.hints.empty());
    codes += (codes.empty() ? "" : " ") + found.code;
  }
  return codes;
}

TEST_CASE("numbers are compared by what they say in each language") {
  CHECK(found_in({"nl", "It grew by 73.5% to 1,250 people.", "Het groeide met 73,5% tot 1.250 mensen."}) == "");
  CHECK(found_in({"ar", "It grew by 73.5%, from 53% to 1,250.", "نما بنسبة ٧٣٫٥٪ من ٥٣٪ إلى ١٬٢٥٠."}) == "");
  CHECK(found_in({"ar", "It grew by 73.5%, from 53% to 1,250.", "نما بنسبة 73.5% من 53% إلى 1,250."}) == "");
  CHECK(found_in({"fr", "It costs 12,500.75 euros.", "Cela coûte 12\u202F500,75 euros."}) == "");
  CHECK(found_in({"hi", "It costs 1,250,000 rupees.", "इसकी कीमत १२,५०,००० रुपये है।"}) == "");
  CHECK(found_in({"nl", "It grew to 1,250 people.", "Het groeide tot 1250 mensen."}) == "");
  CHECK(found_in({"nl", "From 17:30 to 19:00, room 2.14.", "Van 17.30 tot 19.00 uur, zaal 2.14."}) == "");
  CHECK(found_in({"ar", "From 17:30 to 19:00.", "من ٥:٣٠ مساءً إلى ٧ مساءً."}) == "");
  CHECK(found_in({"en", "Van 17.30 tot 19.00 uur.", "From 5:30 pm to 7 pm.", "", "nl"}) == "");
  CHECK(found_in({"nl", "34 of the 51 spoke.", "Van de 51 spraken er 34."}) == "");
  CHECK(found_in({"nl", "34 of the 51 spoke.", "Van de 51 spraken er 43."}) == "number-changed");
  CHECK(found_in({"ar", "34 of the 51 spoke.", "تحدث ٤٣ من ٥١."}) == "number-changed");
  CHECK(found_in({"nl", "Room 214 is open.", "De zaal is open."}) == "number-changed");
  CHECK(found_in({"nl", "The room is open.", "Zaal 214 is open."}) == "number-changed");
  CHECK(found_in({"nl", "It costs 1,500 euros.", "Het kost 1,500 euro."}) == "number-changed");
  CHECK(found_in({"nl", "It is 73.5 long.", "Het is 7,35 lang."}) == "number-changed");
}

TEST_CASE("a small number may be a word on one side, but not another number") {
  CHECK(found_in({"nl", "There are 3 questions.", "Er zijn drie vragen."}) == "");
  CHECK(found_in({"ar", "There are three questions.", "هناك ٣ أسئلة."}) == "");
  CHECK(found_in({"nl", "There are 3 questions.", "Er zijn 4 vragen."}) == "number-changed");
}

TEST_CASE("marks that do not find their other half are named") {
  CHECK(found_in({"nl", "**Act** now.", "**Kom* nu."}) == "markup-balance");
  CHECK(found_in({"ar", "**Act** now.", "**تحركوا* الآن."}) == "markup-balance");
  CHECK(found_in({"nl", "Type `yes` now.", "Typ `ja nu."}) == "markup-balance");
  CHECK(found_in({"nl", "Act now.", "Kom [nu."}) == "markup-balance");
  CHECK(found_in({"nl", "Act ~~later~~ now.", "Kom ~~later~ nu."}) == "markup-balance");
  CHECK(found_in({"nl", "2 * 3 [sic]", "2 * 3 [sic!]"}) == "");
}

TEST_CASE("bold and struck text stay, emphasis may go but does not come") {
  CHECK(found_in({"nl", "**Act** now.", "Kom nu."}) == "markup-changed");
  CHECK(found_in({"ar", "Act ~~later~~ now.", "تحركوا لاحقًا الآن."}) == "markup-changed");
  CHECK(found_in({"nl", "_Act_ now.", "**Kom** nu."}) == "markup-changed");
  CHECK(found_in({"nl", "Act now.", "_Kom_ nu."}) == "markup-changed");
  CHECK(found_in({"nl", "The _ondernemingsraad_ decides.", "De ondernemingsraad beslist."}) == "");
  CHECK(found_in({"nl", "**Act** and **win**.", "**Win** en **doe mee**."}) == "");
}

TEST_CASE("code and placeholders are not translated") {
  CHECK(found_in({"nl", "Use `room-214` here.", "Gebruik `zaal-214` hier."}) == "code-changed");
  CHECK(found_in({"ar", "Use `room-214` here.", "استخدموا `room-214` هنا."}) == "");
  CHECK(found_in({"nl", "Hello {name}, welcome.", "Hallo {naam}, welkom."}) == "placeholder-changed");
  CHECK(found_in({"nl", "Hello %s, welcome.", "Hallo, welkom."}) == "placeholder-changed");
  CHECK(found_in({"ar", "Hello {name}, %1$d times.", "مرحبا {name} %1$d مرات."}) == "");
  CHECK(found_in({"nl", "Grew by 50% said Noor.", "Met 50% gegroeid, zei Noor."}) == "");
}

TEST_CASE("every form of placeholder is one, and what only looks like one is not") {
  for (const std::string one : {"{name}", "{{name}}", "${name}", "{a.b-c_}", "%s", "%d", "%(name)s", "%(a_b)d"})
    CHECK(found_in({"nl", "Hello " + one + ", welcome.", "Hallo, welkom."}) == "placeholder-changed");
  for (const std::string none : {"{}", "{na me}", "%", "%x", "%sx", "%()s", "%(name)x", "{name", "$name"})
    CHECK(found_in({"nl", "Hello " + none + ", welcome.", "Hallo, welkom."}).find("placeholder") == std::string::npos);
  CHECK(found_in({"nl", "Hello {a}{b} and %s%d.", "Hallo %d%s en {b}{a}."}) == "");
}

TEST_CASE("attack: a placeholder's name of half a megabyte is a name") {
  const std::string name(500'000, 'a');
  CHECK(found_in({"nl", "Hello {name}.", "Hallo {" + name + "."}).find("placeholder-changed") != std::string::npos);
  CHECK(found_in({"nl", "Hello {" + name + "}.", "Hallo {" + name + "}."}) == "");
}

TEST_CASE("a target that was only copied is named, unless there is nothing to translate") {
  CHECK(found_in({"nl", "What can you do?", "What can you do?"}) == "same-as-source");
  CHECK(found_in({"nl", "Get involved", "Get involved"}) == "same-as-source");
  CHECK(found_in({"ar", "What **can** you do?", "What **can** you do?"}) == "same-as-source");
  CHECK(found_in({"en", "مرحبا بكم جميعا", "مرحبا بكم جميعا", "", "ar"}) == "same-as-source");
  for (const char* name : {"No Tech for Apartheid", "2026", "https://example.org/join", "`make all`", "12:30",
                           "Zilverdam Systems", "Vakbond solidair met Palestina", "Agenda"})
    CHECK(found_in({"nl", name, name}) == "");
  CHECK(found_in({"en-GB", "What can you do?", "What can you do?"}) == "");
}

TEST_CASE("quotation marks are the language's own, or those that its interface file names") {
  CHECK(found_in({"de", "He said “yes”.", "Er sagte „ja“."}) == "");
  CHECK(found_in({"de", "He said “yes”.", "Er sagte «ja»."}) == "quotation-marks");
  CHECK(found_in({"fr", "He said “yes”.", "Il a dit «\u202Foui\u202F»."}) == "");
  CHECK(found_in({"fa", "He said “yes”.", "او گفت «بله»."}) == "");
  CHECK(found_in({"fa", "He said “yes”.", "او گفت „بله”."}) == "quotation-marks");
  CHECK(found_in({"ar", "He said “yes”.", "قال «نعم»."}) == "quotation-marks");
  CHECK(found_in({"ar", "He said “yes”.", "قال «نعم».", "«»‹›"}) == "");
  CHECK(found_in({"de", "It’s Noor's \"tea\".", "Das ist Noor’s \"Tee\"."}) == "");
}

TEST_CASE("a text in letters of another script is named, names left out") {
  CHECK(found_in({"nl", "What can you do?", "Что вы можете сделать?"}) == "wrong-script");
  CHECK(found_in({"ar", "What can you do?", "Wat kun je doen?"}) == "wrong-script");
  CHECK(found_in({"ja", "What can you do?", "何ができますか"}) == "");
  CHECK(found_in({"ar", "Google and Amazon pay.", "Google و Amazon"}) == "");
  CHECK(found_in({"nl", "Write to info@example.org now.", "Schrijf naar info@example.org"}) == "");
}

TEST_CASE("a word with letters that only look right is named") {
  CHECK(found_in({"nl", "What can you do?", "Wat kun je dоen?"}) == "mixed-script");  // a Cyrillic o
  CHECK(found_in({"ar", "With AI.", "مع الـAI ومعه"}) == "");
}

TEST_CASE("space at a target's ends is named") {
  CHECK(found_in({"nl", "Act now.", "\u00A0Kom nu."}) == "outer-space");
  CHECK(found_in({"ar", "Act now.", "تحركوا الآن.\u00A0"}) == "outer-space");
}

}  // namespace
}  // namespace handbill
