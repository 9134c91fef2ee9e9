#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "text/hyphenator.h"

using namespace handbill;
using namespace handbill::test;

namespace {

std::filesystem::path patterns() {
  return "/usr/share/hyphen";
}

Language language(const char* tag) {
  return Language::parse(tag).value();
}

std::string hyphenated(const Hyphenator& hyphenator, const std::string& word) {
  std::u16string out = to_utf16(word);
  const auto points = hyphenator.points(out);
  for (auto point = points->rbegin(); point != points->rend(); ++point) out.insert(*point, u"-");
  return to_utf8(out);
}

bool has_generated_run(const std::vector<Line>& lines) {
  for (const Line& line : lines)
    for (const LineRun& run : line.runs)
      if (run.generated) return true;
  return false;
}

std::vector<Line> in_narrow_lines(StyledText text, bool hyphenate = true) {
  LineOptions options{.measure = 60_pt};
  options.alignment = TextAlignment::justify;
  options.hyphenate = hyphenate;
  return break_lines(shaped(std::move(text)), options);
}

constexpr const char* long_words = "international understanding, organisation recommendations everywhere";

}  // namespace

TEST_CASE("Words are hyphenated by the patterns of their language") {
  const auto english = Hyphenator::find(language("en"), patterns());
  const auto dutch = Hyphenator::find(language("nl"), patterns());
  if (!english || !dutch) {
    WARN("no patterns for English or Dutch: nothing checked");
    return;
  }
  CHECK(hyphenated(*english, "understanding") == "un-der-stand-ing");
  CHECK(hyphenated(*english, "Everyone") == "Ev-ery-one");
  CHECK(hyphenated(*english, "present") == "present");
  CHECK(hyphenated(*dutch, "vakbondsvergadering") == "vak-bonds-ver-ga-de-ring");
  CHECK(hyphenated(*dutch, "Россия") == "Россия");
  CHECK(hyphenated(*english, std::string(5000, 'a')) == std::string(5000, 'a'));
}

TEST_CASE("Patterns are found for a language, a region of it and none at all") {
  const TemporaryFolder folder;
  write_atomically(folder.path() / "hyph_xx.dic", "");
  write_atomically(folder.path() / "hyph_nl_NL.dic", "UTF-8\na1b\n");
  write_atomically(folder.path() / "hyph_nl_BE.dic", "UTF-8\nb1c\n");
  CHECK(hyphenated(*Hyphenator::find(language("nl"), folder.path()), "aaabccc") == "aaa-bccc");
  CHECK(hyphenated(*Hyphenator::find(language("nl-BE"), folder.path()), "aaabccc") == "aaab-ccc");
  CHECK(hyphenated(*Hyphenator::find(language("nl-SR"), folder.path()), "aaabccc") == "aaa-bccc");
  CHECK(Hyphenator::find(language("ar"), folder.path()) == nullptr);
}

TEST_CASE("Words break with a hyphen where the paragraph asks for it and only then") {
  if (!Hyphenator::find(language("en"), patterns())) return;
  CHECK(has_generated_run(in_narrow_lines(styled(long_words))));
  CHECK_FALSE(has_generated_run(in_narrow_lines(styled("one two six ten out"))));
  CHECK_FALSE(has_generated_run(in_narrow_lines(styled(long_words), false)));
}

TEST_CASE("Words of a language without patterns, addresses, capitals and code are not hyphenated") {
  CHECK_FALSE(has_generated_run(in_narrow_lines(styled(long_words, {"ar"}))));
  CHECK_FALSE(has_generated_run(in_narrow_lines(styled(long_words, {"en", "mono"}))));
  CHECK_FALSE(has_generated_run(in_narrow_lines(styled("https://international.understanding.example"))));
  CHECK_FALSE(has_generated_run(in_narrow_lines(styled("INTERNATIONAL UNDERSTANDING"))));
  CHECK_FALSE(has_generated_run(in_narrow_lines(styled("we #understanding it"))));
  CHECK_FALSE(has_generated_run(in_narrow_lines(styled("we UnderStanding it"))));
}

TEST_CASE("Each word is hyphenated in its own language") {
  if (!Hyphenator::find(language("nl"), patterns())) return;
  StyledText text = styled("كلمة vakbondsvergaderingen", {"ar"});
  CHECK_FALSE(has_generated_run(in_narrow_lines(text)));
  text.spans.push_back(text.spans[0]);
  text.spans[0].end = 5;
  text.spans[1].style.language = language("nl");
  CHECK(has_generated_run(in_narrow_lines(text)));
}
