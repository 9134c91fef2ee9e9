#include "text/pieces.h"

#include <algorithm>
#include <string_view>

#include "text/bidi.h"
#include "text/shaped_text.h"
#include "text/width_walk.h"

namespace handbill {
namespace {

constexpr char16_t soft_hyphen = 0x00AD;

Length hyphen_width(const ShapedParagraph& paragraph, std::uint32_t offset) {
  const ShapedRun& run = paragraph.runs[paragraph.run_at(offset)];
  if (run.kind != Segment::Kind::text) return {};
  return paragraph.style(run).size * static_cast<double>(paragraph.hyphens[run.hyphen].advance);
}

BreakKind kind_of_break(std::u16string_view text, std::uint32_t end, int status) {
  if (end == text.size() || status >= UBRK_LINE_HARD) return BreakKind::forced;
  return text[end - 1] == soft_hyphen ? BreakKind::hyphen : BreakKind::allowed;
}

/// What separates the parts of an address, as web addresses, e-mail addresses and paths are written.
bool separates(char16_t unit) {
  return std::u16string_view(u"/?&=.-_~#%+,:@").find(unit) != std::u16string_view::npos;
}

/// Tells addresses from words, by the whole of what stands between two spaces.
class AddressFinder {
 public:
  explicit AddressFinder(std::u16string_view text) : text_(text) {}

  bool is_address(std::uint32_t offset) {
    if (offset < begin_ || offset >= end_) find(offset);
    return address_;
  }

 private:
  static bool is_space(char16_t unit) { return unit == u' ' || unit == u'\t' || unit == u'\n' || unit == 0x2028; }

  void find(std::uint32_t offset) {
    begin_ = end_ = offset;
    while (begin_ > 0 && !is_space(text_[begin_ - 1])) --begin_;
    while (end_ < text_.size() && !is_space(text_[end_])) ++end_;
    const std::u16string_view word = text_.substr(begin_, end_ - begin_);
    const auto has = [&](std::u16string_view part) { return word.find(part) != std::u16string_view::npos; };
    address_ = has(u"://") || has(u"www.") || has(u"@");
  }

  std::u16string_view text_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  bool address_ = false;
};

/// Cuts one piece that is too long.
class PieceCutter {
 public:
  PieceCutter(const ShapedParagraph& paragraph, Length measure)
      : paragraph_(paragraph), text_(paragraph.text()), measure_(measure), addresses_(text_) {}

  void cut(const Piece& piece, std::uint32_t begin, std::vector<Piece>& out) {
    std::uint32_t from = begin;
    if (addresses_.is_address(begin))
      for (std::uint32_t at = begin + 1; at < piece.visible_end; ++at)
        if (separates(text_[at - 1]) && !separates(text_[at])) from = add(from, at, out);
    const Length rest = WidthWalk(paragraph_, from).advance_to(piece.visible_end);
    if (!fits(rest, measure_))
      cut_anywhere(from, piece.visible_end, out);
    else
      out.push_back({piece.visible_end, piece.visible_end, BreakKind::emergency, rest, rest, {}});
    finish(piece, out.back());
  }

 private:
  /// A part of an address, cut further when it is too long itself. Answers where the next one starts.
  std::uint32_t add(std::uint32_t begin, std::uint32_t end, std::vector<Piece>& out) {
    const Length width = WidthWalk(paragraph_, begin).advance_to(end);
    if (fits(width, measure_))
      out.push_back({end, end, BreakKind::separator, width, width, {}});
    else
      cut_anywhere(begin, end, out);
    out.back().kind = BreakKind::separator;
    return end;
  }

  void cut_anywhere(std::uint32_t begin, std::uint32_t end, std::vector<Piece>& out) {
    WidthWalk walk(paragraph_, begin);
    const auto graphemes = paragraph_.segmenters->graphemes(text_.substr(begin, end - begin));
    for (std::int32_t at = ubrk_next(graphemes.get()); at != UBRK_DONE; at = ubrk_next(graphemes.get())) {
      const std::uint32_t to = begin + static_cast<std::uint32_t>(at);
      const Length width = walk.advance_to(to);
      out.push_back({to, to, BreakKind::emergency, width, width, {}});
    }
  }

  /// The last part ends as the whole piece did.
  static void finish(const Piece& whole, Piece& last) {
    last.end = whole.end;
    last.kind = whole.kind;
    last.added = whole.added;
    last.width += whole.width - whole.visible;
  }

  const ShapedParagraph& paragraph_;
  std::u16string_view text_;
  Length measure_;
  AddressFinder addresses_;
};

}  // namespace

std::vector<Piece> cut_into_pieces(const ShapedParagraph& paragraph) {
  std::vector<Piece> pieces;
  const std::u16string& text = paragraph.text();
  if (text.empty()) return pieces;
  const auto lines = paragraph.segmenters->lines(paragraph.styled.language, text);
  WidthWalk walk(paragraph, 0);
  std::uint32_t begin = 0;
  for (std::int32_t at = ubrk_next(lines.get()); at != UBRK_DONE; at = ubrk_next(lines.get())) {
    Piece piece;
    piece.end = static_cast<std::uint32_t>(at);
    piece.visible_end = trailing_space(text, begin, piece.end);
    piece.kind = kind_of_break(text, piece.end, ubrk_getRuleStatus(lines.get()));
    piece.visible = walk.advance_to(piece.visible_end);
    piece.width = piece.visible + walk.advance_to(piece.end);
    if (piece.kind == BreakKind::hyphen) piece.added = hyphen_width(paragraph, piece.end - 1);
    pieces.push_back(piece);
    begin = piece.end;
  }
  return pieces;
}

bool all_fit(const std::vector<Piece>& pieces, Length measure) {
  return std::all_of(pieces.begin(), pieces.end(),
                     [&](const Piece& piece) { return fits(piece.visible + piece.added, measure); });
}

std::vector<Piece> cut_to_measure(const ShapedParagraph& paragraph, Length measure) {
  std::vector<Piece> cut;
  PieceCutter cutter(paragraph, measure);
  std::uint32_t begin = 0;
  for (const Piece& piece : paragraph.pieces) {
    if (fits(piece.visible + piece.added, measure) || piece.visible_end == begin)
      cut.push_back(piece);
    else
      cutter.cut(piece, begin, cut);
    begin = piece.end;
  }
  return cut;
}

}  // namespace handbill
