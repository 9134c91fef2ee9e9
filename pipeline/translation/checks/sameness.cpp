#include "translation/checks/sameness.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "translation/folded_text.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

bool is_capitalised(const std::string& word) {
  const UChar32 first = to_icu(word).char32At(0);
  return u_isupper(first) != 0 || u_istitle(first) != 0;
}

/// A name has small words in it too, but no more than others: "No Tech for Apartheid"; in two words the first capital
/// is the sentence's. A letter alone says nothing.
bool is_name(std::vector<std::string> words) {
  std::erase_if(words, [](const std::string& word) { return to_icu(word).countChar32() < 2; });
  const auto capitalised = std::count_if(words.begin(), words.end(), is_capitalised);
  const auto twice = 2 * static_cast<std::size_t>(capitalised);
  return words.empty() || twice > words.size() || (twice == words.size() && capitalised > 1);
}

}  // namespace

bool check_sameness(const CheckedText& text, Diagnostics& found) {
  if (fold_text(text.source.plain) != fold_text(text.target.plain)) return false;
  if (is_name(words_in(text.target.prose))) return false;
  found.push_back(remark(text, "same-as-source",
                         fmt::format("the translation of \"{}\" is the same as its source", text.unit.unit.id),
                         "translate it, or leave the target empty until somebody does"));
  return true;
}

}  // namespace handbill
