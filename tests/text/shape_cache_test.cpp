// What is remembered of shaped text never changes what comes out.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>

#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"
#include "text/paragraph_shape.h"
#include "text/shared_cache.h"

using namespace handbill;
using namespace handbill::test;

namespace {

namespace fs = std::filesystem;

bool same(const ShapedRun& a, const ShapedRun& b) {
  return a.kind == b.kind && a.begin == b.begin && a.end == b.end && a.first_glyph == b.first_glyph &&
         a.end_glyph == b.end_glyph && a.level == b.level && a.script == b.script && a.span == b.span &&
         a.box == b.box && a.face == b.face && a.scalable == b.scalable && a.hyphen == b.hyphen;
}

bool same(const ParagraphShape& a, const ParagraphShape& b) {
  const auto same_ends = [](const LineEnd& x, const LineEnd& y) { return x.offset == y.offset && x.kind == y.kind; };
  return a.glyphs == b.glyphs && a.missing.size() == b.missing.size() &&
         std::equal(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end(),
                    [](const ShapedRun& x, const ShapedRun& y) { return same(x, y); }) &&
         std::equal(a.line_ends.begin(), a.line_ends.end(), b.line_ends.begin(), b.line_ends.end(), same_ends);
}

/// Shaped twice with what is remembered, and once without, at other sizes.
bool is_shaped_alike(const StyledText& text) {
  const ParagraphShape afresh = shape_paragraph(text, text.text, fonts(), nullptr);
  StyledText larger = text;
  for (StyleSpan& span : larger.spans) span.style.size = span.style.size * 1.7;
  const auto first = fonts().shapes().shape(text, text.text, fonts());
  const auto again = fonts().shapes().shape(larger, larger.text, fonts());
  return same(*first, afresh) && same(*again, afresh);
}

/// The paragraphs of every Markdown file and translation in a folder, as they are written.
std::vector<StyledText> paragraphs_in(const fs::path& folder) {
  std::vector<StyledText> all;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    if (file.extension() != ".md" && file.extension() != ".yaml" && file.extension() != ".po") continue;
    std::ifstream in(file);
    std::string line;
    const bool arabic = file.string().find("ar.") != std::string::npos;
    const bool dutch = file.string().find("nl.") != std::string::npos;
    while (std::getline(in, line))
      if (!line.empty()) all.push_back(styled(line, {.language = arabic ? "ar" : dutch ? "nl" : "en"}));
  }
  return all;
}

/// A paragraph of words in many scripts, with spaces, marks and controls between them and now and then another style.
StyledText random_paragraph(std::mt19937& random) {
  static const std::vector<std::string> parts = {"What",
                                                 "AVAT. To",
                                                 " ",
                                                 " ",
                                                 " ",
                                                 "  ",
                                                 "fi",
                                                 "office",
                                                 "\u0301",
                                                 "e\u0301",
                                                 "\u0645\u0631\u062d\u0628\u0627",
                                                 "\u0644\u0627",
                                                 "\u0628\u064E\u064A\u0652\u062A",
                                                 "\u05E9\u05DC\u05D5\u05DD",
                                                 "\u0939\u093F\u0928\u094D\u0926\u0940",
                                                 "\u10D0\u10D2\u10E2\u10E3",
                                                 "\u10D5\u10D4\u10E4",
                                                 "\u10D8\u10E7\u10DD",
                                                 "\u0915\u093F",
                                                 "\u0E44\u0E17\u0E22",
                                                 "\u6F22\u5B57",
                                                 "\uD55C\uAD6D\uC5B4",
                                                 "12",
                                                 "3.5",
                                                 "-",
                                                 "\u2013",
                                                 "\u201C",
                                                 "\u201D",
                                                 ".",
                                                 ",",
                                                 "\u00AD",
                                                 "\u200B",
                                                 "\u200D",
                                                 "\u200C",
                                                 "\u00A0",
                                                 "\u2066",
                                                 "\u2069",
                                                 "\u2028",
                                                 "\u0640",
                                                 "ij",
                                                 "\u0133",
                                                 "Ve",
                                                 "T",
                                                 "(",
                                                 ")",
                                                 "\U0001F600",
                                                 "\u0378"};
  std::string text;
  const std::uint32_t count = below(60, random);
  for (std::uint32_t i = 0; i < count; ++i) {
    text += parts[below(static_cast<std::uint32_t>(parts.size()), random)];
    if (below(3, random) > 0) text += " ";
  }
  const char* languages[] = {"en", "nl", "ar", "he", "hi", "ja"};
  const char* roles[] = {"serif", "sans", "heading", "mono"};
  StyledText paragraph = styled(text, {.language = languages[below(6, random)], .role = roles[below(4, random)]});
  const auto size = static_cast<std::uint32_t>(paragraph.text.size());
  if (size < 2 || below(2, random) == 0) return paragraph;
  StyleSpan rest = paragraph.spans.front();
  paragraph.spans.front().end = 1 + below(size - 1, random);
  switch (below(5, random)) {
    case 0:
      rest.style.font.italic = true;
      break;
    case 1:
      rest.style.letter_spacing = 0.1;
      break;
    case 2:
      rest.style.small_capitals = true;
      break;
    case 3:
      rest.style.figures = {Figures::Shape::old_style, Figures::Width::tabular};
      break;
    case 4:
      rest.style.tag = 7;
      break;
  }
  paragraph.spans.push_back(rest);
  return paragraph;
}

}  // namespace

TEST_CASE("Every line that the project has is shaped the same with and without what is remembered") {
  const fs::path root = HANDBILL_ROOT;
  std::vector<StyledText> all = paragraphs_in(root / "content");
  const fs::path real = root.parent_path() / "shared" / "real";
  if (fs::exists(real)) {
    const auto more = paragraphs_in(real);
    all.insert(all.end(), more.begin(), more.end());
  }
  REQUIRE(all.size() > 100);
  for (const StyledText& text : all) {
    INFO(to_utf8(text.text));
    REQUIRE(is_shaped_alike(text));
  }
}

TEST_CASE("Random texts in mixed scripts and styles are shaped the same with and without what is remembered") {
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    const StyledText text = random_paragraph(random);
    INFO(to_utf8(text.text));
    REQUIRE(is_shaped_alike(text));
  }
}

TEST_CASE("Words are shaped one by one only in faces whose rules leave the space alone") {
  const auto stands_alone = [](const char* role, const char* script, std::u16string_view text) {
    const FacePtr& face = fonts().faces({.role = role}, script).front();
    WordCache words(1024);
    const TextStyle style;
    const auto end = static_cast<std::uint32_t>(text.size());
    return words.spaces_stand_alone("", {text, 0, end, *face, 0, hb_script_from_string(script, -1), style});
  };
  CHECK(stands_alone("serif", "Latn", u"one two"));
  CHECK(stands_alone("serif", "Arab", u"\u0628 \u062A"));
  CHECK_FALSE(stands_alone("heading", "Latn", u"one two"));  // kerns by a table of the old kind
  const FacePtr georgian = fonts().faces({.role = "serif"}, "Geor").covering(U"\u10D0");
  REQUIRE(georgian != nullptr);
  WordCache words(1024);
  const TextStyle style;
  // Kerns letters with spaces.
  CHECK_FALSE(words.spaces_stand_alone("", {u"\u10D0 \u10D0", 0, 3, *georgian, 0, HB_SCRIPT_GEORGIAN, style}));
}

TEST_CASE("What shaping looks at tells paragraphs apart, and what it does not look at does not") {
  const StyledText text = styled("Solidarity");
  const auto differs = [&](auto change) {
    StyledText other = text;
    change(other);
    return shape_key(other) != shape_key(text);
  };
  CHECK(differs([](StyledText& t) { t.text.back() = u'Y'; }));
  CHECK(differs([](StyledText& t) { t.direction = Direction::right_to_left; }));
  CHECK(differs([](StyledText& t) { t.language = Language::parse("nl").value(); }));
  CHECK(differs([](StyledText& t) { t.boxes.push_back({.offset = 3}); }));
  CHECK(differs([](StyledText& t) { t.spans[0].style.language = Language::parse("nl").value(); }));
  CHECK(differs([](StyledText& t) { t.spans[0].style.font.role = "sans"; }));
  CHECK(differs([](StyledText& t) { t.spans[0].style.font.weight = 700; }));
  CHECK(differs([](StyledText& t) { t.spans[0].style.font.italic = true; }));
  CHECK(differs([](StyledText& t) { t.spans[0].style.letter_spacing = 0.05; }));
  CHECK(differs([](StyledText& t) { t.spans[0].style.small_capitals = true; }));
  CHECK(differs([](StyledText& t) { t.spans[0].style.figures.shape = Figures::Shape::lining; }));
  CHECK(differs([](StyledText& t) { t.spans[0].style.figures.width = Figures::Width::tabular; }));
  CHECK(differs([](StyledText& t) { t.cohesion = std::make_shared<const Cohesion>(CohesionWords{}); }));
  CHECK_FALSE(differs([](StyledText& t) { t.spans[0].style.size = 20_pt; }));
  CHECK_FALSE(differs([](StyledText& t) { t.spans[0].style.rise = 2_pt; }));
  CHECK_FALSE(differs([](StyledText& t) { t.spans[0].style.tag = 3; }));
}

TEST_CASE("Words that another language keeps together do not come from what is remembered") {
  StyledText text = styled("see Mr. Smith today");
  text.cohesion = std::make_shared<const Cohesion>(CohesionWords{.before_words = {"Mr."}});
  const auto together = fonts().shapes().shape(text, text.text, fonts());
  text.cohesion = std::make_shared<const Cohesion>(CohesionWords{.before_words = {"Dr."}});
  const auto apart = fonts().shapes().shape(text, text.text, fonts());
  CHECK(together->line_ends.size() + 1 == apart->line_ends.size());
}

TEST_CASE("Neighbouring styles that differ only in their tags are shaped apart, and alike ones together") {
  StyledText text = styled("AVAVAV");
  text.spans.insert(text.spans.begin(), text.spans.front());
  text.spans.front().end = 3;
  CHECK(fonts().shapes().shape(text, text.text, fonts())->runs.size() == 1);
  text.spans.front().style.tag = 1;
  CHECK(fonts().shapes().shape(text, text.text, fonts())->runs.size() == 2);
}

TEST_CASE("A cache forgets what was not asked for and keeps within its bound") {
  SharedCache<std::string> cache(64 * 1024);
  const auto value = std::make_shared<const std::string>("value");
  cache.keep("kept", value, 100);
  int found = 0;
  for (int i = 0; i < 5000; ++i) {
    cache.keep("other" + std::to_string(i), value, 100);
    if (cache.find("kept") != nullptr) ++found;
  }
  CHECK(found == 5000);
  CHECK(cache.find("other0") == nullptr);
  CHECK(cache.find("other4999") == value);
  int held = 0;
  for (int i = 0; i < 5000; ++i)
    if (cache.find("other" + std::to_string(i)) != nullptr) ++held;
  CHECK(held * 100 < 64 * 1024);
  cache.keep("too large", value, 1024 * 1024);
  CHECK(cache.find("too large") == nullptr);
}

TEST_CASE("Threads that shape the same texts at once get the same glyphs") {
  std::mt19937 random(11);
  std::vector<StyledText> texts;
  for (int i = 0; i < 100; ++i) texts.push_back(random_paragraph(random));
  std::vector<std::vector<std::shared_ptr<const ParagraphShape>>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results)
    threads.emplace_back([&] {
      for (const StyledText& text : texts) result.push_back(fonts().shapes().shape(text, text.text, fonts()));
    });
  for (std::thread& thread : threads) thread.join();
  for (const auto& result : results)
    for (std::size_t i = 0; i < texts.size(); ++i) REQUIRE(same(*result[i], *results.front()[i]));
}
