// How alike two texts are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace handbill {

/// A text as its words, numbered by a Words.
using WordList = std::vector<std::uint32_t>;

/// Takes texts apart into words (UAX #29, letters in one case, punctuation left out) and numbers them. Only the first
/// limits::similar_text_words words of a text count.
class Words {
 public:
  Words();
  ~Words();
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  WordList of(std::string_view utf8);

 private:
  struct Iterator;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unique_ptr<Iterator> iterator_;
};

/// Dice's coefficient, 2·c / (a + b), from 0 to 1, where c counts the words that both have, in any order.
double shared_words(const WordList& a, const WordList& b);

/// The same where c is the longest common subsequence: the words that both have in the same order. Never more than
/// shared_words(). Costs the product of the lengths. Two texts without words are alike.
double similarity(const WordList& a, const WordList& b);

}  // namespace handbill
