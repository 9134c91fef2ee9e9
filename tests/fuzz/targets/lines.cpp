// A paragraph of any characters, broken into lines of any width: every character stands on one line.
#include <algorithm>
#include <array>

#include "core/unicode.h"
#include "fuzz/fuzz.h"
#include "text/paragraph.h"

namespace {

using namespace handbill;

StyledText styled(std::string_view utf8, const Language& language) {
  StyledText text;
  text.text = to_utf16(utf8);
  text.language = language;
  text.direction = language.direction();
  TextStyle style;
  style.font.role = "serif";
  style.language = language;
  text.spans.push_back({static_cast<std::uint32_t>(text.text.size()), style});
  return text;
}

void check_lines(const std::vector<Line>& lines, std::size_t size) {
  std::size_t at = 0;
  for (const Line& line : lines) {
    fuzz::promise(line.begin == at && line.end >= line.begin, "lines leave out or repeat characters");
    at = line.end;
    std::size_t shown = line.begin;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
    for (const LineRun& run : line.runs)
      if (!run.generated) ranges.emplace_back(run.begin, run.end);
    std::sort(ranges.begin(), ranges.end());
    for (const auto& [begin, end] : ranges) {
      fuzz::promise(begin >= shown && end >= begin && end <= line.end, "runs overlap or leave their line");
      shown = end;
    }
  }
  fuzz::promise(at == size, "the last characters are on no line");
}

}  // namespace

void handbill::fuzz::targets::lines(std::string_view input) {
  if (input.size() < 3) return;
  const auto first = static_cast<unsigned char>(input[0]);
  const auto second = static_cast<unsigned char>(input[1]);
  const std::array<std::string_view, 6> tags{"en", "ar", "nl", "he", "th", "ja"};
  const auto shaped = take(shape(styled(clean(input.substr(2)), language(tags.at(first % tags.size()))), fonts()));
  LineOptions options{.measure = Length::points(first * 2 + 1)};
  options.alignment = static_cast<TextAlignment>(second % 4);
  options.hyphenate = (second & 4) != 0;
  options.balanced = (second & 8) != 0;
  options.optical_margins = (second & 16) != 0;
  options.looseness = (second & 32) != 0 ? 1 : 0;
  if ((second & 64) != 0) options.strategy = LineStrategy::first_fit;
  options.elongate = (second & 128) != 0;
  check_lines(break_lines(shaped, options), shaped->source().text.size());
}
