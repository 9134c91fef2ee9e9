#include "text/cohesion.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <iterator>

#include "core/unicode.h"

namespace handbill {
namespace {

constexpr std::size_t longest_word = 40;  // UTF-16 units; longer ones are in no list

bool is_digit(char16_t unit) {
  return u_isdigit(unit) != 0;
}

bool is_opening(char16_t unit) {
  constexpr std::u16string_view quotes = u"\"'\u2018\u201C\u2066\u2067\u2068";
  return (U_GET_GC_MASK(unit) & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0 || quotes.find(unit) != std::u16string_view::npos;
}

bool is_closing(char16_t unit) {
  constexpr std::u16string_view marks = u".,;:!?\"'\u060C\u061B\u061F\u2019\u201D\u2026\u2069";
  return (U_GET_GC_MASK(unit) & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0 || marks.find(unit) != std::u16string_view::npos;
}

/// The word that ends at `end`, without what opens before it.
std::u16string_view word_before(std::u16string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin <= longest_word && !u_isUWhiteSpace(text[begin - 1])) --begin;
  while (begin < end && is_opening(text[begin])) ++begin;
  return text.substr(begin, end - begin);
}

/// The word that begins at `begin`, without what closes behind it.
std::u16string_view word_after(std::u16string_view text, std::size_t begin) {
  while (begin < text.size() && is_opening(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && end - begin <= longest_word && !u_isUWhiteSpace(text[end])) ++end;
  while (end > begin && is_closing(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

bool is_currency(char16_t unit) {
  return u_charType(unit) == U_CURRENCY_SYMBOL;
}

/// What stands behind a number: "%", "€", "°C".
bool starts_as_unit(std::u16string_view word) {
  constexpr std::u16string_view signs = u"%\u2030\u066A\u00B0\u2032\u2033";
  return is_currency(word.front()) || signs.find(word.front()) != std::u16string_view::npos;
}

/// What stands before a number: "€", "§".
bool is_sign(std::u16string_view word) {
  constexpr std::u16string_view signs = u"\u00A7\u00B6\u2116\u00B1\u2248~<>\u2264\u2265";
  return word.size() == 1 && (is_currency(word.front()) || signs.find(word.front()) != std::u16string_view::npos);
}

/// Letters with a full stop behind each: "J.", "R.R.", "d.w.z."
bool is_dotted(std::u16string_view word, bool capitals) {
  if (word.size() < 2 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (word[i + 1] != u'.' || !u_isalpha(word[i])) return false;
    if (capitals && !u_isupper(word[i])) return false;
  }
  return true;
}

bool is_dash(std::u16string_view word) {
  return word == u"\u2013" || word == u"\u2014";
}

bool is_part_of_number(std::u16string_view word) {
  return std::all_of(word.begin(), word.end(), [](char16_t unit) {
    return is_digit(unit) || std::u16string_view(u"+-().,/").find(unit) != std::u16string_view::npos;
  });
}

/// Whatever the language.
bool always_hold(std::u16string_view before, std::u16string_view after) {
  const bool number_before = is_digit(before.back());
  const bool number_after = is_digit(after.front());
  if (number_before && number_after) return is_part_of_number(before) && is_part_of_number(after);
  if (number_before && starts_as_unit(after)) return true;
  if (number_after && is_sign(before)) return true;
  if (is_dash(after)) return true;
  if (is_dotted(before, true) && u_isupper(after.front())) return true;
  return before.size() == 2 && is_dotted(before, false) && after.size() <= 2 && u_isalpha(after.front());
}

}  // namespace

Cohesion::Cohesion(const CohesionWords& words) {
  const std::vector<std::string>* const lists[] = {&words.before_words, &words.before_numbers, &words.after_numbers};
  for (std::size_t i = 0; i < std::size(lists); ++i)
    for (const std::string& word : *lists[i])
      if (word.find('\n') == std::string::npos) (all_[i] += word) += '\n';
}

const Cohesion::Lists& Cohesion::lists() const {
  std::call_once(sorted_, [this] { lists_ = {sorted(all_[0]), sorted(all_[1]), sorted(all_[2])}; });
  return lists_;
}

Cohesion::Words Cohesion::sorted(std::string_view words) {
  Words all;
  for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end + 1) {
    end = words.find('\n', begin);
    all.push_back(to_utf16(words.substr(begin, end - begin)));
  }
  std::sort(all.begin(), all.end());
  return all;
}

bool Cohesion::has(const Words& words, std::u16string_view word) {
  if (std::binary_search(words.begin(), words.end(), word)) return true;
  if (word.empty() || !u_isupper(word.front())) return false;
  std::u16string lower(word);
  lower.front() = static_cast<char16_t>(u_tolower(lower.front()));
  return std::binary_search(words.begin(), words.end(), std::u16string_view(lower));
}

bool Cohesion::holds(std::u16string_view text, std::uint32_t at) const {
  if (at < 2 || at >= text.size() || text[at - 1] != u' ') return false;
  const std::u16string_view before = word_before(text, at - 1);
  const std::u16string_view after = word_after(text, at);
  if (before.empty() || before.size() > longest_word) return false;
  // What is nothing but an opening or closing mark is no word, but a dash or a sign is.
  if (after.empty() || after.size() > longest_word) return has(lists().before_words, before);
  if (always_hold(before, after) || has(lists().before_words, before)) return true;
  if (is_digit(after.front()) && has(lists().before_numbers, before)) return true;
  if (!is_digit(before.back())) return false;
  return has(lists().after_numbers, after) ||
         has(lists().after_numbers, text.substr(after.data() - text.data(), after.size() + 1));
}

}  // namespace handbill
