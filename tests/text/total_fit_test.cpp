#include "text/total_fit.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"
#include "support/golden.h"

using namespace handbill;
using namespace handbill::test;

namespace {

using Counts = std::vector<std::size_t>;

/// Words of random widths with spaces between them, some with hyphens at their ends instead.
std::vector<Piece> random_pieces(std::size_t count, std::mt19937& random) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < count; ++i) {
    Piece piece;
    piece.end = piece.visible_end = static_cast<std::uint32_t>(i + 1);
    piece.visible = piece.width = Length::points(5 + below(30, random));
    if (below(4, random) == 0) {
      piece.kind = BreakKind::hyphen;
      piece.added = 3_pt;
    } else {
      piece.width += 4_pt;
      piece.give = {2_pt, 4_pt / 3};
    }
    pieces.push_back(piece);
  }
  pieces.back().kind = BreakKind::forced;
  pieces.back().added = {};
  return pieces;
}

/// The least demerits among all ways to break, tried one by one.
double least_demerits(const TotalFitRequest& request) {
  const std::size_t breaks = request.pieces.size() - 1;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t ways = 0; ways < std::size_t{1} << breaks; ++ways) {
    Counts counts{1};
    for (std::size_t i = 0; i < breaks; ++i) {
      if ((ways >> i & 1) != 0)
        counts.push_back(1);
      else
        ++counts.back();
    }
    least = std::min(least, demerits_of(request, counts));
  }
  return least;
}

/// The sum of squared adjustment ratios of a text's paragraphs, one a line.
double sum_of_squares(const std::string& text, const LineOptions& options, const Setting& setting) {
  double sum = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    for (const Line& line : break_lines(shaped(styled(text.substr(begin, end - begin), setting)), options))
      if (!line.forced_end) sum += line.ratio * line.ratio;
    begin = end + 1;
  }
  return sum;
}

/// The first paragraph of the tale that Knuth and Plass set.
constexpr const char* frog_king =
    "In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the "
    "youngest was so beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her "
    "face. Close by the king’s castle lay a great dark forest, and under an old lime-tree in the forest was a well, "
    "and when the day was very warm, the king’s child went out into the forest and sat down by the side of the cool "
    "fountain; and when she was bored she took a golden ball, and threw it up on high and caught it; and this ball "
    "was her favorite plaything.";

LineOptions justified(double measure) {
  LineOptions options;
  options.measure = Length::points(measure);
  options.alignment = TextAlignment::justify;
  return options;
}

std::string dump_lines(const char* text, const LineOptions& options, const Setting& setting) {
  std::string out;
  const auto styled_text = styled(text, setting);
  for (const Line& line : break_lines(shaped(styled_text), options)) {
    const std::string dumped = dump({line}, styled_text);
    out += dumped.substr(0, dumped.find('\n') + 1);
    if (!line.runs.empty() && (line.runs.back().generated || line.runs.front().generated)) out += "  hyphen\n";
  }
  return out;
}

}  // namespace

TEST_CASE("Total fit finds what trying every way to break finds") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const auto pieces = random_pieces(3 + below(10, random), random);
    TotalFitRequest request{.pieces = pieces};
    request.first_room = Length::points(40 + below(40, random));
    request.room = Length::points(40 + below(60, random));
    request.em = 10_pt;
    request.justify = below(3, random) > 0;
    if (below(3, random) == 0) request.tolerance = 200 + below(2000, random);
    const double least = least_demerits(request);
    const auto counts = total_fit(request);
    if (counts)
      CHECK(demerits_of(request, *counts) == least);
    else
      CHECK(least == std::numeric_limits<double>::infinity());
  }
}

TEST_CASE("Looseness makes a paragraph longer or shorter by whole lines") {
  const auto text = shaped(styled(frog_king));
  LineOptions options = justified(250);
  const std::size_t best = break_lines(text, options).size();
  options.looseness = 1;
  CHECK(break_lines(text, options).size() == best + 1);
  options.looseness = -20;
  const std::size_t tight = break_lines(text, options).size();
  CHECK(tight <= best);
  CHECK(tight + 1 >= best);
}

TEST_CASE("The tale that total fit was shown with is set evenly") {
  LineOptions options = justified(230);
  options.hyphenate = true;
  EXPECT_GOLDEN("frog-king.txt", dump_lines(frog_king, options, {}));
  options.alignment = TextAlignment::start;
  EXPECT_GOLDEN("frog-king-ragged.txt", dump_lines(frog_king, options, {}));
}

TEST_CASE("Arabic and Hebrew paragraphs are justified by their spaces alone") {
  const char* arabic =
      "يولد جميع الناس أحراراً ومتساوين في الكرامة والحقوق، وهم قد وهبوا العقل والوجدان وعليهم أن يعاملوا بعضهم بعضاً "
      "بروح الإخاء.";
  const char* hebrew = "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם, כולם חוננו בתבונה ובמצפון.";
  LineOptions options = justified(160);
  options.hyphenate = true;
  EXPECT_GOLDEN("arabic-justified.txt", dump_lines(arabic, options, {"ar"}));
  EXPECT_GOLDEN("hebrew-justified.txt", dump_lines(hebrew, options, {"he"}));
  for (const Line& line : break_lines(shaped(styled(arabic, {"ar"})), options))
    for (const LineRun& run : line.runs) CHECK(run.scale == 1);
}

TEST_CASE("The Declaration is set more evenly than line after line, in either direction") {
  for (const auto& [file, language, at_most] : {std::tuple{"declaration.md", "en", 0.25},
                                                {"declaration.nl.md", "nl", 0.25},
                                                {"declaration.ar.md", "ar", 0.75}}) {
    const auto read = DiskFiles().read(std::string(HANDBILL_ROOT "/../shared/real/") + file, 1 << 20);
    if (!read.ok()) {
      WARN("no " << file << ": nothing checked");
      continue;
    }
    LineOptions options = justified(300);
    options.strategy = LineStrategy::first_fit;
    const double first = sum_of_squares(read.bytes, options, {language});
    options.strategy = LineStrategy::total_fit;
    options.hyphenate = true;
    CHECK(sum_of_squares(read.bytes, options, {language}) < first * at_most);
  }
}

TEST_CASE("A line that word spaces cannot fill has its letters scaled by two hundredths at most") {
  LineOptions options = justified(120);
  bool scaled = false;
  for (const Line& line : break_lines(shaped(styled(frog_king)), options)) {
    for (const LineRun& run : line.runs) {
      CHECK(std::abs(run.scale - 1) < 0.0200001);
      scaled = scaled || run.scale != 1;
      Length width;
      for (const Glyph& glyph : run.glyphs) width += run.size * (static_cast<double>(glyph.advance) * run.scale);
      CHECK(std::abs(width.pt() - run.width.pt()) < 0.01);
    }
    if (!line.forced_end && line.ratio > 0) CHECK(std::abs(line.width.pt() - 120) < 0.01);
  }
  CHECK(scaled);
}

TEST_CASE("Chinese lines are justified between their characters") {
  const auto lines =
      break_lines(shaped(styled("人人生而自由，在尊严和权利上一律平等。", {"zh", "sans"})), justified(65));
  REQUIRE(lines.size() > 2);
  for (const Line& line : lines)
    if (!line.forced_end) CHECK(std::abs(line.width.pt() - 65) < 0.01);
}

TEST_CASE("A paragraph of a megabyte without a space is set") {
  const std::string letters(1 << 20, 'a');
  for (const TextAlignment alignment : {TextAlignment::start, TextAlignment::justify}) {
    LineOptions options = justified(300);
    options.alignment = alignment;
    options.hyphenate = true;
    const auto lines = break_lines(shaped(styled(letters)), options);
    CHECK(lines.size() > 10000);
    CHECK(lines.back().end == letters.size());
  }
}
