// Two rows of texts laid side by side.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "translation/exchange/page_slots.h"

namespace handbill {

/// A place in the row: a slot of each page, or of one alone.
struct AlignedSlots {
  std::optional<std::size_t> source;
  std::optional<std::size_t> target;
  bool certain = true;  ///< false for a pair that could as well be with a neighbour of the same shape
};

/// The cheapest alignment that keeps both orders (dynamic programming, Needleman and Wunsch), where texts cost the
/// less the more they are alike in kind, shape, addresses, digits and length. Looks at no more than 16 million pairs,
/// near the diagonal, and takes a byte for each.
std::vector<AlignedSlots> align(const std::vector<PageSlot>& source, const std::vector<PageSlot>& target);

}  // namespace handbill
