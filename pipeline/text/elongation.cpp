#include "text/elongation.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <optional>

namespace handbill {
namespace {

constexpr std::size_t shortest_drawn_out = 3;
constexpr std::uint8_t no_rank = 255;

struct Letter {
  std::uint32_t offset = 0;
  int joining = U_JT_NON_JOINING;
  int group = U_JG_NO_JOINING_GROUP;
  bool marked = false;  ///< carries a vowel sign or another mark
};

int joining_of(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_JOINING_TYPE);
}

bool joins_next(const Letter& letter) {
  return letter.joining == U_JT_DUAL_JOINING || letter.joining == U_JT_JOIN_CAUSING;
}

bool joins_previous(const Letter& letter) {
  return letter.joining == U_JT_DUAL_JOINING || letter.joining == U_JT_RIGHT_JOINING ||
         letter.joining == U_JT_JOIN_CAUSING;
}

/// A word's letters, and which of their joints can be drawn out.
class Word {
 public:
  void clear() { letters_.clear(); }

  void add(UChar32 c, std::uint32_t offset) {
    if (joining_of(c) == U_JT_TRANSPARENT) {
      if (!letters_.empty()) letters_.back().marked = true;
      return;
    }
    letters_.push_back({offset, joining_of(c), u_getIntPropertyValue(c, UCHAR_JOINING_GROUP)});
  }

  std::optional<ElongationPoint> best() const {
    if (letters_.size() < shortest_drawn_out) return std::nullopt;
    ElongationPoint best{0, no_rank};
    for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
      const std::uint8_t rank = rank_behind(i);
      if (rank <= best.rank) best = {letters_[i + 1].offset, rank};
    }
    return best.rank == no_rank ? std::nullopt : std::optional(best);
  }

 private:
  bool joined(std::size_t first) const {
    return first + 1 < letters_.size() && joins_next(letters_[first]) && joins_previous(letters_[first + 1]);
  }

  std::uint8_t rank_behind(std::size_t index) const {
    const Letter& letter = letters_[index];
    const Letter& next = letters_[index + 1];
    if (!joined(index) || letter.marked) return no_rank;
    if (letter.group == U_JG_LAM && next.group == U_JG_ALEF) return no_rank;
    if (letter.joining == U_JT_JOIN_CAUSING || next.joining == U_JT_JOIN_CAUSING) return 0;
    if (letter.group == U_JG_SEEN || letter.group == U_JG_SAD) return 1;
    if (!joined(index + 1)) return rank_of_final(next.group);
    const bool before_beh = next.group == U_JG_BEH && index + 2 < letters_.size() && !joined(index + 2);
    if (before_beh && (letters_[index + 2].group == U_JG_REH || is_yeh(letters_[index + 2].group))) return 4;
    return no_rank;
  }

  static bool is_yeh(int group) { return group == U_JG_YEH || group == U_JG_FARSI_YEH; }

  static std::uint8_t rank_of_final(int group) {
    switch (group) {
      case U_JG_HEH:
      case U_JG_TEH_MARBUTA:
      case U_JG_DAL:
        return 2;
      case U_JG_ALEF:
      case U_JG_TAH:
      case U_JG_LAM:
      case U_JG_KAF:
      case U_JG_GAF:
        return 3;
      case U_JG_WAW:
      case U_JG_AIN:
      case U_JG_QAF:
      case U_JG_FEH:
        return 5;
      default:
        return 6;
    }
  }

  std::vector<Letter> letters_;
};

bool belongs_to_arabic_word(UChar32 c) {
  if (c == tatweel || joining_of(c) == U_JT_TRANSPARENT) return true;
  return u_isalpha(c) != 0 && uscript_hasScript(c, USCRIPT_ARABIC) != 0;
}

}  // namespace

std::vector<ElongationPoint> elongation_points(std::u16string_view text, std::uint32_t begin, std::uint32_t end) {
  std::vector<ElongationPoint> points;
  Word word;
  const auto finish = [&] {
    if (const auto point = word.best()) points.push_back(*point);
    word.clear();
  };
  for (std::uint32_t at = begin; at < end;) {
    const std::uint32_t offset = at;
    UChar32 c = 0;
    U16_NEXT(text.data(), at, end, c);
    if (belongs_to_arabic_word(c))
      word.add(c, offset);
    else
      finish();
  }
  finish();
  return points;
}

}  // namespace handbill
