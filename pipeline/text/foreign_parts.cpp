#include "text/foreign_parts.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "core/bidi_controls.h"
#include "core/limits.h"

namespace handbill {
namespace {

// Directional marks are no letters.
bool is_left_to_right(char16_t unit) {
  return u_charDirection(unit) == U_LEFT_TO_RIGHT && !u_isdigit(unit) && u_charType(unit) != U_FORMAT_CHAR;
}

bool is_right_to_left(char16_t unit) {
  const UCharDirection direction = u_charDirection(unit);
  return (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) && u_charType(unit) != U_FORMAT_CHAR;
}

bool is_word(char16_t unit) {
  return u_isalnum(unit) != 0 || is_left_to_right(unit) || is_right_to_left(unit);
}

bool is_isolate(char16_t unit) {
  return unit >= left_to_right_isolate && unit <= pop_isolate;
}

bool is_one_of(char16_t unit, std::u16string_view set) {
  return set.find(unit) != std::u16string_view::npos;
}

/// The marks that can close what a mark opens, in any language's way of quoting.
std::u16string_view closers(char16_t opener) {
  switch (opener) {
    case u'\u201C':
      return u"\u201D";
    case u'\u201E':
      return u"\u201C\u201D";
    case u'\u2018':
      return u"\u2019";
    case u'\u201A':
      return u"\u2018\u2019";
    case u'\u00AB':
      return u"\u00BB";
    case u'\u00BB':
      return u"\u00AB";
    case u'\u2039':
      return u"\u203A";
    case u'\u203A':
      return u"\u2039";
    case u'"':
      return u"\"";
  }
  return {};
}

/// One paragraph's text, walked from its start to its end.
class Finder {
 public:
  Finder(std::u16string_view text, Direction direction) : text_(text), direction_(direction) {}

  std::vector<ForeignPart> find() {
    const bool to_left = direction_ == Direction::right_to_left;
    while (at_ < text_.size()) {
      if (is_isolate(text_[at_]))
        skip_isolate();
      else if (const auto found = quotation())
        take(*found);
      else if (const auto found_number = to_left ? number() : std::nullopt)
        take(*found_number);
      else if (const auto found_word = to_left ? word() : std::nullopt)
        take(*found_word);
      else
        ++at_;
    }
    return std::move(found_);
  }

 private:
  void take(const ForeignPart& found) {
    found_.push_back(found);
    at_ = found.end;
  }

  // Somebody else has seen to what is in it.
  void skip_isolate() {
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      if (!is_isolate(text_[at_])) continue;
      depth += text_[at_] == pop_isolate ? -1 : 1;
      if (depth <= 0) break;
    }
    ++at_;
  }

  bool word_starts_at(std::size_t at) const { return at == 0 || !is_word(text_[at - 1]); }

  bool space_before(std::size_t at) const { return at == 0 || u_isUWhiteSpace(text_[at - 1]); }

  /// What is between the mark here and its partner, if all of it reads the other way and an end could be lost.
  std::optional<ForeignPart> quotation() const {
    const auto closing = closers(text_[at_]);
    if (closing.empty() || !word_starts_at(at_)) return std::nullopt;
    const std::size_t last = std::min(text_.size(), at_ + limits::quotation_units);
    std::size_t end = at_ + 1;
    while (end < last && !(is_one_of(text_[end], closing) && (end + 1 == text_.size() || !is_word(text_[end + 1]))))
      ++end;
    if (end >= last) return std::nullopt;
    const ForeignPart inside{at_ + 1, end, ForeignPart::Kind::quotation};
    if (!is_foreign(inside) || !is_balanced(inside)) return std::nullopt;
    const bool whole = is_foreign_letter(text_[inside.begin]) && u_isalnum(text_[end - 1]);
    return whole ? std::nullopt : std::optional(inside);
  }

  bool is_foreign_letter(char16_t unit) const {
    return direction_ == Direction::right_to_left ? is_left_to_right(unit) : is_right_to_left(unit);
  }

  bool is_own_letter(char16_t unit) const {
    return direction_ == Direction::right_to_left ? is_right_to_left(unit) : is_left_to_right(unit);
  }

  bool is_foreign(const ForeignPart& range) const {
    const auto inside = text_.substr(range.begin, range.end - range.begin);
    return std::any_of(inside.begin(), inside.end(), [&](char16_t unit) { return is_foreign_letter(unit); }) &&
           std::none_of(inside.begin(), inside.end(), [&](char16_t unit) { return is_own_letter(unit); });
  }

  bool is_balanced(const ForeignPart& range) const {
    int depth = 0;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (is_isolate(text_[i])) depth += text_[i] == pop_isolate ? -1 : 1;
      if (depth < 0) return false;
    }
    return depth == 0;
  }

  /// Groups of digits that are one number: those of a telephone number, or of thousands.
  std::optional<ForeignPart> number() const {
    constexpr std::u16string_view joints = u"-()/. \u00A0\u202F";
    constexpr int fewest_digits = 7;
    constexpr int most_digits = 15;  // ITU-T E.164
    const bool prefixed = text_[at_] == u'+';
    if ((!prefixed && !u_isdigit(text_[at_])) || !word_starts_at(at_)) return std::nullopt;
    std::size_t end = at_ + (prefixed ? 1 : 0);
    int digits = 0;
    int groups = 0;
    bool spaced = false;
    for (std::size_t i = end; i < text_.size(); ++i) {
      if (u_isdigit(text_[i])) {
        if (i == at_ + (prefixed ? 1 : 0) || !u_isdigit(text_[i - 1])) ++groups;
        ++digits;
        end = i + 1;
        spaced = false;
        continue;
      }
      const bool space = u_isUWhiteSpace(text_[i]);
      if (!is_one_of(text_[i], joints) || (space && spaced)) break;
      spaced = space;
    }
    const bool dialled = prefixed || u_charDigitValue(text_[at_]) == 0;
    const bool one = digits >= fewest_digits && digits <= most_digits && groups >= (dialled ? 2 : 3);
    if (!one || (end < text_.size() && is_word(text_[end]))) return std::nullopt;
    return ForeignPart{at_, end, ForeignPart::Kind::number};
  }

  /// A Latin word with a sign at an end of it, or with a number and a sign before it.
  std::optional<ForeignPart> word() const {
    if (!starts_word()) return std::nullopt;
    std::size_t end = at_;
    while (end < text_.size() && !u_isUWhiteSpace(text_[end]) && !is_right_to_left(text_[end]) &&
           !is_isolate(text_[end]))
      ++end;
    end = without_punctuation(end);
    const ForeignPart range{at_, end, ForeignPart::Kind::word};
    if (end <= at_ || !is_foreign(range)) return std::nullopt;
    const auto inside = text_.substr(at_, end - at_);
    if (std::all_of(inside.begin(), inside.end(), [](char16_t unit) { return u_isalnum(unit) != 0; }))
      return std::nullopt;
    const bool whole = is_left_to_right(inside.front()) && u_isalnum(inside.back());
    return whole ? std::nullopt : std::optional(range);
  }

  /// At a letter or digit, or at a sign that belongs to the one behind it: "#tag", "--force", ".NET".
  bool starts_word() const {
    const std::u16string_view signs = space_before(at_) ? u"#@+~/$\u20AC\u00A3\u00B0.-" : u"#@+~/$\u20AC\u00A3\u00B0";
    std::size_t word = at_;
    while (word < text_.size() && is_one_of(text_[word], signs)) ++word;
    if (word == text_.size() || !u_isalnum(text_[word]) || is_right_to_left(text_[word])) return false;
    return at_ == 0 || (!is_left_to_right(text_[at_ - 1]) && !u_isdigit(text_[at_ - 1]));
  }

  /// Where a word ends without the sentence's marks behind it.
  std::size_t without_punctuation(std::size_t end) const {
    const auto word = [&] { return text_.substr(at_, end - at_); };
    while (end > at_) {
      const char16_t last = text_[end - 1];
      if (u_isalnum(last) || is_one_of(last, u"+#%\u00B0\u2122\u00AE")) break;
      if (last == u')' && is_one_of(u'(', word())) break;
      --end;
    }
    return end;
  }

  std::u16string_view text_;
  Direction direction_;
  std::size_t at_ = 0;
  std::vector<ForeignPart> found_;
};

}  // namespace

bool has_right_to_left(std::u16string_view text) {
  constexpr char16_t first_right_to_left = 0x0590;
  if (std::none_of(text.begin(), text.end(), [](char16_t unit) { return unit >= first_right_to_left; })) return false;
  const UBiDiDirection direction = ubidi_getBaseDirection(text.data(), static_cast<int32_t>(text.size()));
  if (direction == UBIDI_RTL) return true;
  return std::any_of(text.begin(), text.end(), [](char16_t unit) {
    const auto kind = u_charDirection(unit);
    return kind == U_RIGHT_TO_LEFT || kind == U_RIGHT_TO_LEFT_ARABIC || kind == U_ARABIC_NUMBER;
  });
}

std::vector<ForeignPart> find_foreign_parts(std::u16string_view text, Direction direction) {
  if (direction == Direction::left_to_right && !has_right_to_left(text)) return {};
  return Finder(text, direction).find();
}

}  // namespace handbill
