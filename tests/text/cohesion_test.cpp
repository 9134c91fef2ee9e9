#include "text/cohesion.h"

#include <memory>

#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

/// The text with "~" for each space that is held.
std::string held(const std::string& utf8, const CohesionWords& words = {}) {
  const Cohesion cohesion(words);
  const std::u16string text = to_utf16(utf8);
  std::u16string out;
  for (std::uint32_t at = 0; at < text.size(); ++at)
    out += text[at] == u' ' && cohesion.holds(text, at + 1) ? u'~' : text[at];
  return to_utf8(out);
}

const CohesionWords english{
    .before_words = {"Mr.", "e.g."}, .before_numbers = {"no.", "p."}, .after_numbers = {"km", "min."}};
const CohesionWords dutch{
    .before_words = {"bijv.", "d.w.z."}, .before_numbers = {"mei"}, .after_numbers = {"uur", "mei"}};
const CohesionWords arabic{.before_words = {"د."}, .before_numbers = {"ص"}, .after_numbers = {"كم", "مايو"}};

/// How the lines of a text end when each is as full as it goes.
std::vector<std::string> lines_of(const std::string& utf8, double measure, const CohesionWords& words,
                                  const Setting& setting) {
  StyledText text = styled(utf8, setting);
  text.cohesion = std::make_shared<const Cohesion>(words);
  const std::u16string characters = text.text;
  LineOptions options;
  options.measure = Length::points(measure);
  options.strategy = LineStrategy::first_fit;
  std::vector<std::string> lines;
  for (const Line& line : break_lines(shaped(std::move(text)), options))
    lines.push_back(to_utf8(characters.substr(line.begin, line.end - line.begin)));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Abbreviations stay with what they lead up to, by the language's list") {
  CHECK(held("ask Mr. Jones, e.g. today", english) == "ask Mr.~Jones, e.g.~today");
  CHECK(held("(e.g. this) and “Mr. X”", english) == "(e.g.~this) and “Mr.~X”");
  CHECK(held("Bijv. dit, d.w.z. dat", dutch) == "Bijv.~dit, d.w.z.~dat");
  CHECK(held("مع د. سلمى اليوم", arabic) == "مع د.~سلمى اليوم");
  CHECK(held("ask Mr. Jones") == "ask Mr. Jones");
}

TEST_CASE("Some abbreviations stay with a number only") {
  CHECK(held("see No. 5 and p. 12, no. But no. words", english) == "see No.~5 and p.~12, no. But no. words");
  CHECK(held("انظر ص ١٢ أو ص الأولى", arabic) == "انظر ص~١٢ أو ص الأولى");
}

TEST_CASE("Numbers stay with their units, percent signs and currencies") {
  CHECK(held("5 km, 10 min. or 30 minutes", english) == "5~km, 10~min. or 30 minutes");
  CHECK(held("€ 5 of 5 € is 100 % at 20 °C") == "€~5 of 5~€ is 100~% at 20~°C");
  CHECK(held("§ 5 and ± 3") == "§~5 and ±~3");
  CHECK(held("om 19.30 uur, het uur", dutch) == "om 19.30~uur, het uur");
  CHECK(held("مسافة ٥ كم، أي ١٠ ٪", arabic) == "مسافة ٥~كم، أي ١٠~٪");
}

TEST_CASE("Dates, telephone numbers and long numbers stay together") {
  CHECK(held("op 1 mei 2026", dutch) == "op 1~mei~2026");
  CHECK(held("في ١ مايو القادم", arabic) == "في ١~مايو القادم");
  CHECK(held("ring +31 20 012 34 56 now") == "ring +31~20~012~34~56 now");
  CHECK(held("1 000 000 people in 2026") == "1~000~000 people in 2026");
}

TEST_CASE("Initials stay with their name, parts of an abbreviation with each other, dashes with the word before") {
  CHECK(held("by J. R. R. Tolkien and J.K. Jansen") == "by J.~R.~R.~Tolkien and J.K.~Jansen");
  CHECK(held("d. w. z. dit") == "d.~w.~z. dit");
  CHECK(held("one – two — three - four") == "one~– two~— three - four");
}

TEST_CASE("A line does not part what stays together, in either direction") {
  CHECK(lines_of("distance of 5 km away", 55, {}, {}) == Lines{"distance of ", "5 km away"});
  CHECK(lines_of("distance of 50 km on", 69, {}, {}) == Lines{"distance of 50 ", "km on"});
  CHECK(lines_of("distance of 50 km on", 69, english, {}) == Lines{"distance of ", "50 km on"});
  CHECK(lines_of("على بعد خمسين ٥٠ كم تقريباً", 75, {}, {"ar"}) == Lines{"على بعد خمسين ٥٠ ", "كم تقريباً"});
  CHECK(lines_of("على بعد خمسين ٥٠ كم تقريباً", 75, arabic, {"ar"}) == Lines{"على بعد خمسين ", "٥٠ كم تقريباً"});
}

TEST_CASE("What stays together but is too long for a line is parted between its words first") {
  CHECK(lines_of("+31 20 012 34 56", 40, {}, {}) == Lines{"+31 20 ", "012 34 ", "56"});
}
