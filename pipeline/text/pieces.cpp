#include "text/pieces.h"

#include <algorithm>
#include <string_view>

#include "text/address_finder.h"
#include "text/bidi.h"
#include "text/shaped_text.h"
#include "text/width_walk.h"

namespace handbill {
namespace {

/// What separates the parts of an address, as web addresses, e-mail addresses and paths are written.
bool separates(char16_t unit) {
  return std::u16string_view(u"/?&=.-_~#%+,:@").find(unit) != std::u16string_view::npos;
}

bool is_dash_unit(char16_t unit) {
  return unit == u'-' || (unit >= 0x2010 && unit <= 0x2014);
}

/// Cuts one piece that is too long.
class PieceCutter {
 public:
  PieceCutter(const ShapedParagraph& paragraph, Length measure)
      : paragraph_(paragraph), text_(paragraph.text()), measure_(measure), addresses_(text_) {}

  void cut(const Piece& piece, std::uint32_t begin, std::vector<Piece>& out) {
    std::uint32_t from = begin;
    const bool address = addresses_.is_address(begin);
    for (std::uint32_t at = begin + 1; address && at < piece.visible_end; ++at) {
      if (!separates(text_[at - 1]) || separates(text_[at])) continue;
      add_part(from, at, out);
      out.back().kind = BreakKind::separator;
      from = at;
    }
    add_part(from, piece.visible_end, out);
    finish(piece, out.back());
  }

 private:
  /// A part of a piece, cut anywhere when it is too long itself.
  void add_part(std::uint32_t begin, std::uint32_t end, std::vector<Piece>& out) {
    WidthWalk walk(paragraph_, begin);
    const Piece whole = part(walk, end);
    if (fits(whole.visible, measure_))
      out.push_back(whole);
    else
      cut_anywhere(begin, end, out);
  }

  void cut_anywhere(std::uint32_t begin, std::uint32_t end, std::vector<Piece>& out) {
    out.reserve(out.size() + (end - begin));
    WidthWalk walk(paragraph_, begin);
    const auto graphemes = paragraph_.segmenters->graphemes(text_.substr(begin, end - begin));
    for (std::int32_t at = ubrk_next(graphemes.get()); at != UBRK_DONE; at = ubrk_next(graphemes.get()))
      out.push_back(part(walk, begin + static_cast<std::uint32_t>(at)));
  }

  static Piece part(WidthWalk& walk, std::uint32_t end) {
    const auto step = walk.advance_to(end);
    Piece piece;
    piece.end = piece.visible_end = end;
    piece.kind = BreakKind::emergency;
    piece.width = piece.visible = step.width;
    piece.give = step.give;
    piece.visible_give = step.give - step.last;
    piece.hang_start = step.hang_start;
    piece.hang_end = step.hang_end;
    return piece;
  }

  /// The last part ends as the whole piece did.
  static void finish(const Piece& whole, Piece& last) {
    last.end = whole.end;
    last.kind = whole.kind;
    last.dashed = whole.dashed;
    last.added = whole.added;
    last.width += whole.width - whole.visible;
    last.give += whole.give - whole.visible_give;
  }

  const ShapedParagraph& paragraph_;
  std::u16string_view text_;
  Length measure_;
  AddressFinder addresses_;
};

/// Measures piece after piece along a paragraph.
class PieceWalk {
 public:
  PieceWalk(const ShapedParagraph& paragraph, std::uint32_t begin)
      : paragraph_(paragraph), walk_(paragraph, begin), begin_(begin) {}

  Piece next(std::uint32_t end, BreakKind kind) {
    const std::u16string& text = paragraph_.text();
    Piece piece;
    piece.end = end;
    piece.visible_end = trailing_space(text, begin_, end);
    piece.kind = kind;
    const auto visible = walk_.advance_to(piece.visible_end);
    const auto hanging = walk_.advance_to(piece.end);
    piece.dashed = piece.visible_end > begin_ && is_dash_unit(text[piece.visible_end - 1]);
    piece.visible = visible.width;
    piece.width = visible.width + hanging.width;
    piece.give = visible.give + hanging.give;
    piece.visible_give = visible.give - visible.last;
    piece.hang_start = visible.hang_start;
    piece.hang_end = visible.hang_end;
    if (piece.kind == BreakKind::hyphen) {
      piece.added = paragraph_.hyphen_width(piece.end);
      piece.hang_end = piece.added * hyphen_share_hanging;
    }
    begin_ = end;
    return piece;
  }

 private:
  const ShapedParagraph& paragraph_;
  WidthWalk walk_;
  std::uint32_t begin_;
};

/// The words of a piece that would stay together if there were room for them, each as a piece.
void cut_at_spaces(const ShapedParagraph& paragraph, const Piece& piece, std::uint32_t begin, std::vector<Piece>& out) {
  PieceWalk walk(paragraph, begin);
  for (std::uint32_t at = begin + 1; at < piece.visible_end; ++at)
    if (paragraph.text()[at - 1] == u' ') out.push_back(walk.next(at, BreakKind::allowed));
  out.push_back(walk.next(piece.end, piece.kind));
}

}  // namespace

std::vector<Piece> cut_into_pieces(const ShapedParagraph& paragraph) {
  std::vector<Piece> pieces;
  pieces.reserve(paragraph.shape->line_ends.size());
  PieceWalk walk(paragraph, 0);
  for (const LineEnd& end : paragraph.shape->line_ends) pieces.push_back(walk.next(end.offset, end.kind));
  return pieces;
}

bool all_fit(const std::vector<Piece>& pieces, Length measure) {
  return std::all_of(pieces.begin(), pieces.end(),
                     [&](const Piece& piece) { return fits(piece.visible + piece.added, measure); });
}

std::vector<Piece> cut_addresses(const ShapedParagraph& paragraph, const std::vector<Piece>& pieces, Length measure) {
  std::vector<Piece> cut;
  PieceCutter cutter(paragraph, measure);
  AddressFinder addresses(paragraph.text());
  std::uint32_t begin = 0;
  for (const Piece& piece : pieces) {
    const bool is_long = piece.kind != BreakKind::emergency && !fits(piece.visible, measure / 2);
    if (!is_long || !addresses.is_address(begin))
      cut.push_back(piece);
    else
      cutter.cut(piece, begin, cut);
    begin = piece.end;
  }
  return cut;
}

std::vector<Piece> cut_to_measure(const ShapedParagraph& paragraph, const std::vector<Piece>& pieces, Length measure) {
  std::vector<Piece> cut;
  PieceCutter cutter(paragraph, measure);
  std::uint32_t begin = 0;
  std::vector<Piece> words;
  for (const Piece& piece : pieces) {
    words.clear();
    if (fits(piece.visible + piece.added, measure))
      words.push_back(piece);
    else
      cut_at_spaces(paragraph, piece, begin, words);
    for (const Piece& word : words) {
      if (fits(word.visible + word.added, measure) || word.visible_end == begin)
        cut.push_back(word);
      else
        cutter.cut(word, begin, cut);
      begin = word.end;
    }
  }
  return cut;
}

}  // namespace handbill
