// How many words a text has.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace handbill {

/// Counts as UAX #29 parts words, with ICU's dictionaries for languages that put no spaces between words.
/// Numbers are words, punctuation is none. Opening one costs more than counting a page.
class WordCounter {
 public:
  WordCounter();
  ~WordCounter();
  WordCounter(const WordCounter&) = delete;
  WordCounter& operator=(const WordCounter&) = delete;

  std::size_t count(std::string_view utf8);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
};

}  // namespace handbill
