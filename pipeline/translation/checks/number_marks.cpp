#include "translation/checks/number_marks.h"

#include <unicode/dcfmtsym.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "core/unicode.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

constexpr std::u32string_view marks_in_numbers = U".,٫٬'’\u00A0\u202F\u2009";
constexpr std::u32string_view spaces = U"\u00A0\u202F\u2009";

void add_symbol(const icu::DecimalFormatSymbols& symbols, icu::DecimalFormatSymbols::ENumberFormatSymbol which,
                std::set<char32_t>& marks) {
  const icu::UnicodeString mark = symbols.getSymbol(which);
  if (mark.countChar32() == 1) marks.insert(static_cast<char32_t>(mark.char32At(0)));
}

std::string without_zeros(const std::string& digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

/// Reads tokens off a text, character by character.
class Scanner {
 public:
  explicit Scanner(const std::string& utf8) : text_(to_icu(utf8)) {}

  std::vector<NumberToken> run() {
    while (at_ < text_.length())
      if (digit(at_) >= 0)
        scan_number();
      else
        at_ = text_.moveIndex32(at_, 1);
    return std::move(found_);
  }

 private:
  std::int32_t digit(std::int32_t at) const { return at < text_.length() ? u_charDigitValue(text_.char32At(at)) : -1; }

  void scan_number() {
    NumberToken token;
    token.clock = at_ > 0 && text_.char32At(text_.moveIndex32(at_, -1)) == ':';
    scan_group(token);
    for (;;) {
      const auto mark = at_ < text_.length() ? static_cast<char32_t>(text_.char32At(at_)) : U'\0';
      const std::int32_t next = at_ < text_.length() ? text_.moveIndex32(at_, 1) : at_;
      if (marks_in_numbers.find(mark) == std::u32string_view::npos || digit(next) < 0) break;
      token.marks.push_back(mark);
      token.written += to_utf8(mark);
      at_ = next;
      scan_group(token);
    }
    const bool before_colon = at_ < text_.length() && text_.char32At(at_) == ':' && digit(at_ + 1) >= 0;
    const bool dotted = token.sizes.size() == 2 && token.sizes[0] <= 2 && token.sizes[1] == 2;
    token.clock = token.clock || before_colon || dotted || says_half_of_day();
    found_.push_back(std::move(token));
  }

  void scan_group(NumberToken& token) {
    std::string digits;
    for (std::int32_t value = digit(at_); value >= 0; value = digit(at_)) {
      digits += static_cast<char>('0' + value);
      at_ = text_.moveIndex32(at_, 1);
    }
    token.written += digits;
    token.sizes.push_back(digits.size());
    token.groups.push_back(without_zeros(digits));
  }

  bool says_half_of_day() const {
    icu::UnicodeString behind(text_, at_, std::min(5, text_.length() - at_));
    behind.foldCase().trim();
    return behind.startsWith(u"am") || behind.startsWith(u"pm") || behind.startsWith(u"a.m") ||
           behind.startsWith(u"p.m");
  }

  icu::UnicodeString text_;
  std::int32_t at_ = 0;
  std::vector<NumberToken> found_;
};

bool is_space(char32_t mark) {
  return spaces.find(mark) != std::u32string_view::npos;
}

/// Whether a mark groups digits; one space is as good as another.
bool groups_with(char32_t mark, const NumberMarks& marks) {
  if (marks.grouping.count(mark) > 0) return true;
  return is_space(mark) && std::any_of(marks.grouping.begin(), marks.grouping.end(), is_space);
}

/// The first `count` groups as one integer, when the marks between them group and the groups have a group's size: three
/// digits, or two as in India, but three at the end.
bool is_grouped(const NumberToken& token, std::size_t count, const NumberMarks& marks) {
  for (std::size_t index = 1; index < count; ++index) {
    const bool last = index + 1 == count;
    const bool sized = token.sizes[index] == 3 || (!last && token.sizes[index] == 2);
    if (!sized || !groups_with(token.marks[index - 1], marks)) return false;
  }
  return count == 1 || token.sizes[0] <= 3;
}

std::string integer(const NumberToken& token, std::size_t count) {
  std::string digits = token.groups[0];
  for (std::size_t index = 1; index < count; ++index)
    digits += std::string(token.sizes[index] - token.groups[index].size(), '0') + token.groups[index];
  return without_zeros(digits);
}

std::string fraction(const NumberToken& token) {
  const std::string& group = token.groups.back();
  std::string digits = token.sizes.back() > group.size() ? std::string(token.sizes.back() - group.size(), '0') : "";
  digits += group;
  digits.resize(token.sizes.back());
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return digits;
}

}  // namespace

NumberMarks number_marks(const Language& language) {
  NumberMarks marks;
  for (const std::string& digits : {std::string(), own_digits(language), std::string("latn")}) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DecimalFormatSymbols symbols(icu_locale(language, digits), status);
    if (U_FAILURE(status) != 0) continue;
    add_symbol(symbols, icu::DecimalFormatSymbols::kDecimalSeparatorSymbol, marks.decimal);
    add_symbol(symbols, icu::DecimalFormatSymbols::kGroupingSeparatorSymbol, marks.grouping);
  }
  // Whoever has no key for the Arabic marks types these.
  if (marks.decimal.count(U'٫') > 0) marks.decimal.insert({U'.', U','});
  if (marks.grouping.count(U'٬') > 0) marks.grouping.insert({U'.', U','});
  return marks;
}

std::vector<NumberToken> numbers_in(const std::string& utf8) {
  return Scanner(utf8).run();
}

std::vector<std::string> values_of(const NumberToken& token, const NumberMarks& marks) {
  std::vector<std::string> values;
  const std::size_t count = token.groups.size();
  if (is_grouped(token, count, marks)) values.push_back(integer(token, count));
  if (count > 1 && marks.decimal.count(token.marks.back()) > 0 && is_grouped(token, count - 1, marks)) {
    const std::string behind = fraction(token);
    values.push_back(integer(token, count - 1) + (behind.empty() ? "" : "." + behind));
  }
  return values;
}

}  // namespace handbill
