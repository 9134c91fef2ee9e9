// Which of a build's files is begun when.
#pragma once

#include <cstddef>
#include <vector>

#include "project/plan.h"

namespace handbill {

/// How many of the last files are begun the longest first.
inline constexpr std::size_t sorted_files = 48;

/// The files' indices in the order in which they are to be begun: a document's one after the other, so that it can be
/// let go, and the last of all the longest first, so that all threads come to their end at about the same time
/// (longest processing time first, Graham 1969).
std::vector<std::size_t> work_order(const Plan& plan, const std::vector<SourcePage>& pages);

}  // namespace handbill
