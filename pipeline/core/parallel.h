// The same work for many things, several at a time.
#pragma once

#include <cstddef>
#include <functional>

namespace handbill {

/// Calls `work` once for every index below `count`, on at most `workers` threads (0: as many as the machine has
/// processors; this thread is one of them). Returns when all are done. When one throws, no further ones are begun and
/// the exception of the lowest index is thrown on.
void for_each_index(std::size_t count, std::size_t workers, const std::function<void(std::size_t)>& work);

}  // namespace handbill
