#include "manifest/stamp.h"

#include <sys/stat.h>

#include <cerrno>
#include <ctime>

namespace handbill {
namespace {

constexpr std::int64_t second = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) {
  return time.tv_sec * second + time.tv_nsec;
}

Stamp::Kind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return Stamp::Kind::file;
  return S_ISDIR(mode) ? Stamp::Kind::folder : Stamp::Kind::other;
}

}  // namespace

Stamp stamp_of(const std::string& path) {
  struct stat found = {};
  const char* name = path.empty() ? "." : path.c_str();
  if (::stat(name, &found) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return {.kind = missing ? Stamp::Kind::missing : Stamp::Kind::unknown};
  }
  const Stamp::Kind kind = kind_of(found.st_mode);
  return {.kind = kind,
          .size = kind == Stamp::Kind::folder ? 0 : static_cast<std::uint64_t>(found.st_size),
          .modified = nanoseconds(found.st_mtim),
          .changed = nanoseconds(found.st_ctim),
          .inode = found.st_ino};
}

std::int64_t stamping_time() {
  timespec now = {};
  ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
  return nanoseconds(now);
}

bool is_young(const Stamp& stamp, std::int64_t seen) {
  const std::int64_t latest = stamp.changed;
  // FAT and some network file systems count in steps of up to two seconds.
  const std::int64_t tick = latest % second == 0 ? 2 * second : 0;
  return stamp.there() && latest + tick >= seen;
}

}  // namespace handbill
