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
#include "text/shared_cache.h"

namespace handbill {

/// libhyphen's patterns of one language. Immutable but for what it remembers of the words it was asked about; threads
/// may share it.
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

 private:
  struct Free {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };

  Hyphenator(Language language, std::shared_ptr<HyphenDict> patterns);
  Points ask(std::u16string_view word) const;
  std::string encoded(std::u16string_view word) const;

  Language language_;
  std::shared_ptr<HyphenDict> patterns_;
  std::unique_ptr<UConverter, Free> converter_;  ///< to the patterns' character set; used under the mutex
  mutable std::mutex mutex_;
  mutable SharedCache<Points> known_;
};

}  // namespace handbill
