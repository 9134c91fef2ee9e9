#include "text/elongation.h"

#include <algorithm>
#include <set>

#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"
#include "support/golden.h"

using namespace handbill;
using namespace handbill::test;

namespace {

/// Words with a tatweel at the place that was found in them, and the rank behind it.
std::string points_in(std::string_view utf8) {
  const std::u16string text = to_utf16(utf8);
  std::string out;
  std::uint32_t from = 0;
  for (const ElongationPoint& point : elongation_points(text, 0, static_cast<std::uint32_t>(text.size()))) {
    out += to_utf8(text.substr(from, point.offset - from)) + "ـ" + std::to_string(point.rank);
    from = point.offset;
  }
  return out + to_utf8(text.substr(from));
}

constexpr const char* article =
    "يولد جميع الناس أحراراً ومتساوين في الكرامة والحقوق، وهم قد وهبوا العقل والوجدان وعليهم أن يعاملوا بعضهم بعضاً "
    "بروح الإخاء.";

LineOptions justified(double measure, bool elongate) {
  LineOptions options;
  options.measure = Length::points(measure);
  options.alignment = TextAlignment::justify;
  options.elongate = elongate;
  return options;
}

bool is_tatweel(const LineRun& run, const Glyph& glyph) {
  return run.face->glyph(tatweel) == glyph.id;
}

std::size_t count_of_tatweels(const std::vector<Line>& lines) {
  std::size_t count = 0;
  for (const Line& line : lines)
    for (const LineRun& run : line.runs)
      count += static_cast<std::size_t>(std::count_if(run.glyphs.begin(), run.glyphs.end(),
                                                      [&](const Glyph& glyph) { return is_tatweel(run, glyph); }));
  return count;
}

}  // namespace

TEST_CASE("A word is drawn out where calligraphers would do it first") {
  CHECK(points_in("شخصية") == "شخصـ1ية");
  CHECK(points_in("السلام") == "السـ1لام");
  CHECK(points_in("الحرية") == "الحريـ2ة");
  CHECK(points_in("أحد") == "أحـ2د");
  CHECK(points_in("قتال") == "قتـ3ال");
  CHECK(points_in("عمل") == "عمـ3ل");
  CHECK(points_in("خبر") == "خـ4بر");
  CHECK(points_in("حقوق") == "حقـ5وق");
  CHECK(points_in("جميع") == "جميـ5ع");
  CHECK(points_in("تحت") == "تحـ6ت");
  CHECK(points_in("ســلامة") == "ســـ0لامة");
}

TEST_CASE("Of equal places in a word the last counts") {
  CHECK(points_in("سلسلة") == "سلسـ1لة");
}

TEST_CASE("A word is not drawn out behind a mark, between lam and alef, nor when it is short") {
  CHECK(points_in("سَلم") == "سَلـ6م");
  CHECK(points_in("ثلاث") == "ثلاث");
  CHECK(points_in("في من قد") == "في من قد");
  CHECK(points_in("درر وزن") == "درر وزن");
}

TEST_CASE("Persian and Urdu words are drawn out by the same rules, words of other scripts are not") {
  CHECK(points_in("بزرگ می\u200cشود سنگ") == "بـ6زرگ می\u200cشـ1ود سـ1نگ");
  CHECK(points_in("fight שלום बराबर") == "fight שלום बराबर");
}

TEST_CASE("Drawn-out lines fill their measure, with less between their words") {
  const auto text = shaped(styled(article, {"ar"}));
  const auto plain = break_lines(text, justified(160, false));
  const auto longer = break_lines(text, justified(160, true));
  EXPECT_GOLDEN("arabic-elongated.txt", dump(longer, text->source()));
  CHECK(count_of_tatweels(plain) == 0);
  CHECK(count_of_tatweels(longer) > 0);
  double plain_sum = 0;
  double longer_sum = 0;
  for (const Line& line : plain) plain_sum += line.ratio * line.ratio;
  for (const Line& line : longer) longer_sum += line.ratio * line.ratio;
  CHECK(longer_sum < plain_sum);
  for (const Line& line : longer)
    if (!line.forced_end) CHECK(std::abs(line.width.pt() - 160) < 0.01);
}

TEST_CASE("A stroke belongs to the letter before it, and no word has two") {
  const auto text = shaped(styled(article, {"ar"}));
  for (const double measure : {90.0, 120.0, 160.0, 230.0}) {
    const auto lines = break_lines(text, justified(measure, true));
    std::set<std::uint32_t> words;  // by the offset of the space before
    for (const Line& line : lines) {
      for (const LineRun& run : line.runs) {
        std::set<std::uint32_t> letters;
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
          if (!is_tatweel(run, run.glyphs[i])) continue;
          const std::uint32_t cluster = run.glyphs[i].cluster;
          REQUIRE(i + 1 < run.glyphs.size());
          CHECK(run.glyphs[i + 1].cluster == cluster);
          letters.insert(cluster);
        }
        for (const std::uint32_t letter : letters) {
          CHECK(text->source().text[letter] != tatweel);
          CHECK(words.insert(static_cast<std::uint32_t>(text->source().text.rfind(u' ', letter))).second);
        }
      }
    }
  }
}

TEST_CASE("Drawing out changes no other glyph of a line") {
  const auto text = shaped(styled(article, {"ar"}));
  for (const Line& line : break_lines(text, justified(160, true)))
    for (const LineRun& run : line.runs) {
      std::vector<GlyphId> glyphs;
      for (const Glyph& glyph : run.glyphs)
        if (!is_tatweel(run, glyph)) glyphs.push_back(glyph.id);
      std::vector<GlyphId> natural;
      for (const Line& whole : break_lines(text, {.measure = 5000_pt}))
        for (const LineRun& other : whole.runs)
          for (const Glyph& glyph : other.glyphs)
            if (glyph.cluster >= run.begin && glyph.cluster < run.end) natural.push_back(glyph.id);
      CHECK(glyphs == natural);
    }
}

TEST_CASE("Lines of other scripts are the same with and without drawing out") {
  for (const auto& [words, language] :
       {std::pair{"one two four five six seven eight", "en"}, std::pair{"אחת שתיים שלוש ארבע חמש שש שבע", "he"}}) {
    const auto text = shaped(styled(words, {language}));
    CHECK(dump(break_lines(text, justified(82, true)), text->source()) ==
          dump(break_lines(text, justified(82, false)), text->source()));
  }
}

TEST_CASE("In a mixed line only the Arabic is drawn out") {
  const auto text = shaped(styled("قال Senior Silver في اجتماع النقابة أمس إن السلامة شرط العمل", {"ar"}));
  const auto lines = break_lines(text, justified(150, true));
  CHECK(count_of_tatweels(lines) > 0);
  EXPECT_GOLDEN("mixed-elongated.txt", dump(lines, text->source()));
}
