#include "app/watched_files.h"

#include <algorithm>

namespace handbill {
namespace {

bool differ(Look::At at, const Stamp& then, const Stamp& now) {
  return at == Look::At::existence ? then.there() != now.there() : then != now;
}

}  // namespace

void WatchedFiles::watch(const std::vector<Observation>& observations) {
  for (const Observation& one : observations) seen_.insert_or_assign(one.look, one.stamp);
}

std::vector<std::filesystem::path> WatchedFiles::take_changed() {
  std::vector<std::filesystem::path> changed;
  for (auto& [look, stamp] : seen_) {
    const Stamp now = stamp_of(look.path);
    if (differ(look.at, stamp, now)) changed.push_back(look.path);
    stamp = now;
  }
  std::sort(changed.begin(), changed.end());
  changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
  return changed;
}

}  // namespace handbill
