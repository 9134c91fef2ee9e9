#include "app/watched_files.h"

#include <sys/stat.h>

namespace handbill {

ReadResult WatchedFiles::read(const std::filesystem::path& path, std::size_t limit) const {
  // Before it is read: what is saved in between is then a change.
  remember(path);
  return disk_.read(path, limit);
}

ReadResult WatchedFiles::read_within(const std::filesystem::path& folder, const std::filesystem::path& path,
                                     std::size_t limit) const {
  remember(path);
  return disk_.read_within(folder, path, limit);
}

std::optional<std::filesystem::path> WatchedFiles::bounds_of(const std::filesystem::path& path) const {
  return disk_.bounds_of(path);
}

bool WatchedFiles::exists(const std::filesystem::path& path) const {
  remember(path);
  return disk_.exists(path);
}

std::vector<std::string> WatchedFiles::names_in(const std::filesystem::path& folder) const {
  remember(folder);
  return disk_.names_in(folder);
}

std::vector<std::filesystem::path> WatchedFiles::take_changed() {
  const std::lock_guard lock(mutex_);
  std::vector<std::filesystem::path> changed;
  for (auto& [path, stamp] : seen_) {
    const Stamp now = stamp_of(path);
    if (now == stamp) continue;
    stamp = now;
    changed.push_back(path);
  }
  return changed;
}

WatchedFiles::Stamp WatchedFiles::stamp_of(const std::filesystem::path& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  return {.there = true,
          .seconds = found.st_mtim.tv_sec,
          .nanoseconds = found.st_mtim.tv_nsec,
          .size = S_ISDIR(found.st_mode) ? 0 : static_cast<std::uint64_t>(found.st_size),
          .file = found.st_ino};
}

void WatchedFiles::remember(const std::filesystem::path& path) const {
  const Stamp now = stamp_of(path);
  const std::lock_guard lock(mutex_);
  seen_.emplace(path, now);
}

}  // namespace handbill
