#include "text/hyphenator.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cstdlib>

#include "core/files.h"
#include "core/limits.h"
#include "text/pattern_pack.h"

namespace handbill {
namespace {

constexpr int least_before = 2;  // letters
constexpr int least_after = 3;

using Subtag = std::int32_t (*)(const char*, char*, std::int32_t, UErrorCode*);

std::string subtag(Subtag get, const std::string& locale) {
  char buffer[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  get(locale.c_str(), buffer, sizeof buffer, &status);
  return U_SUCCESS(status) ? buffer : "";
}

/// "nl" becomes "nl_Latn_NL".
std::string most_likely(const std::string& locale) {
  return subtag(uloc_addLikelySubtags, locale);
}

std::vector<std::string> names_for(const Language& language) {
  const std::string code = subtag(uloc_getLanguage, language.tag());
  const std::string region = subtag(uloc_getCountry, language.tag());
  std::vector<std::string> names;
  if (!region.empty()) names.push_back(code + "_" + region);
  names.push_back(code);
  names.push_back(code + "_" + subtag(uloc_getCountry, most_likely(code)));
  return names;
}

/// In lower case, as patterns are; empty when that changes how long it is.
std::u16string lower_case(std::u16string_view word, const Language& language) {
  std::u16string lower(word.size(), u'\0');
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(word.size());
  const std::int32_t written = u_strToLower(lower.data(), size, word.data(), size, language.tag().c_str(), &status);
  return U_SUCCESS(status) && written == size ? lower : std::u16string();
}

/// libhyphen's answer for one word, with the memory it allocates for spellings that change at the break.
struct Answer {
  std::string marks;
  char** spellings = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  std::size_t size;

  explicit Answer(std::size_t bytes) : marks(bytes + 5, '\0'), size(bytes) {}
  Answer(const Answer&) = delete;
  Answer& operator=(const Answer&) = delete;
  ~Answer() {
    if (spellings != nullptr)
      for (std::size_t i = 0; i < size; ++i) std::free(spellings[i]);
    std::free(spellings);
    std::free(positions);
    std::free(cuts);
  }

  bool breaks_plainly_after(std::size_t letter) const {
    const bool breaks = (marks[letter] & 1) != 0;
    return breaks && (spellings == nullptr || spellings[letter] == nullptr);
  }
};

/// What a file says, null when that is nothing. libhyphen takes as long to read one as a small document takes for all
/// the rest, so that a file which has not changed since the program was built is not read again.
std::shared_ptr<HyphenDict> patterns_in(const std::filesystem::path& path) {
  const ReadResult read = DiskFiles().read(path, limits::source_bytes);
  if (!read.ok()) return nullptr;
  for (const KnownPatterns& known : embedded::patterns())
    if (known.text == read.bytes) return unpack_patterns(known.packed);
  HyphenDict* const patterns = hnj_hyphen_load(path.c_str());
  return patterns == nullptr ? nullptr : std::shared_ptr<HyphenDict>(patterns, &hnj_hyphen_free);
}

}  // namespace

std::shared_ptr<const Hyphenator> Hyphenator::find(const Language& language, const std::filesystem::path& folder) {
  for (const auto& path : pattern_files(language, folder)) {
    auto patterns = patterns_in(path);
    if (patterns == nullptr) continue;
    return std::shared_ptr<const Hyphenator>(new Hyphenator(language, std::move(patterns)));
  }
  return nullptr;
}

std::vector<std::filesystem::path> Hyphenator::pattern_files(const Language& language,
                                                             const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const std::string& name : names_for(language)) files.push_back(folder / ("hyph_" + name + ".dic"));
  return files;
}

Hyphenator::Hyphenator(Language language, std::shared_ptr<HyphenDict> patterns)
    : language_(std::move(language)), patterns_(std::move(patterns)), known_(limits::hyphenated_bytes) {
  UErrorCode status = U_ZERO_ERROR;
  converter_.reset(ucnv_open(patterns_->cset, &status));
  if (converter_)
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
}

std::shared_ptr<const Hyphenator::Points> Hyphenator::points(std::u16string_view word) const {
  const std::string_view key(reinterpret_cast<const char*>(word.data()), word.size() * sizeof(char16_t));
  if (auto known = known_.find(key)) return known;
  auto found = std::make_shared<const Points>(ask(word));
  known_.keep(key, found, sizeof(Points) + found->size() * sizeof(Points::value_type));
  return found;
}

Hyphenator::Points Hyphenator::ask(std::u16string_view word) const {
  if (word.empty() || word.size() > limits::hyphenated_word_units || !converter_) return {};
  const std::u16string lower = lower_case(word, language_);
  const std::string bytes = encoded(lower);
  Points points;
  if (bytes.empty()) return points;
  Answer answer(bytes.size());
  if (hnj_hyphen_hyphenate3(patterns_.get(), bytes.c_str(), static_cast<int>(bytes.size()), answer.marks.data(),
                            nullptr, &answer.spellings, &answer.positions, &answer.cuts, least_before, least_after,
                            least_before, least_after) != 0)
    return points;
  std::size_t letter = 0;
  for (std::size_t at = 0; at < lower.size(); ++letter) {
    U16_FWD_1(lower.data(), at, lower.size());
    if (at < lower.size() && answer.breaks_plainly_after(letter)) points.push_back(static_cast<std::uint32_t>(at));
  }
  return points;
}

/// In the patterns' character set; empty when that lacks a letter.
std::string Hyphenator::encoded(std::u16string_view word) const {
  std::string bytes(word.size() * 4 + 1, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::lock_guard lock(mutex_);
  const std::int32_t size = ucnv_fromUChars(converter_.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                            word.data(), static_cast<std::int32_t>(word.size()), &status);
  bytes.resize(U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0);
  return bytes;
}

}  // namespace handbill
