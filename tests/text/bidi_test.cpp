#include "text/bidi.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/limits.h"
#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"

using namespace handbill;

namespace {

constexpr const char* conformance_file = "/usr/share/unicode/BidiCharacterTest.txt";

/// One line of the Unicode Consortium's BidiCharacterTest.txt.
struct Case {
  std::u16string text;
  std::vector<std::uint32_t> offsets;  ///< of each character
  int level = 0;
  std::vector<int> levels;  ///< -1: removed by rule X9
  std::vector<std::uint32_t> order;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

Case parse(const std::string& line) {
  Case parsed;
  const auto fields = split(line, ';');
  for (const auto& code : split(fields[0], ' ')) {
    parsed.offsets.push_back(static_cast<std::uint32_t>(parsed.text.size()));
    parsed.text += to_utf16(to_utf8(static_cast<char32_t>(std::stoul(code, nullptr, 16))));
  }
  parsed.level = std::stoi(fields[2]);
  for (const auto& level : split(fields[3], ' ')) parsed.levels.push_back(level == "x" ? -1 : std::stoi(level));
  if (fields.size() > 4)
    for (const auto& index : split(fields[4], ' '))
      parsed.order.push_back(static_cast<std::uint32_t>(std::stoul(index)));
  return parsed;
}

/// Levels per character as a line of the whole text has them.
std::vector<int> levels_of(const Case& wanted, Direction direction) {
  auto levels = bidi_levels(wanted.text, direction);
  if (levels.empty()) levels.assign(wanted.text.size(), 0);
  const auto hanging = trailing_space(wanted.text, 0, static_cast<std::uint32_t>(wanted.text.size()));
  std::vector<int> per_character;
  for (const std::uint32_t offset : wanted.offsets)
    per_character.push_back(offset >= hanging ? wanted.level : levels[offset]);
  return per_character;
}

std::vector<std::uint32_t> order_of(const Case& wanted, const std::vector<int>& levels) {
  std::vector<BidiLevel> shown;
  std::vector<std::uint32_t> indices;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (wanted.levels[i] < 0) continue;
    shown.push_back(static_cast<BidiLevel>(levels[i]));
    indices.push_back(static_cast<std::uint32_t>(i));
  }
  std::vector<std::uint32_t> order;
  for (const auto index : visual_order(shown)) order.push_back(indices[static_cast<std::size_t>(index)]);
  return order;
}

/// The characters of a line as its glyphs stand from left to right.
std::vector<std::uint32_t> order_of_glyphs(const Case& wanted, Direction direction) {
  StyledText text = test::styled("");
  text.text = wanted.text;
  text.direction = direction;
  text.spans[0].end = static_cast<std::uint32_t>(text.text.size());
  LineOptions options;
  options.measure = 10000_pt;
  std::vector<std::uint32_t> order;
  const auto lines = break_lines(test::shaped(std::move(text)), options);
  for (const Line& line : lines)
    for (const LineRun& run : line.runs)
      for (const Glyph& glyph : run.glyphs)
        if (order.empty() || order.back() != glyph.cluster) order.push_back(glyph.cluster);
  return lines.size() == 1 ? order : std::vector<std::uint32_t>();
}

bool levels_agree(const Case& wanted, const std::vector<int>& levels) {
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (wanted.levels[i] >= 0 && levels[i] != wanted.levels[i]) return false;
  return true;
}

struct Tally {
  int cases = 0;
  int wrong = 0;
};

/// Calls `check` with every n-th case of Unicode's test.
template <class Check>
Tally try_cases(int n, const Check& check) {
  Tally tally;
  std::ifstream file(conformance_file);
  if (!file) WARN("no " << conformance_file << " (package unicode-data): nothing checked");
  int lines = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || ++lines % n != 0) continue;
    const Case wanted = parse(line);
    ++tally.cases;
    if (!check(wanted, wanted.level == 1 ? Direction::right_to_left : Direction::left_to_right)) ++tally.wrong;
  }
  return tally;
}

}  // namespace

TEST_CASE("Levels and order are those of Unicode's own test, in both directions") {
  const Tally tally = try_cases(1, [](const Case& wanted, Direction direction) {
    const auto levels = levels_of(wanted, direction);
    return levels_agree(wanted, levels) && order_of(wanted, levels) == wanted.order;
  });
  CHECK((tally.cases == 0 || tally.cases > 90000));
  // ICU 72 itself differs in 31 cases: where an embedding ends right beside the next one, where more than 63 brackets
  // are open, and where a mark is parted from its bracket by invisible characters.
  CHECK(tally.wrong <= 31);
}

TEST_CASE("Glyphs stand in the order of Unicode's own test") {
  const Tally tally = try_cases(23, [](const Case& wanted, Direction direction) {
    const auto got = order_of_glyphs(wanted, direction);
    std::vector<std::uint32_t> order;  // of those that have a glyph
    for (const std::uint32_t index : wanted.order)
      if (std::find(got.begin(), got.end(), wanted.offsets[index]) != got.end()) order.push_back(wanted.offsets[index]);
    return got == order && (order.size() > 1 || wanted.order.size() < 4);
  });
  CHECK(tally.wrong <= 1);
}

TEST_CASE("Plain left-to-right text asks nothing of the bidi algorithm") {
  CHECK(bidi_levels(u"Caf\u00E9 \u2013 \u201Cquoted\u201D 12%", Direction::left_to_right).empty());
  CHECK_FALSE(bidi_levels(u"\u05D0", Direction::left_to_right).empty());
  CHECK_FALSE(bidi_levels(u"\u2067a\u2069", Direction::left_to_right).empty());
  CHECK_FALSE(bidi_levels(u"a", Direction::right_to_left).empty());
}

TEST_CASE("brackets are paired as deep as the bidi algorithm asks, and deeper ones cost nothing") {
  // An Arabic letter in brackets in a line from the left: brackets in a pair around it take the line's direction.
  const auto levels = [](std::size_t depth) {
    return bidi_levels(u"a" + std::u16string(depth, u'(') + u"\u0628 1" + std::u16string(depth, u')') + u"\u0628",
                       Direction::left_to_right);
  };
  const auto all = [&](std::size_t depth) { return levels(depth)[2 * depth + 3] == levels(depth)[depth]; };
  CHECK(all(limits::bracket_nesting));
  CHECK_FALSE(levels(limits::bracket_nesting + 1).empty());
  CHECK(levels(200'000).size() == 400'005);
}
