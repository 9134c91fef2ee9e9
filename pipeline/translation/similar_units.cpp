#include "translation/similar_units.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "core/limits.h"
#include "translation/similarity.h"

namespace handbill {
namespace {

constexpr double least_similarity = 0.6;
constexpr double least_with_same_id = 0.4;

struct Pair {
  double similarity = 0;
  bool same_id = false;
  std::size_t wanted = 0;
  std::size_t offered = 0;

  /// The better one first.
  friend bool operator<(const Pair& a, const Pair& b) {
    return std::make_tuple(-a.similarity, !a.same_id, a.wanted, a.offered) <
           std::make_tuple(-b.similarity, !b.same_id, b.wanted, b.offered);
  }
};

class Pairing {
 public:
  Pairing(const std::vector<SimilarText>& wanted, const std::vector<SimilarText>& offered)
      : wanted_(wanted), offered_(offered) {
    for (const SimilarText& one : wanted) wanted_words_.push_back(words_.of(one.text));
    for (const SimilarText& one : offered) {
      offered_words_.push_back(words_.of(one.text));
      earlier_words_.push_back(words_.of(one.earlier));
    }
    for (std::size_t index = 0; index < offered.size(); ++index) by_id_.emplace(offered[index].id, index);
  }

  std::vector<Pair> run() {
    // Every pair while they are few; else the texts that share words with one, of which the likeliest are compared.
    const bool few = wanted_.size() * offered_.size() <= limits::similar_pairs;
    if (!few) index_words();
    for (std::size_t index = 0; index < wanted_.size(); ++index) {
      if (few) {
        for (std::size_t other = 0; other < offered_.size(); ++other) compare(index, other);
      } else {
        for (const std::size_t other : likely(index)) compare(index, other);
      }
    }
    std::sort(pairs_.begin(), pairs_.end());
    return std::move(pairs_);
  }

 private:
  void index_words() {
    for (std::size_t index = 0; index < offered_.size(); ++index) {
      for (const WordList* words : {&offered_words_[index], &earlier_words_[index]})
        for (const std::uint32_t word : *words) {
          auto& texts = texts_of_[word];
          const bool known = !texts.empty() && texts.back() == index;
          if (!known && texts.size() <= limits::texts_of_a_word) texts.push_back(index);
        }
    }
  }

  /// The offered texts that share most rare words with a wanted one, and the one with its id.
  std::vector<std::size_t> likely(std::size_t wanted) const {
    std::map<std::size_t, std::size_t> shared;
    for (const std::uint32_t word : wanted_words_[wanted]) {
      const auto texts = texts_of_.find(word);
      if (texts == texts_of_.end() || texts->second.size() > limits::texts_of_a_word) continue;
      for (const std::size_t text : texts->second) ++shared[text];
    }
    std::vector<std::pair<std::size_t, std::size_t>> order(shared.begin(), shared.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::size_t> found;
    for (std::size_t index = 0; index < std::min(order.size(), limits::similar_texts); ++index)
      found.push_back(order[index].first);
    const auto same = by_id_.find(wanted_[wanted].id);
    if (same != by_id_.end() && std::find(found.begin(), found.end(), same->second) == found.end())
      found.push_back(same->second);
    return found;
  }

  void compare(std::size_t wanted, std::size_t offered) {
    Pair pair{0, !wanted_[wanted].id.empty() && wanted_[wanted].id == offered_[offered].id, wanted, offered};
    const double least = pair.same_id ? least_with_same_id : least_similarity;
    pair.similarity = alike(wanted_words_[wanted], offered_words_[offered], least);
    const SimilarText& offer = offered_[offered];
    if (!offer.earlier.empty())
      pair.similarity = std::max(pair.similarity, alike(wanted_words_[wanted], earlier_words_[offered], least));
    if (pair.similarity >= least) pairs_.push_back(pair);
  }

  double alike(const WordList& a, const WordList& b, double least) {
    // Signs alone say nothing about each other.
    if (a.empty() || b.empty()) return 0;
    const double shared = shared_words(a, b);
    if (shared < least || spent_ > limits::similar_words) return shared;
    spent_ += a.size() * b.size();
    return similarity(a, b);
  }

  const std::vector<SimilarText>& wanted_;
  const std::vector<SimilarText>& offered_;
  Words words_;
  std::vector<WordList> wanted_words_;
  std::vector<WordList> offered_words_;
  std::vector<WordList> earlier_words_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> texts_of_;
  std::vector<Pair> pairs_;
  std::size_t spent_ = 0;
};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> pair_similar(const std::vector<SimilarText>& wanted,
                                                              const std::vector<SimilarText>& offered) {
  std::vector<bool> wanted_taken(wanted.size(), false);
  std::vector<bool> offered_taken(offered.size(), false);
  std::vector<std::pair<std::size_t, std::size_t>> chosen;
  for (const Pair& pair : Pairing(wanted, offered).run()) {
    if (wanted_taken[pair.wanted] || offered_taken[pair.offered]) continue;
    wanted_taken[pair.wanted] = true;
    offered_taken[pair.offered] = true;
    chosen.emplace_back(wanted[pair.wanted].number, offered[pair.offered].number);
  }
  return chosen;
}

}  // namespace handbill
