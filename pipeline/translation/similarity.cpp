#include "translation/similarity.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>

#include <algorithm>

#include "core/diagnostic.h"
#include "core/limits.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

double dice(std::size_t common, std::size_t a, std::size_t b) {
  return a + b == 0 ? 1 : 2 * static_cast<double>(common) / static_cast<double>(a + b);
}

}  // namespace

struct Words::Iterator {
  std::unique_ptr<icu::BreakIterator> breaks;
};

Words::Words() : iterator_(std::make_unique<Iterator>()) {
  UErrorCode status = U_ZERO_ERROR;
  iterator_->breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) internal_error("ICU has no rules for words");
}

Words::~Words() = default;

WordList Words::of(std::string_view utf8) {
  const icu::UnicodeString text = to_icu(utf8);
  icu::BreakIterator& breaks = *iterator_->breaks;
  breaks.setText(text);
  WordList words;
  std::int32_t start = breaks.first();
  for (std::int32_t end = breaks.next(); end != icu::BreakIterator::DONE && words.size() < limits::similar_text_words;
       start = end, end = breaks.next()) {
    if (breaks.getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    icu::UnicodeString word(text, start, end - start);
    const auto number = static_cast<std::uint32_t>(numbers_.size());
    words.push_back(numbers_.emplace(from_icu(word.foldCase()), number).first->second);
  }
  return words;
}

double shared_words(const WordList& a, const WordList& b) {
  WordList left = a;
  WordList right = b;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  WordList both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return dice(both.size(), a.size(), b.size());
}

double similarity(const WordList& a, const WordList& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const std::uint32_t word : a) {
    std::size_t diagonal = 0;
    for (std::size_t column = 1; column <= b.size(); ++column) {
      const std::size_t above = row[column];
      row[column] = word == b[column - 1] ? diagonal + 1 : std::max(above, row[column - 1]);
      diagonal = above;
    }
  }
  return dice(row.back(), a.size(), b.size());
}

}  // namespace handbill
