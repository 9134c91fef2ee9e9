#include "render/pdf/line_text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace handbill::pdf {
namespace {

constexpr char32_t left_to_right_mark = U'\u200E';
constexpr char32_t right_to_left_mark = U'\u200F';

/// How readers class a character. To them a number's separators and signs are as good as digits.
enum class Strength : std::uint8_t { neutral, letter, number, right_to_left };

Strength strength(char32_t character) {
  switch (u_charDirection(static_cast<UChar32>(character))) {
    case U_LEFT_TO_RIGHT:
      return Strength::letter;
    case U_EUROPEAN_NUMBER:
    case U_EUROPEAN_NUMBER_SEPARATOR:
    case U_EUROPEAN_NUMBER_TERMINATOR:
    case U_COMMON_NUMBER_SEPARATOR:
    case U_ARABIC_NUMBER:
      return Strength::number;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return Strength::right_to_left;
    default:
      return Strength::neutral;
  }
}

bool runs_left_to_right(char32_t character) {
  const Strength known = strength(character);
  return known == Strength::letter || known == Strength::number;
}

bool runs_right_to_left(char32_t character) {
  return strength(character) == Strength::right_to_left;
}

bool is_space(char32_t character) {
  return character == U' ';
}

bool look_alike(const PlacedRun& a, const PlacedRun& b) {
  return a.run->face == b.run->face && a.run->size == b.run->size && a.run->scale == b.run->scale &&
         a.run->rise == b.run->rise && a.colour == b.colour && a.structure == b.structure &&
         a.run->language == b.run->language && a.run->generated == b.run->generated && a.generated == b.generated;
}

Piece piece_like(const PlacedRun& look, const DocumentFont& font) {
  Piece piece;
  piece.look = &look;
  piece.font = &font;
  return piece;
}

/// How far `x` is from the piece's left edge, in its glyphs' measure.
double em_from_left(const Piece& piece, Length x) {
  return (x - piece.look->baseline.x) / (piece.look->run->size * piece.look->run->scale);
}

void append_run(Piece& piece, const PlacedRun& placed) {
  spell({.run = *placed.run,
         .text = *placed.text,
         .blank = piece.font->blank(),
         .shift = em_from_left(piece, placed.baseline.x)},
        piece.spelling);
}

/// A run that nobody wrote is drawn without text, all of it.
void append_generated(Piece& piece, const PlacedRun& placed) {
  double pen = em_from_left(piece, placed.baseline.x);
  for (const Glyph& glyph : placed.run->glyphs) {
    if (glyph.id == 0) {
      piece.spelling.missing.push_back({pen + double(glyph.dx), double(glyph.advance)});
    } else {
      piece.spelling.raised.push_back({glyph.id, pen + double(glyph.dx), double(glyph.dy)});
    }
    pen += double(glyph.advance);
  }
}

/// A gap in the text, where a run that nobody wrote stands, could be taken for the end of a column. Invisible glyphs
/// that say nothing fill it from the left piece's end up to `end`.
void fill_gap(Piece& left, Length end) {
  const auto space = left.font->face().glyph(U' ');
  if (!space || left.spelling.shown.empty()) return;
  const ShownGlyph last = left.spelling.shown.back();
  const double start = last.x + left.font->width(last.meaning.glyph) / 1000;
  const double gap = em_from_left(left, end) - start;
  const double width = left.font->width(*space) / 1000;
  constexpr double narrow = 0.1;  // em; readers do not look at less
  constexpr double widest = 4;    // em; that is no mark in running text
  if (gap < narrow || gap > widest || width < narrow) return;
  const int count = static_cast<int>(std::ceil(gap / width));
  for (int i = 0; i < count; ++i) {
    const double x = count == 1 ? start : start + i * (gap - width) / (count - 1);
    left.spelling.shown.push_back({{*space, zero_width_space, 0, {}}, x, last.at, last.right_to_left, true});
  }
}

/// The line's runs from left to right; those that look alike together.
std::vector<Piece> gather(std::span<const PlacedRun* const> runs, const DocumentFonts& fonts) {
  std::vector<Piece> pieces;
  for (const PlacedRun* placed : runs) {
    if (placed->run->face == nullptr || placed->run->glyphs.empty()) continue;
    const bool after_generated = !pieces.empty() && pieces.back().look->generated;
    if (after_generated && !placed->generated && pieces.size() > 1)
      fill_gap(pieces[pieces.size() - 2], placed->baseline.x);
    if (pieces.empty() || !look_alike(*pieces.back().look, *placed))
      pieces.push_back(piece_like(*placed, fonts.of(*placed->run->face)));
    if (placed->generated) {
      append_generated(pieces.back(), *placed);
    } else {
      append_run(pieces.back(), *placed);
    }
  }
  return pieces;
}

/// Appends glyphs [first, end) of `whole` as a piece; all of them are taken away from it, not copied.
void append_part(Piece& whole, std::size_t first, std::size_t end, std::vector<Piece>& parts) {
  if (first == end) return;
  Piece part = piece_like(*whole.look, *whole.font);
  auto& shown = whole.spelling.shown;
  if (end - first == shown.size()) {
    part.spelling.shown = std::move(shown);
  } else {
    part.spelling.shown.assign(shown.begin() + std::ptrdiff_t(first), shown.begin() + std::ptrdiff_t(end));
  }
  parts.push_back(std::move(part));
}

/// Whether glyph `i` is a space that pdf.js breaks the line at: it would join the sides in the wrong order.
bool is_wide_space(const std::vector<ShownGlyph>& shown, std::size_t i) {
  constexpr double widest_in_flow = 0.55;  // em; pdf.js says 0.6
  return is_space(shown[i].meaning.character) && i + 1 < shown.size() && shown[i + 1].x - shown[i].x > widest_in_flow;
}

/// How many glyphs from `i` on draw the character that the first of them says; zero when it draws its own alone, and
/// where something without width stands to the right, which pdf.js would lose at a piece's edge.
std::size_t drawn_together(const Piece& piece, std::size_t i) {
  const auto& shown = piece.spelling.shown;
  std::size_t count = 1;
  for (; i + count < shown.size(); ++count) {
    const ShownGlyph& next = shown[i + count];
    if (next.at != shown[i].at || next.carrier || next.meaning.character != zero_width_space) break;
  }
  if (count == 1) return 0;
  const bool at_edge = i + count < shown.size() && piece.font->width(shown[i + count].meaning.glyph) == 0;
  return at_edge ? 0 : count;
}

/// Appends right-to-left glyphs [first, end), cut at wide spaces. Where there is no right-to-left letter among them
/// nothing tells pdf.js to turn them round, so each is a piece of its own.
void append_right_to_left(Piece& whole, std::size_t first, std::size_t end, std::vector<Piece>& parts) {
  const auto& shown = whole.spelling.shown;
  bool has_letter = false;
  for (std::size_t i = first; i < end; ++i) has_letter |= runs_right_to_left(shown[i].meaning.character);
  std::size_t start = first;
  for (std::size_t i = first; i < end; ++i) {
    const std::size_t together = has_letter ? drawn_together(whole, i) : 0;
    if (has_letter && together == 0 && !is_wide_space(shown, i)) continue;
    const std::size_t count = std::max<std::size_t>(together, 1);
    const char32_t says = together > 0 ? shown[i].meaning.character : 0;
    append_part(whole, start, i, parts);
    append_part(whole, i, i + count, parts);
    parts.back().says = says;
    start = i + count;
    i = start - 1;
  }
  append_part(whole, start, end, parts);
}

/// Cuts pieces where the direction changes. Raised glyphs stay with the first part: they have no text.
std::vector<Piece> cut_by_direction(std::vector<Piece> pieces) {
  std::vector<Piece> parts;
  parts.reserve(pieces.size());
  for (Piece& piece : pieces) {
    const auto& shown = piece.spelling.shown;
    const std::size_t already = parts.size();
    const std::size_t count = shown.size();
    for (std::size_t first = 0; first < count;) {
      std::size_t end = first;
      // Only a part that is the whole, behind which nothing comes, takes the glyphs away.
      // NOLINTNEXTLINE(clang-analyzer-cplusplus.Move)
      while (end < count && shown[end].right_to_left == shown[first].right_to_left) ++end;
      if (shown[first].right_to_left) {
        append_right_to_left(piece, first, end, parts);
      } else {
        append_part(piece, first, end, parts);
      }
      first = end;
    }
    if (parts.size() == already) parts.push_back(piece_like(*piece.look, *piece.font));
    parts[already].spelling.raised = std::move(piece.spelling.raised);
    parts[already].spelling.missing = std::move(piece.spelling.missing);
  }
  return parts;
}

void sort_in_reading_order(std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    piece.begin = piece.look->run->begin;
    const auto& shown = piece.spelling.shown;
    if (!shown.empty())
      piece.begin = std::min_element(shown.begin(), shown.end(), [](const ShownGlyph& a, const ShownGlyph& b) {
                      return a.at < b.at;
                    })->at;
  }
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
}

/// Walks a line's glyphs from left to right and puts direction marks where readers would draw the line between
/// left-to-right and right-to-left parts elsewhere than it is. On a right-to-left page they read from the right: a
/// left-to-right part starts at the first letter or number, whatever its level, and takes in what follows up to the
/// next right-to-left letter. On other pages the mirror image holds, except that numbers end a right-to-left part.
class DirectionMarks {
 public:
  explicit DirectionMarks(Direction page) : right_to_left_page_(page == Direction::right_to_left) {}

  void add_to(std::vector<Piece>& pieces) {
    std::vector<ShownGlyph> marked;
    for (Piece& piece : pieces) {
      marked.clear();
      marked.reserve(piece.spelling.shown.size() + 8);
      for (const ShownGlyph& glyph : piece.spelling.shown) {
        piece_ = &piece;
        if (right_to_left_page_) {
          before_on_right_to_left_page(glyph, marked);
        } else {
          before_on_left_to_right_page(glyph, marked);
        }
        marked.push_back(glyph);
        last_ = glyph;
      }
      std::swap(piece.spelling.shown, marked);
    }
    if (right_to_left_page_ && last_ && ends_open())
      add(left_to_right_mark, *last_, right_edge(), piece_->spelling.shown);
  }

 private:
  using Glyphs = std::vector<ShownGlyph>;
  void before_on_right_to_left_page(const ShownGlyph& glyph, Glyphs& marked) const;
  void before_on_left_to_right_page(const ShownGlyph& glyph, Glyphs& marked) const;
  void add(char32_t mark, const ShownGlyph& beside, double x, Glyphs& marked) const;

  /// A left-to-right part that ends, on its right, with a neutral: a reader coming from there must be told.
  bool ends_open() const { return !last_->right_to_left && !runs_left_to_right(last_->meaning.character); }
  double right_edge() const { return last_->x + piece_->font->width(last_->meaning.glyph) / 1000; }

  bool right_to_left_page_;
  Piece* piece_ = nullptr;
  std::optional<ShownGlyph> last_;
};

void DirectionMarks::add(char32_t mark, const ShownGlyph& beside, double x, Glyphs& marked) const {
  marked.push_back({{piece_->font->blank(), mark, 0, {}}, x, beside.at, mark == right_to_left_mark, true});
}

void DirectionMarks::before_on_right_to_left_page(const ShownGlyph& glyph, Glyphs& marked) const {
  if (!last_) return;
  const bool border = last_->right_to_left != glyph.right_to_left;
  if (border && ends_open()) add(left_to_right_mark, glyph, glyph.x, marked);
  const bool taken_for_start = glyph.right_to_left ? runs_left_to_right(glyph.meaning.character) : border;
  if (taken_for_start && !runs_right_to_left(last_->meaning.character)) add(right_to_left_mark, glyph, glyph.x, marked);
}

void DirectionMarks::before_on_left_to_right_page(const ShownGlyph& glyph, Glyphs& marked) const {
  const bool border = last_ ? last_->right_to_left != glyph.right_to_left : glyph.right_to_left;
  if (!border) return;
  if (glyph.right_to_left && !runs_right_to_left(glyph.meaning.character))
    add(right_to_left_mark, glyph, glyph.x, marked);
  if (!glyph.right_to_left && !runs_left_to_right(glyph.meaning.character))
    add(left_to_right_mark, glyph, glyph.x, marked);
}

/// The first glyph of a piece at or after `i` that says more than a direction mark, which pdf.js does not look at.
std::size_t next_character(const Piece& piece, std::size_t i) {
  const auto& shown = piece.spelling.shown;
  const auto is_passed_over = [](char32_t c) {
    return c == left_to_right_mark || c == right_to_left_mark || c == zero_width_space;
  };
  while (i < shown.size() && is_passed_over(shown[i].meaning.character)) ++i;
  return i;
}

bool has_no_width(const Piece& piece, std::size_t i) {
  return i < piece.spelling.shown.size() && piece.font->width(piece.spelling.shown[i].meaning.glyph) == 0;
}

/// Between what stands beside each other on a right-to-left page, cells of a table for instance, pdf.js sees nothing
/// but a jump. The first character of what comes second is a space, then.
void set_apart(Piece& first_read) {
  const auto space = first_read.font->face().glyph(U' ');
  auto& shown = first_read.spelling.shown;
  if (!space || shown.empty()) return;
  const ShownGlyph last = shown.back();
  const double right_edge = last.x + first_read.font->width(last.meaning.glyph) / 1000;
  shown.push_back({{*space, U' ', right_to_left_mark, {}}, right_edge, last.at, true, false});
}

/// Lets spaces say U+200F as well where pdf.js would lose or double them. Before something without width, what
/// justification added to a space goes to its left.
void mark_spaces(std::vector<Piece>& pieces) {
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    auto& shown = pieces[p].spelling.shown;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      ShownGlyph& glyph = shown[i];
      if (!glyph.right_to_left || !is_space(glyph.meaning.character)) continue;
      const bool at_left_edge = i == next_character(pieces[p], 0) && p != 0;
      const bool at_right_edge = i + 1 == shown.size() && p + 1 != pieces.size();
      const bool before_widthless = has_no_width(pieces[p], next_character(pieces[p], i + 1));
      if (at_left_edge || at_right_edge || before_widthless) glyph.meaning.mark = right_to_left_mark;
      if (before_widthless) glyph.x = shown[i + 1].x - pieces[p].font->width(glyph.meaning.glyph) / 1000;
    }
  }
}

/// pdf.js takes something without width that starts a piece for the end of what was written before. A space that
/// hangs out to the left of it, where one belongs anyway, comes between.
void hang_spaces(std::vector<Piece>& pieces) {
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    auto& shown = pieces[p].spelling.shown;
    if (!has_no_width(pieces[p], next_character(pieces[p], 0)) || !shown.front().right_to_left) continue;
    const bool after_space = p == 0 || (!pieces[p - 1].spelling.shown.empty() &&
                                        is_space(pieces[p - 1].spelling.shown.back().meaning.character));
    const auto space = pieces[p].font->face().glyph(U' ');
    if (!after_space || !space) continue;
    const double width = pieces[p].font->width(*space) / 1000;
    const ShownGlyph first = shown.front();
    shown.insert(shown.begin(), {{*space, U' ', right_to_left_mark, {}}, first.x - width, first.at, true, false});
  }
}

}  // namespace

std::vector<Piece> read_line(std::span<const PlacedRun* const> runs, const DocumentFonts& fonts,
                             const LineContext& context) {
  std::vector<Piece> pieces = gather(runs, fonts);
  const bool turns = context.page == Direction::right_to_left ||
                     std::any_of(runs.begin(), runs.end(), [](const auto* run) { return run->run->right_to_left(); });
  if (turns) {
    pieces = cut_by_direction(std::move(pieces));
    DirectionMarks(context.page).add_to(pieces);
    mark_spaces(pieces);
    hang_spaces(pieces);
  }
  sort_in_reading_order(pieces);
  if (context.left_of_the_last && !pieces.empty()) set_apart(pieces.front());
  return pieces;
}

}  // namespace handbill::pdf
