#include <algorithm>

#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"
#include "support/golden.h"

using namespace handbill;
using namespace handbill::test;

namespace {

std::vector<Line> lines_of(StyledText text, LineOptions options) {
  return break_lines(shaped(std::move(text)), options);
}

std::string text_of(const std::string& utf8, const Line& line) {
  return to_utf8(std::u16string_view(to_utf16(utf8)).substr(line.begin, line.end - line.begin));
}

std::vector<std::string> texts_of(const std::string& utf8, double measure, const Setting& setting = {}) {
  std::vector<std::string> texts;
  for (const Line& line : set(utf8, measure, setting)) texts.push_back(text_of(utf8, line));
  return texts;
}

using Texts = std::vector<std::string>;

bool near(Length a, Length b) {
  return std::abs(a.pt() - b.pt()) < 0.01;
}

/// The left edge of the leftmost visible run and the right edge of the rightmost one.
std::pair<Length, Length> edges(const Line& line) {
  return {line.runs.front().x, line.runs.back().x + line.runs.back().width};
}

}  // namespace

TEST_CASE("Latin text is set with its ligatures and kerning") {
  EXPECT_GOLDEN("english.txt", dump_of("The office shelf is full of fine waffles, isn’t it? We shall see.", 120));
  EXPECT_GOLDEN("dutch.txt", dump_of("Één-op-ééngesprekken zijn ’s avonds het fijnst, in ĳs en weer.", 120, {"nl"}));
}

TEST_CASE("Arabic text joins, carries its marks and keeps its elongations") {
  EXPECT_GOLDEN("arabic.txt", dump_of("الحُرِّيَّةُ والمســاواة لا تُباع ولا تُشترى", 100, {"ar"}));
}

TEST_CASE("Hebrew text runs from right to left with its points") {
  EXPECT_GOLDEN("hebrew.txt", dump_of("שָׁלוֹם עֲלֵיכֶם, חברות וחברים", 80, {"he"}));
}

TEST_CASE("Text of both directions is ordered within each line, and its brackets mirror") {
  const char* arabic = "انضموا إلى Tech Workers (TWC) في 12.5% من الشركات، اليوم.";
  const char* english = "Join “עובדי הייטק” (העמותה) at 12.5% of firms, today.";
  EXPECT_GOLDEN("mixed-rtl.txt", dump_of(arabic, 110, {"ar"}));
  EXPECT_GOLDEN("mixed-ltr.txt", dump_of(english, 110, {"en"}));
}

TEST_CASE("Scripts without spaces break where their words do") {
  EXPECT_GOLDEN("thai.txt", dump_of("ภาษาไทยไม่มีช่องว่างระหว่างคำ 123", 70, {"th", "sans"}));
  EXPECT_GOLDEN("chinese.txt", dump_of("人人生而自由，在尊严和权利上一律平等。", 65, {"zh", "sans"}));
  EXPECT_GOLDEN("japanese.txt", dump_of("すべての人間は、生まれながらにして自由である。", 65, {"ja", "sans"}));
}

TEST_CASE("Devanagari syllables are reordered and stay whole") {
  EXPECT_GOLDEN("devanagari.txt", dump_of("सभी कार्यकर्ता एक हैं, क्षत्रिय भी।", 60, {"hi", "sans"}));
}

TEST_CASE("A line ends where there is room no longer, and the spaces at its end hang") {
  CHECK(texts_of("one two three", 42) == Texts{"one two ", "three"});
  CHECK(texts_of("one two   three", 42) == Texts{"one two   ", "three"});
  const auto lines = set("one two   three", 42);
  CHECK(near(lines[0].width, set("one two", 100)[0].width));
  CHECK(lines[0].runs[0].width > lines[0].width);
}

TEST_CASE("Spaces at the end of a right-to-left line hang out to the left") {
  const auto lines = set("אחת שתיים   שלוש", 50, {"he"});
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].runs.front().x < Length());
  CHECK(near(edges(lines[0]).second, 50_pt));
  CHECK(near(lines[0].width, set("אחת שתיים", 500, {"he"})[0].width));
}

TEST_CASE("The author's line breaks are kept and nothing is drawn for them") {
  const std::string text = "one\u2028\u2028two";
  const auto lines = set(text, 200);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].forced_end);
  CHECK(lines[1].runs.empty());
  CHECK(lines[1].ascent == lines[0].ascent);
  CHECK(lines[2].forced_end);
  CHECK(lines[0].runs[0].glyphs.size() == 3);
}

TEST_CASE("Text without a character gives no lines") {
  CHECK(set("", 100).empty());
}

TEST_CASE("Lines stand where their alignment says, from left to right") {
  StyledText text = styled("one two");
  const Length width = shaped(text)->natural_width();
  CHECK(near(lines_of(text, {100_pt, 0_pt, TextAlignment::start})[0].runs[0].x, 0_pt));
  CHECK(near(lines_of(text, {100_pt, 10_pt, TextAlignment::start})[0].runs[0].x, 10_pt));
  CHECK(near(lines_of(text, {100_pt, 0_pt, TextAlignment::end})[0].runs[0].x, 100_pt - width));
  CHECK(near(lines_of(text, {100_pt, 0_pt, TextAlignment::centre})[0].runs[0].x, (100_pt - width) / 2));
  CHECK(near(lines_of(text, {100_pt, 0_pt, TextAlignment::justify})[0].runs[0].x, 0_pt));
}

TEST_CASE("Lines stand where their alignment says, from right to left") {
  StyledText text = styled("אחת שתיים", {"he"});
  const Length width = shaped(text)->natural_width();
  CHECK(near(lines_of(text, {100_pt, 0_pt, TextAlignment::start})[0].runs[0].x, 100_pt - width));
  CHECK(near(lines_of(text, {100_pt, 10_pt, TextAlignment::start})[0].runs[0].x, 90_pt - width));
  CHECK(near(lines_of(text, {100_pt, 0_pt, TextAlignment::end})[0].runs[0].x, 0_pt));
  CHECK(near(lines_of(text, {100_pt, 0_pt, TextAlignment::centre})[0].runs[0].x, (100_pt - width) / 2));
  CHECK(near(lines_of(text, {100_pt, 0_pt, TextAlignment::justify})[0].runs[0].x, 100_pt - width));
}

TEST_CASE("Justified lines fill their measure, all but the last") {
  for (const auto& [words, language] :
       {std::pair{"one two four five six seven eight", "en"}, std::pair{"אחת שתיים שלוש ארבע חמש שש שבע", "he"}}) {
    const auto lines = lines_of(styled(words, {language}), {82_pt, 10_pt, TextAlignment::justify});
    REQUIRE(lines.size() > 1);
    for (const Line& line : lines) {
      const Length room = &line == &lines.front() ? 72_pt : 82_pt;
      if (line.forced_end) continue;
      CHECK(near(line.width, room));
      CHECK(line.ratio != 0);
      double hanging = 0;
      for (const LineRun& run : line.runs)
        for (const Glyph& glyph : run.glyphs)
          if (glyph.cluster == line.end - 1) hanging += static_cast<double>(glyph.advance) * 10 * run.scale;
      CHECK(near(edges(line).second - edges(line).first, room + Length::points(hanging)));
    }
    CHECK(lines.back().ratio == 0);
  }
}

TEST_CASE("A soft hyphen shows only where a line ends at it") {
  const std::string word = "co\u00ADop\u00ADer\u00ADation";
  const auto whole = set(word, 200);
  REQUIRE(whole.size() == 1);
  REQUIRE(whole[0].runs.size() == 1);
  CHECK(whole[0].runs[0].glyphs.size() == 11);
  const auto broken = set(word, 40);
  REQUIRE(broken.size() == 2);
  REQUIRE(broken[0].runs.size() == 2);
  CHECK(broken[0].runs[1].generated);
  CHECK(broken[0].runs[1].begin == broken[0].runs[1].end);
  CHECK(fits(broken[0].width, 40_pt));
  CHECK(near(broken[0].width, broken[0].runs[0].width + broken[0].runs[1].width));
}

TEST_CASE("A hyphen in right-to-left text stands to the left of its word") {
  const auto lines = set("كتاب\u00ADكتاب", 30, {"ar"});
  REQUIRE(lines.size() == 2);
  REQUIRE(lines[0].runs.size() == 2);
  CHECK(lines[0].runs[0].generated);
  CHECK(lines[0].runs[0].x < lines[0].runs[1].x);
  CHECK(near(edges(lines[0]).second, 30_pt));
}

TEST_CASE("An address that is too long breaks at its separators, without a hyphen") {
  const std::string address = "see aaaaaaa.bbbbbbb_ccccccc@example.org now";
  CHECK(texts_of(address, 80) == Texts{"see aaaaaaa.", "bbbbbbb_", "ccccccc@", "example.org ", "now"});
  for (const Line& line : set(address, 80))
    for (const LineRun& run : line.runs) CHECK_FALSE(run.generated);
}

TEST_CASE("A word that is too long breaks between letters") {
  CHECK(texts_of("a incomprehensibilities b", 60) == Texts{"a incompre", "hensibilities ", "b"});
  CHECK(texts_of("e\u0301e\u0301", 1) == Texts{"e\u0301", "e\u0301"});
}

TEST_CASE("Filling line after line, a word that is too long starts on a line of its own") {
  const std::string words = "a incomprehensibilities b";
  LineOptions options{.measure = 60_pt};
  options.strategy = LineStrategy::first_fit;
  Texts texts;
  for (const Line& line : lines_of(styled(words), options)) texts.push_back(text_of(words, line));
  CHECK(texts == Texts{"a ", "incomprehe", "nsibilities b"});
}

TEST_CASE("Letters that join keep joining where a word that is too long is broken") {
  const auto lines = set("المستشفيات", 20, {"ar"});
  REQUIRE(lines.size() > 1);
  const auto whole = set("المستشفيات", 200, {"ar"});
  std::size_t glyphs = 0;
  for (const Line& line : lines) {
    for (const LineRun& run : line.runs) {
      for (const Glyph& glyph : run.glyphs) {
        ++glyphs;
        CHECK(std::any_of(whole[0].runs[0].glyphs.begin(), whole[0].runs[0].glyphs.end(),
                          [&](const Glyph& other) { return other.id == glyph.id && other.cluster == glyph.cluster; }));
      }
    }
  }
  CHECK(glyphs == whole[0].runs[0].glyphs.size());
}

TEST_CASE("Bidi isolates order the text and are never drawn") {
  const auto lines = set("הטלפון \u2066+31 20 123\u2069 שלנו", 500, {"he"});
  REQUIRE(lines.size() == 1);
  const std::u16string text = to_utf16("הטלפון \u2066+31 20 123\u2069 שלנו");
  for (const LineRun& run : lines[0].runs)
    for (const Glyph& glyph : run.glyphs) {
      CHECK(text[glyph.cluster] != 0x2066);
      CHECK(text[glyph.cluster] != 0x2069);
    }
  EXPECT_GOLDEN("isolates.txt", dump_of("הטלפון \u2066+31 20 123\u2069 שלנו", 500, {"he"}));
}

TEST_CASE("A glyph's cluster starts with a character that the glyph shows") {
  const auto lines = set("\u2066می\u200Cخواهم\u2069", 500, {"fa"});
  REQUIRE(lines[0].runs.size() == 1);
  std::vector<std::uint32_t> clusters;
  for (const Glyph& glyph : lines[0].runs[0].glyphs) clusters.push_back(glyph.cluster);
  CHECK(clusters == std::vector<std::uint32_t>{8, 7, 6, 5, 4, 2, 1});
}

TEST_CASE("Letter spacing spreads separate letters, without ligatures, and leaves joined ones alone") {
  const auto spaced = [](const char* words, const char* language) {
    StyledText text = styled(words, {language});
    text.spans[0].style.letter_spacing = 0.1;
    return lines_of(std::move(text), {500_pt})[0];
  };
  CHECK(spaced("office", "en").runs[0].glyphs.size() == 6);
  CHECK(near(spaced("abc", "en").width, set("abc", 500)[0].width + 3_pt));
  CHECK(near(spaced("سلام", "ar").width, set("سلام", 500, {"ar"})[0].width));
  CHECK(near(spaced("שלום", "he").width, set("שלום", 500, {"he"})[0].width + 4_pt));
}

TEST_CASE("Small capitals come from the face") {
  StyledText text = styled("abc", {"en", "serif"});
  text.spans[0].style.small_capitals = true;
  CHECK(lines_of(text, {500_pt})[0].runs[0].glyphs[0].id != set("abc", 500)[0].runs[0].glyphs[0].id);
}

TEST_CASE("Figures are those that the style asks for") {
  const auto glyphs = [](Figures figures) {
    StyledText text = styled("1177", {"en", "serif"});
    text.spans[0].style.figures = figures;
    return lines_of(text, {500_pt})[0].runs[0].glyphs;
  };
  using Shape = Figures::Shape;
  using Width = Figures::Width;
  const auto tabular = glyphs({Shape::lining, Width::tabular});
  const auto proportional = glyphs({Shape::lining, Width::proportional});
  const auto old_style = glyphs({Shape::old_style, Width::tabular});
  CHECK(tabular[0].advance == tabular[3].advance);
  CHECK(proportional[0].advance != proportional[3].advance);
  CHECK(old_style[0].advance == old_style[3].advance);
  CHECK(old_style[3].id != tabular[3].id);
  CHECK(glyphs({}).front().id == tabular.front().id);
}

TEST_CASE("Each script has its own size beside the others, figures and spaces that of their run") {
  ScriptSizes sizes{.scripts = {{"Arab", 1.0}}, .others = 0.8};
  for (const auto& [words, language] :
       {std::pair{"قال Silver 12 أمس ٣", "ar"}, std::pair{"She said نعم 5 times", "en"}}) {
    StyledText text = styled(words, {language});
    text.sizes = std::make_shared<const ScriptSizes>(sizes);
    const auto lines = lines_of(text, {500_pt});
    REQUIRE(lines.size() == 1);
    Length sum;
    for (const LineRun& run : lines[0].runs) {
      const bool arabic = run.face->family_name().find("Arabic") != std::string::npos;
      CHECK(near(run.size, arabic ? 10_pt : 8_pt));
      sum += run.width;
    }
    CHECK(near(lines[0].width, sum));
    CHECK(near(lines[0].width, shaped(text)->natural_width()));
  }
}

TEST_CASE("A language's own letter forms come from the face") {
  const auto glyph = [](const char* letter, const char* language, const char* role) {
    return set(letter, 500, {language, role})[0].runs[0].glyphs[0].id;
  };
  CHECK(glyph("ş", "ro", "serif") != glyph("ş", "tr", "serif"));
  CHECK(glyph("۴", "ur", "sans") != glyph("۴", "fa", "sans"));
}

TEST_CASE("Text of different tags never shares a run, and equal styles do") {
  StyledText text = styled("onetwo");
  text.spans.push_back(text.spans[0]);
  text.spans[0].end = 3;
  CHECK(lines_of(text, {500_pt})[0].runs.size() == 1);
  text.spans[1].style.tag = 7;
  const auto lines = lines_of(text, {500_pt});
  REQUIRE(lines[0].runs.size() == 2);
  CHECK(lines[0].runs[1].tag == 7);
  CHECK(lines[0].runs[1].begin == 3);
}

TEST_CASE("An inline box has its width and height, on either side") {
  for (const char* language : {"en", "he"}) {
    StyledText text = styled("a \uFFFC b", {language});
    text.boxes.push_back({2, 20_pt, 30_pt, 5_pt, 9});
    const auto lines = lines_of(std::move(text), {500_pt});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].ascent == 30_pt);
    CHECK(lines[0].descent == 5_pt);
    const auto box = std::find_if(lines[0].runs.begin(), lines[0].runs.end(), [](const LineRun& r) { return !r.face; });
    REQUIRE(box != lines[0].runs.end());
    CHECK(box->width == 20_pt);
    CHECK(box->tag == 9);
  }
}

TEST_CASE("A raised run makes its line taller") {
  StyledText text = styled("a1");
  text.spans.push_back(text.spans[0]);
  text.spans[0].end = 1;
  text.spans[1].style.rise = 4_pt;
  const auto lines = lines_of(std::move(text), {500_pt});
  CHECK(near(lines[0].ascent, set("a1", 500)[0].ascent + 4_pt));
  CHECK(near(lines[0].descent, set("a1", 500)[0].descent));
}

TEST_CASE("A character that no font has is reported once, with its place, and shown as a box") {
  StyledText text = styled("ab \U00010380 \U00010380");
  text.origins = {{0, Place::in_file("page.md").at(3, 5)}};
  const auto result = shape(text, fonts());
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(to_string(result.diagnostics[0]) ==
        "page.md:3:8: error: no font has the character \"\U00010380\" (U+10380, Ugaritic) [missing-glyph]\n"
        "  hint: put a font that has it into the fonts folder, or write it another way\n");
  const auto lines = break_lines(result.value, {500_pt});
  CHECK(lines[0].runs[0].glyphs[3].id == 0);
}

TEST_CASE("Invisible characters ask for no other font and are not missing") {
  const auto result = shape(styled("a\u200Bb\u2060c\u200Ed\uFE0Fe\u00ADf\tg\u0001"), fonts());
  CHECK(result.diagnostics.empty());
  const auto lines = break_lines(result.value, {500_pt});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].runs.size() == 1);
}

TEST_CASE("A character is found in the font of its script, composed or not") {
  CHECK(shape(styled("e\u0301 \u1EC7 e\u0323\u0302 \u260E \u2192 \u4EBA \u0E01"), fonts()).diagnostics.empty());
}

TEST_CASE("Natural and minimum widths are those of the longest line and the longest word") {
  const auto text = shaped(styled("one three\u2028two"));
  CHECK(near(text->natural_width(), set("one three", 500)[0].width));
  CHECK(near(text->minimum_width(), set("three", 500)[0].width));
}

TEST_CASE("Every character stands on exactly one line, in one run, at any measure") {
  const std::u16string alphabet = to_utf16(
      "aAfil VT.,-/(?)12 \u00AD\u2028 \u0301éñßא ב(ג)ד, \u05B0سلالأمُ ّ٣٤٪ कर्तาก人、あ\u2066\u2069\u200F\U0001F600\t");
  std::mt19937 random(42);
  for (int round = 0; round < 400; ++round) {
    StyledText text = styled("", {below(2, random) == 0 ? "en" : "ar", below(2, random) == 0 ? "sans" : "serif"});
    const std::size_t size = 1 + below(80, random);
    while (text.text.size() < size) {
      const std::size_t at = below(static_cast<std::uint32_t>(alphabet.size()), random);
      const bool surrogate = (alphabet[at] & 0xF800) == 0xD800;
      text.text += surrogate ? std::u16string(u"\U0001F600") : std::u16string(1, alphabet[at]);
    }
    text.spans[0].end = static_cast<std::uint32_t>(text.text.size());
    const Length measure = Length::points(1 + below(150, random));
    const auto shaped_text = shape(text, fonts()).value;
    const auto alignment = below(2, random) == 0 ? TextAlignment::justify : TextAlignment::start;
    LineOptions options{measure, 0_pt, alignment};
    options.hyphenate = below(2, random) == 0;
    options.strategy = below(3, random) == 0 ? LineStrategy::first_fit : LineStrategy::total_fit;
    const auto lines = break_lines(shaped_text, options);
    std::vector<int> seen(text.text.size());
    std::uint32_t expected = 0;
    bool right = true;
    for (const Line& line : lines) {
      right = right && line.begin == expected && line.end > line.begin;
      expected = line.end;
      for (const LineRun& run : line.runs) {
        right = right && run.begin >= line.begin && run.end <= line.end;
        for (std::uint32_t at = run.begin; at < run.end; ++at) ++seen[at];
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
          right = right && (run.generated || (run.glyphs[i].cluster >= run.begin && run.glyphs[i].cluster < run.end));
          if (i == 0) continue;
          const auto before = run.glyphs[i - 1].cluster;
          right = right && (run.right_to_left() ? before >= run.glyphs[i].cluster : before <= run.glyphs[i].cluster);
        }
      }
    }
    right = right && expected == text.text.size();
    for (std::size_t at = 0; at < seen.size(); ++at) {
      const char16_t c = text.text[at];
      const bool unseen = c == 0x00AD || c == 0x2028 || (c >= 0x2066 && c <= 0x2069) || c == 0x200F;
      right = right && (unseen ? seen[at] <= 1 : seen[at] == 1);
    }
    if (right) continue;
    FAIL_CHECK("round " << round << ", measure " << measure.pt() << "\n"
                        << to_utf8(text.text) << "\n"
                        << dump(lines, text));
    break;
  }
}

TEST_CASE("No line is wider than its measure but one that a single cluster fills") {
  const std::string words = "Typography is the art and technique of arranging AVAILABLE type, سلام to everybody here.";
  for (int measure = 10; measure < 120; measure += 3)
    for (const Line& line : set(words, measure))
      if (!fits(line.width, Length::points(measure))) CHECK(line.end - line.begin <= 2);
}

TEST_CASE("Setting the same text twice gives the same lines") {
  const char* text = "الحُرِّيَّةُ Tech Workers (TWC) 12.5% 人人生而自由 ☎";
  CHECK(dump_of(text, 70, {"ar"}) == dump_of(text, 70, {"ar"}));
}

TEST_CASE("A long address is broken at its separators before a justified line gets wide gaps") {
  for (const auto& [words, language] :
       {std::pair{"Have you got a question? Write to organise.together@example.org soon, or ring.", "en"},
        std::pair{"יש לך שאלה או משהו אחר? \u2066organise.together@example.org\u2069 היא הכתובת שלנו.", "he"}}) {
    const auto lines = lines_of(styled(words, {language}), {210_pt, 0_pt, TextAlignment::justify});
    REQUIRE(lines.size() == 2);
    CHECK(lines.front().ratio < 0.5);
    CHECK(text_of(words, lines.front()).find("organise.") != std::string::npos);
  }
}

TEST_CASE("Japanese and Chinese lines never begin with a closing mark, whatever the measure") {
  for (const auto& [words, language] :
       {std::pair{"すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。", "ja"},
        std::pair{"人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。", "zh"}}) {
    for (const double measure : {35.0, 45.0, 62.0, 88.0, 130.0})
      for (const std::string& line : texts_of(words, measure, {language, "sans"})) {
        CAPTURE(language, measure, line);
        for (const char* mark : {"、", "。", "，"}) CHECK(line.rfind(mark, 0) != 0);
      }
  }
}

TEST_CASE("How strictly lines break is the language's own rule, and its tag can ask for another") {
  const auto starts_with_small_kana = [](const char* language) {
    for (const double measure : {22.0, 32.0, 42.0, 52.0})
      for (const std::string& line : texts_of("しょうしょうしょうしょうしょうしょう", measure, {language, "sans"}))
        if (line.rfind("ょ", 0) == 0) return true;
    return false;
  };
  CHECK_FALSE(starts_with_small_kana("ja-u-lb-strict"));
  CHECK(starts_with_small_kana("ja-u-lb-loose"));
}

TEST_CASE("Thai lines end between words that only a dictionary knows") {
  const auto lines = texts_of("ภาษาไทยเป็นภาษาที่มีระดับเสียง", 60, {"th", "sans"});
  REQUIRE(lines.size() > 1);
  CHECK(lines[0].find("ภาษาไทย") == 0);
}
