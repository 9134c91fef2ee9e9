// Pairs of texts that are much alike.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace handbill {

struct SimilarText {
  std::string_view id;
  std::string_view text;
  std::string_view earlier;  ///< what it was before, which counts as well; empty when there is nothing
  std::size_t number = 0;    ///< the caller's
};

/// Pairs wanted texts with offered ones, as match_units() says, by their numbers: the best pair first, each text once.
std::vector<std::pair<std::size_t, std::size_t>> pair_similar(const std::vector<SimilarText>& wanted,
                                                              const std::vector<SimilarText>& offered);

}  // namespace handbill
