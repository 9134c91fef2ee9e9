#include "text/segmenters.h"

#include "core/diagnostic.h"

namespace handbill {

Segmenters::Lease Segmenters::lines(const Language& language, std::u16string_view text) const {
  return borrow(UBRK_LINE, language.tag(), text);
}

Segmenters::Lease Segmenters::graphemes(std::u16string_view text) const {
  return borrow(UBRK_CHARACTER, "und", text);
}

const Hyphenator* Segmenters::hyphenator(const Language& language) const {
  const std::lock_guard lock(patterns_mutex_);
  const auto known = hyphenators_.find(language);
  if (known != hyphenators_.end()) return known->second.get();
  return hyphenators_.emplace(language, Hyphenator::find(language, HANDBILL_HYPHEN_FOLDER)).first->second.get();
}

std::vector<std::filesystem::path> Segmenters::pattern_files() const {
  const std::lock_guard lock(patterns_mutex_);
  std::vector<std::filesystem::path> files;
  for (const auto& [language, hyphenator] : hyphenators_) {
    const auto tried = Hyphenator::pattern_files(language, HANDBILL_HYPHEN_FOLDER);
    files.insert(files.end(), tried.begin(), tried.end());
  }
  return files;
}

Segmenters::Lease Segmenters::borrow(UBreakIteratorType type, const std::string& locale,
                                     std::u16string_view text) const {
  const std::string key = std::to_string(static_cast<int>(type)) + locale;
  Iterator iterator;
  {
    const std::lock_guard lock(mutex_);
    auto& idle = idle_[key];
    if (!idle.empty()) {
      iterator = std::move(idle.back());
      idle.pop_back();
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  if (!iterator) iterator.reset(ubrk_open(type, locale.c_str(), nullptr, 0, &status));
  if (U_SUCCESS(status)) ubrk_setText(iterator.get(), text.data(), static_cast<std::int32_t>(text.size()), &status);
  if (U_FAILURE(status)) internal_error("ICU has no break rules");
  return {*this, key, std::move(iterator)};
}

void Segmenters::give_back(const std::string& key, Iterator iterator) const {
  const std::lock_guard lock(mutex_);
  idle_[key].push_back(std::move(iterator));
}

}  // namespace handbill
