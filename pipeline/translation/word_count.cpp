#include "translation/word_count.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>

#include "core/diagnostic.h"
#include "translation/icu_values.h"

namespace handbill {

struct WordCounter::Iterator {
  std::unique_ptr<icu::BreakIterator> breaks;
};

WordCounter::WordCounter() : iterator_(std::make_unique<Iterator>()) {
  UErrorCode status = U_ZERO_ERROR;
  iterator_->breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) internal_error("ICU has no rules for words");
}

WordCounter::~WordCounter() = default;

std::size_t WordCounter::count(std::string_view utf8) {
  const icu::UnicodeString text = to_icu(utf8);
  icu::BreakIterator& breaks = *iterator_->breaks;
  breaks.setText(text);
  std::size_t words = 0;
  for (breaks.first(); breaks.next() != icu::BreakIterator::DONE;)
    if (breaks.getRuleStatus() >= UBRK_WORD_NONE_LIMIT) ++words;
  return words;
}

}  // namespace handbill
