#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "text/address_finder.h"
#include "text/pieces.h"
#include "text/shaped_text.h"
#include "text/width_walk.h"

namespace handbill {
namespace {

constexpr std::uint32_t shortest_hyphenated = 5;

bool belongs_to_word(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ND_MASK)) != 0;
}

class WordCutter {
 public:
  explicit WordCutter(const ShapedParagraph& paragraph)
      : paragraph_(paragraph), text_(paragraph.text()), addresses_(text_) {}

  std::vector<Piece> cut(const std::vector<Piece>& pieces) {
    std::vector<Piece> cut;
    std::uint32_t begin = 0;
    for (const Piece& piece : pieces) {
      find_points(begin, piece.visible_end);
      if (points_.empty())
        cut.push_back(piece);
      else
        add_parts(piece, begin, cut);
      begin = piece.end;
    }
    return cut;
  }

 private:
  void find_points(std::uint32_t begin, std::uint32_t end) {
    points_.clear();
    if (end < begin + shortest_hyphenated || has_soft_hyphen(begin, end) || addresses_.is_address(begin)) return;
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t word = at;
      UChar32 c = 0;
      std::uint32_t next = at;
      for (; at < end; at = next) {
        U16_NEXT(text_.data(), next, end, c);
        if (!belongs_to_word(c)) break;
      }
      if (at >= word + shortest_hyphenated && !is_a_name_tag(word, at)) add_points(word, at);
      if (at == word) at = next;
    }
  }

  /// Acronyms, #HashTags and CamelCase are read as they are written.
  bool is_a_name_tag(std::uint32_t begin, std::uint32_t end) const {
    if (begin > 0 && text_[begin - 1] == u'#') return true;
    return std::any_of(text_.begin() + begin + 1, text_.begin() + end, [](char16_t c) { return u_isUUppercase(c); });
  }

  bool has_soft_hyphen(std::uint32_t begin, std::uint32_t end) const {
    constexpr char16_t soft_hyphen = 0x00AD;
    return text_.substr(begin, end - begin).find(soft_hyphen) != std::u16string_view::npos;
  }

  void add_points(std::uint32_t begin, std::uint32_t end) {
    const ShapedRun& run = paragraph_.runs[paragraph_.run_at(begin)];
    if (run.kind != Segment::Kind::text || run.face->fixed_pitch()) return;
    const Hyphenator* hyphenator = patterns_for(run);
    if (hyphenator == nullptr) return;
    const auto points = hyphenator->points(text_.substr(begin, end - begin));
    for (const std::uint32_t point : *points) points_.push_back(begin + point);
  }

  const Hyphenator* patterns_for(const ShapedRun& run) {
    const Language& language = paragraph_.style(run).language;
    if (!asked_ || !(language == asked_language_)) {
      asked_ = true;
      asked_language_ = language;
      patterns_ = paragraph_.segmenters->hyphenator(language);
    }
    return patterns_;
  }

  void add_parts(const Piece& whole, std::uint32_t begin, std::vector<Piece>& out) const {
    WidthWalk walk(paragraph_, begin);
    Piece rest = whole;
    rest.hang_start = {};  // a letter
    for (const std::uint32_t point : points_) {
      const auto step = walk.advance_to(point);
      Piece part;
      part.end = part.visible_end = point;
      part.kind = BreakKind::hyphen;
      part.width = part.visible = step.width;
      part.added = paragraph_.hyphen_width(point);
      part.give = part.visible_give = step.give;
      part.hang_start = step.hang_start;
      part.hang_end = part.added * hyphen_share_hanging;
      rest.width -= step.width;
      rest.visible -= step.width;
      rest.give = rest.give - step.give;
      rest.visible_give = rest.visible_give - step.give;
      out.push_back(part);
    }
    out.push_back(rest);
  }

  const ShapedParagraph& paragraph_;
  std::u16string_view text_;
  AddressFinder addresses_;
  std::vector<std::uint32_t> points_;
  const Hyphenator* patterns_ = nullptr;
  Language asked_language_;
  bool asked_ = false;
};

}  // namespace

std::vector<Piece> cut_at_hyphens(const ShapedParagraph& paragraph, const std::vector<Piece>& pieces) {
  return WordCutter(paragraph).cut(pieces);
}

}  // namespace handbill
