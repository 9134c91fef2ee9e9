#include "text/total_fit.h"

#include <fmt/format.h>

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

/// The same paragraph as the paper gives it: widths in eighteenths of an em, "-" where a word may be hyphenated, "="
/// for the hyphen that is written.
constexpr std::string_view frog_king_of_the_paper =
    "In olden times when wish-ing still helped one, there lived a king whose daugh-ters were all beau-ti-ful; and the "
    "young-est was so beau-ti-ful that the sun it-self, which has seen so much, was aston-ished when-ever it shone in "
    "her face. Close by the king's castle lay a great dark for-est, and un-der an old lime=tree in the for-est was a "
    "well, and when the day was very warm, the king's child went out into the for-est and sat down by the side of the "
    "cool foun-tain; and when she was bored she took a golden ball, and threw it up on high and caught it; and this "
    "ball was her fa-vor-ite play-thing.";

double width_in_the_paper(char letter) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzCI-=,.;'";
  constexpr int widths[] = {9, 10, 8, 10, 8, 6,  9,  10, 5, 6,  10, 5, 15, 10, 9, 10, 10,
                            7, 7,  7, 10, 9, 13, 10, 10, 8, 13, 6,  6, 6,  5,  5, 5,  5};
  return widths[letters.find(letter)];
}

/// A space is wider, and stretches further, behind punctuation.
void add_space_of_the_paper(Piece& piece, char before) {
  const bool sentence = before == '.';
  const double stretch = sentence ? 6 : before == ',' || before == ';' ? 4 : 3;
  piece.width = piece.visible + Length::points(sentence ? 8 : 6);
  piece.visible_give = piece.give;
  piece.give = {Length::points(stretch), Length::points(sentence || before == ';' ? 1 : 2), {}};
}

std::vector<Piece> pieces_of_the_paper() {
  std::vector<Piece> pieces(1);
  for (std::size_t i = 0; i < frog_king_of_the_paper.size(); ++i) {
    const char letter = frog_king_of_the_paper[i];
    Piece& piece = pieces.back();
    piece.end = piece.visible_end = static_cast<std::uint32_t>(i + 1);
    if (letter == ' ') {
      add_space_of_the_paper(piece, frog_king_of_the_paper[i - 1]);
    } else if (letter == '-') {
      piece.kind = BreakKind::hyphen;
      piece.added = 6_pt;
    } else {
      piece.visible += Length::points(width_in_the_paper(letter));
      piece.width = piece.visible;
      piece.dashed = letter == '=';
    }
    if (letter == ' ' || letter == '-' || letter == '=') pieces.emplace_back();
  }
  pieces.back().kind = BreakKind::forced;
  return pieces;
}

/// A line's words and its adjustment ratio, in thousandths as the paper prints it.
std::string line_of_the_paper(const std::vector<Piece>& pieces, std::size_t first, std::size_t count, Length room) {
  const Piece& last = pieces[first + count - 1];
  Length width = last.visible + last.added;
  Give give = last.visible_give;
  for (std::size_t i = first; i + 1 < first + count; ++i) {
    width += pieces[i].width;
    give += pieces[i].give;
  }
  const Length missing = room - width;
  const double ratio = last.kind == BreakKind::forced ? 0 : missing / (missing < Length() ? give.shrink : give.stretch);
  const std::size_t begin = first == 0 ? 0 : pieces[first - 1].end;
  return fmt::format("{:.3f} {}\n", ratio == 0 ? 0.0 : ratio, frog_king_of_the_paper.substr(begin, last.end - begin));
}

std::string break_as_in_the_paper(Length room, std::optional<double> tolerance) {
  const auto pieces = pieces_of_the_paper();
  const Length indent = 18_pt;
  TotalFitRequest request{.pieces = pieces};
  request.first_room = room - indent;
  request.room = room;
  request.em = 18_pt;
  request.justify = true;
  request.tolerance = tolerance;
  const auto counts = total_fit(request).value_or(Counts{});
  std::string lines;
  std::size_t first = 0;
  for (const std::size_t count : counts) {
    lines += line_of_the_paper(pieces, first, count, first == 0 ? room - indent : room);
    first += count;
  }
  return lines;
}

LineOptions justified(double measure) {
  LineOptions options;
  options.measure = Length::points(measure);
  options.alignment = TextAlignment::justify;
  return options;
}

/// The left or right edge of what can be seen of a line, without the spaces at its end.
Length visible_edge(const Line& line, const StyledText& text, bool left) {
  Length edge = left ? 1000_pt : -1000_pt;
  for (const LineRun& run : line.runs) {
    Length pen = run.x;
    for (const Glyph& glyph : run.glyphs) {
      const Length next = pen + run.size * (static_cast<double>(glyph.advance) * run.scale);
      if (run.generated || text.text[glyph.cluster] != u' ') edge = left ? std::min(edge, pen) : std::max(edge, next);
      pen = next;
    }
  }
  return edge;
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

TEST_CASE("The last line is not left to the rest of a word where the line before can be stretched instead") {
  std::vector<Piece> pieces;
  for (int word = 0; word < 12; ++word) {
    Piece piece;
    piece.visible = 10_pt;
    piece.width = 14_pt;
    piece.give = {2_pt, 4_pt / 3, {}};
    pieces.push_back(piece);
  }
  Piece part;
  part.kind = BreakKind::hyphen;
  part.visible = part.width = 19_pt;
  part.added = 3_pt;
  pieces.push_back(part);
  part.kind = BreakKind::forced;
  part.visible = part.width = 30_pt;
  part.added = {};
  pieces.push_back(part);
  TotalFitRequest request{.pieces = pieces};
  request.first_room = request.room = 190_pt;
  request.em = 5_pt;
  request.justify = true;
  request.tolerance = 200;
  CHECK(total_fit(request).value_or(Counts{}) == Counts{12, 2});
  request.tolerance = std::nullopt;
  CHECK(total_fit(request).value_or(Counts{}) == Counts{12, 2});
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

TEST_CASE("The paper's example is broken as the paper breaks it, with its adjustment ratios") {
  CHECK(break_as_in_the_paper(390_pt, 200) ==
        "0.857 In olden times when wish-ing still helped one, \n"
        "0.000 there lived a king whose daugh-ters were all beau-\n"
        "0.280 ti-ful; and the young-est was so beau-ti-ful that the \n"
        "1.000 sun it-self, which has seen so much, was aston-\n"
        "0.067 ished when-ever it shone in her face. Close by the \n"
        "-0.278 king's castle lay a great dark for-est, and un-der an \n"
        "0.536 old lime=tree in the for-est was a well, and when \n"
        "-0.167 the day was very warm, the king's child went out \n"
        "0.700 into the for-est and sat down by the side of the \n"
        "-0.176 cool foun-tain; and when she was bored she took a \n"
        "0.357 golden ball, and threw it up on high and caught \n"
        "0.000 it; and this ball was her fa-vor-ite play-thing.\n");
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

TEST_CASE("Paragraphs of both directions are set as a whole, one like the other") {
  LineOptions options = justified(170);
  options.hyphenate = true;
  options.optical_margins = true;
  const char* dutch =
      "Op de vergadering sprak \u2068سلمى القاسم\u2069 over de uitspraak “\u2068الحق في العمل\u2069 is een recht van "
      "iedereen”; 12,5% van de leden was er, en belde met \u2066+31 20 012 34 56\u2069 voor meer.";
  const char* arabic =
      "وقالت في الاجتماع إن عبارة «\u2068workers of the world\u2069» ما زالت صحيحة، وإن 12.5% من أعضاء "
      "\u2068Tech Workers Coalition\u2069 حضروا، واتصلوا على الرقم \u2066+31 20 012 34 56\u2069 للمزيد.";
  EXPECT_GOLDEN("mixed-justified-ltr.txt", dump_lines(dutch, options, {"nl"}));
  EXPECT_GOLDEN("mixed-justified-rtl.txt", dump_lines(arabic, options, {"ar"}));
  for (const auto& [words, language] : {std::pair{dutch, "nl"}, std::pair{arabic, "ar"}}) {
    const StyledText text = styled(words, {language});
    options.optical_margins = false;
    for (const Line& line : break_lines(shaped(text), options)) {
      if (line.forced_end) continue;
      CHECK(std::abs(visible_edge(line, text, true).pt()) < 0.01);
      CHECK(std::abs(visible_edge(line, text, false).pt() - 170) < 0.01);
    }
  }
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

TEST_CASE("Balanced lines are all of about one length, in either direction") {
  for (const auto& [words, language] : {std::pair{"Universal Declaration of Human Rights", "en"},
                                        std::pair{"ההכרזה האוניברסלית בדבר זכויות האדם", "he"}}) {
    LineOptions options{.measure = shaped(styled(words, {language}))->natural_width() * 0.85};
    const auto plain = break_lines(shaped(styled(words, {language})), options);
    options.balanced = true;
    const auto balanced = break_lines(shaped(styled(words, {language})), options);
    REQUIRE(plain.size() == 2);
    REQUIRE(balanced.size() == 2);
    const auto shorter = [](const std::vector<Line>& lines) { return std::min(lines[0].width, lines[1].width); };
    CHECK(shorter(balanced) > shorter(plain) * 1.3);
  }
}

TEST_CASE("Small marks hang out into the margins, on either side") {
  const char* english = "“Yes,” they said, “we will,” and so they did, every one of them, on time, in good order.";
  const char* hebrew = "«כן», אמרו, «כך נעשה», וכך עשו, כל אחד מהם, בזמן, בסדר טוב, ביחד, כולם.";
  for (const auto& [words, language] : {std::pair{english, "en"}, std::pair{hebrew, "he"}}) {
    LineOptions options = justified(100);
    options.hyphenate = true;
    options.optical_margins = true;
    const auto text = styled(words, {language});
    bool hung_at_start = false;
    bool hung_at_end = false;
    for (const Line& line : break_lines(shaped(text), options)) {
      const bool rtl = text.direction == Direction::right_to_left;
      const Length left = visible_edge(line, text, true);
      const Length right = visible_edge(line, text, false) - 100_pt;
      if (!line.forced_end || !rtl) CHECK(left < 0.01_pt);
      if (!line.forced_end || rtl) CHECK(right > -0.01_pt);
      CHECK(fits(-left, 5_pt));
      CHECK(fits(right, 5_pt));
      if (!line.forced_end) CHECK(std::abs(line.width.pt() - 100) < 0.01);
      const bool out_left = left < -0.1_pt;
      const bool out_right = right > 0.1_pt;
      hung_at_start = hung_at_start || (rtl ? out_right : out_left);
      hung_at_end = hung_at_end || (rtl ? out_left : out_right);
    }
    CHECK(hung_at_start);
    CHECK(hung_at_end);
  }
}

TEST_CASE("Lines that end in the other direction are justified to the same margins") {
  const char* english = "They said שלום. and then they all went home with חברים, at nine in the evening as ever. שלום.";
  LineOptions options = justified(110);
  options.optical_margins = true;
  for (const Line& line : break_lines(shaped(styled(english)), options))
    if (!line.forced_end) CHECK(std::abs(line.width.pt() - 110) < 0.01);
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
