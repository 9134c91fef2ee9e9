// What can be seen of a file without reading it.
#pragma once

#include <cstdint>
#include <string>

namespace handbill {

/// What stat says. While it stays the same, so does the file, unless the stamp is young (below).
struct Stamp {
  enum class Kind : std::uint8_t {
    missing,
    file,
    folder,
    other,   ///< a device, a pipe
    unknown  ///< stat failed for another reason than that there is nothing
  };
  Kind kind = Kind::missing;
  std::uint64_t size = 0;     ///< 0 for folders, whose size says nothing
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  std::int64_t changed = 0;   ///< likewise; unlike `modified`, nobody can set it
  std::uint64_t inode = 0;
  friend bool operator==(const Stamp&, const Stamp&) = default;

  bool there() const { return kind != Kind::missing && kind != Kind::unknown; }
};

Stamp stamp_of(const std::string& path);

/// The time by the clock that file systems stamp with. It ticks every few milliseconds.
std::int64_t stamping_time();

/// Whether a file might have been written once more after it was looked at at `seen` (a stamping_time()) without its
/// stamp changing, because that happened within one tick: git calls such an entry of its index racily clean. Only its
/// bytes say then whether it is the same.
bool is_young(const Stamp& stamp, std::int64_t seen);

}  // namespace handbill
