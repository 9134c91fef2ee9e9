// No line loses or repeats what people see as one character, however it is broken, justified and drawn out.
#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"
#include "support/random_page.h"

using namespace handbill;
using namespace handbill::test;

namespace {

using Offsets = std::set<std::uint32_t>;

/// Where what people see as one character begins (UAX #29), and the end.
Offsets characters_of(const std::u16string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> finder(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  finder->setText(icu::UnicodeString(false, text.data(), static_cast<std::int32_t>(text.size())));
  Offsets starts;
  for (std::int32_t at = finder->first(); at != icu::BreakIterator::DONE; at = finder->next())
    starts.insert(static_cast<std::uint32_t>(at));
  return starts;
}

/// The clusters that glyphs stand for, by the line they stand on; spaces may hang at a line's end without a glyph.
std::map<std::uint32_t, std::set<std::size_t>> clusters_of(const std::vector<Line>& lines, const std::u16string& text) {
  std::map<std::uint32_t, std::set<std::size_t>> clusters;
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (const LineRun& run : lines[line].runs)
      for (const Glyph& glyph : run.glyphs)
        if (!run.generated && u_isUWhiteSpace(text[glyph.cluster]) == 0) clusters[glyph.cluster].insert(line);
  return clusters;
}

LineOptions random_options(std::mt19937& random) {
  LineOptions options{.measure = Length::points(1 + below(200, random))};
  if (below(3, random) == 0) options.first_indent = Length::points(below(30, random));
  options.alignment = static_cast<TextAlignment>(below(4, random));
  if (below(2, random) == 0) options.alignment = TextAlignment::justify;
  options.hyphenate = below(2, random) == 0;
  options.balanced = below(4, random) == 0;
  options.elongate = below(2, random) == 0;
  options.optical_margins = below(2, random) == 0;
  options.looseness = static_cast<int>(below(3, random)) - 1;
  if (below(4, random) == 0) options.strategy = LineStrategy::first_fit;
  return options;
}

/// What is wrong with the lines; empty when every character stands whole on one line, and is drawn there.
std::string fault_of(const std::vector<Line>& lines, const std::vector<Line>& unbroken, const std::u16string& text) {
  const Offsets starts = characters_of(text);
  std::uint32_t at = 0;
  for (const Line& line : lines) {
    if (line.begin != at || line.end <= at) return "a line begins elsewhere than where the one before it ended";
    if (starts.count(line.end) == 0) return "a line ends inside a character";
    at = line.end;
  }
  if (at != text.size()) return "the last line ends before the text";
  const auto clusters = clusters_of(lines, text);
  for (const auto& [cluster, on] : clusters) {
    if (on.size() != 1) return "a cluster is drawn on two lines";
    const Line& line = lines[*on.begin()];
    if (cluster < line.begin || cluster >= line.end) return "a cluster is drawn on another line";
  }
  for (const auto& [cluster, on] : clusters_of(unbroken, text)) {
    // A break inside "fff" makes other ligatures of it: then the cluster is drawn together with the one before it.
    auto drawn = clusters.upper_bound(cluster);
    if (drawn == clusters.begin() || (--drawn)->first + 2 < cluster) return "a cluster is drawn on no line";
    if (cluster >= lines[*drawn->second.begin()].end) return "a cluster is drawn on no line";
  }
  return {};
}

}  // namespace

TEST_CASE("Every cluster of a paragraph is drawn on exactly one line, at any measure and in any alignment") {
  std::mt19937 random(7);
  for (const char* tag : {"en", "ar", "nl", "he", "fa"})
    for (unsigned seed = 1; seed <= 24; ++seed) {
      const std::string words = RandomPage(seed, tag).paragraph(4 + below(40, random));
      const StyledText text = styled(words, {tag, below(2, random) == 0 ? "sans" : "serif"});
      const auto shaped_text = shaped(text);
      const auto unbroken = break_lines(shaped_text, {.measure = 100000_pt});
      for (int round = 0; round < 6; ++round) {
        const LineOptions options = random_options(random);
        const auto lines = break_lines(shaped_text, options);
        const std::string fault = fault_of(lines, unbroken, text.text);
        INFO(tag << " " << seed << ", measure " << options.measure.pt() << ": " << words);
        REQUIRE(fault == "");
      }
    }
}
