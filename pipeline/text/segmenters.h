// Where text may be cut: ICU's break iterators and libhyphen's patterns, opened once and lent out.
//
// Opening one reads its rules and costs as much as setting a page; an open one can be pointed at any text. Threads may
// share a Segmenters: each borrows an iterator of its own, and patterns are shared.
#pragma once

#include <unicode/ubrk.h>

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "text/hyphenator.h"

namespace handbill {

class Segmenters {
 public:
  struct Close {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
  };
  using Iterator = std::unique_ptr<UBreakIterator, Close>;

  /// A borrowed iterator, given back at the end of the lease. The text must outlive the lease.
  class Lease {
   public:
    Lease(const Segmenters& owner, std::string key, Iterator iterator)
        : owner_(owner), key_(std::move(key)), iterator_(std::move(iterator)) {}
    ~Lease() { owner_.give_back(key_, std::move(iterator_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    UBreakIterator* get() const { return iterator_.get(); }

   private:
    const Segmenters& owner_;
    std::string key_;
    Iterator iterator_;
  };

  Lease lines(const Language& language, std::u16string_view text) const;
  Lease graphemes(std::u16string_view text) const;

  /// The patterns for a language; null when there are none. Lives as long as this.
  const Hyphenator* hyphenator(const Language& language) const;

  /// Where patterns were looked for so far; not all of these files are there.
  std::vector<std::filesystem::path> pattern_files() const;

 private:
  Lease borrow(UBreakIteratorType type, const std::string& locale, std::u16string_view text) const;
  void give_back(const std::string& key, Iterator iterator) const;

  mutable std::mutex mutex_;
  mutable std::map<std::string, std::vector<Iterator>> idle_;
  mutable std::mutex patterns_mutex_;
  mutable std::map<Language, std::shared_ptr<const Hyphenator>> hyphenators_;
};

}  // namespace handbill
