// Where words may be hyphenated, by the patterns of a language.
#pragma once

#include <hyphen.h>
#include <unicode/ucnv.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "text/pattern_file.h"
#include "text/shared_cache.h"

namespace handbill {

/// The patterns of one language, looked up in their file (PatternFile) where that gives libhyphen's answers, else read
/// by libhyphen. Immutable but for what it remembers of the words it was asked about; threads may share it.
class Hyphenator {
 public:
  /// The patterns for a language among the files hyph_<language>[_REGION].dic of `folder`: those of its region, of no
  /// region, of its most likely region. Null when there are none.
  static std::shared_ptr<const Hyphenator> find(const Language& language, const std::filesystem::path& folder);

  /// The files that find() tries, in its order.
  static std::vector<std::filesystem::path> pattern_files(const Language& language,
                                                          const std::filesystem::path& folder);

  using Points = std::vector<std::uint32_t>;

  /// The offsets in a word before which it may be broken with nothing but a hyphen. Two letters at least stay on the
  /// line and three go to the next.
  std::shared_ptr<const Points> points(std::u16string_view word) const;

  /// What libhyphen itself says, of any word.
  Points ask_libhyphen(std::u16string_view word) const;

 private:
  struct Free {
    void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  /// A word as the patterns have it: in small letters, and these in their character set.
  struct Spelling {
    std::u16string letters;
    std::string bytes;  ///< empty when the character set lacks a letter
  };

  Hyphenator(Language language, std::filesystem::path path);
  HyphenDict* dictionary() const;
  bool find_converter(const std::string& character_set);
  Points ask(std::u16string_view word) const;
  Points look_up(const Spelling& word) const;
  Points ask_libhyphen(const Spelling& word) const;
  Spelling spell(std::u16string_view word) const;
  std::string encoded(std::u16string_view word) const;

  Language language_;
  std::filesystem::path path_;
  std::unique_ptr<const PatternFile> file_;  ///< null when only libhyphen understands it
  mutable std::once_flag read_;
  mutable std::unique_ptr<HyphenDict, Free> dictionary_;
  bool utf8_ = false;
  std::unique_ptr<UConverter, Free> converter_;  ///< to the patterns' character set; used under the mutex
  mutable std::mutex mutex_;
  mutable SharedCache<Points> known_;
};

}  // namespace handbill
