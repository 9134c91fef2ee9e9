// Breaking a paragraph as a whole (D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", 1981).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "text/pieces.h"

namespace handbill {

struct TotalFitRequest {
  const std::vector<Piece>& pieces;
  Length first_room;  ///< of the first line
  Length room;        ///< of the others
  Length em;          ///< the type size
  bool justify = false;
  bool balanced = false;  ///< the last line is to be as long as the others
  bool hanging = false;   ///< what hangs at a line's edges takes no room
  int looseness = 0;
  /// How bad a line may be, as the third power of its adjustment ratio times 100; nothing for any line at all.
  std::optional<double> tolerance;
};

/// The number of pieces in each line, so that the sum of the lines' demerits is as small as it can be: for spaces that
/// are stretched or pressed and letters that are scaled (when not justified: for each line, and then for room left
/// over), for tight lines beside loose ones, hyphens, hyphens on consecutive lines and on the last line but one, a last
/// line shorter than an indent or nothing but the rest of a word. Nothing when every way has a line past the tolerance;
/// without a tolerance there is always an answer. Costs time in proportion to the pieces and to how many of them go
/// into a line.
std::optional<std::vector<std::size_t>> total_fit(const TotalFitRequest& request);

/// The demerits of one way to break the paragraph; infinite when a line is overfull or past the tolerance.
double demerits_of(const TotalFitRequest& request, const std::vector<std::size_t>& counts);

}  // namespace handbill
