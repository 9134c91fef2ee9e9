// How files are looked at, and by whom.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/files.h"

namespace handbill {

/// A look at the disk. What comes of it may change: a file that was not there counts as much as one that was.
struct Look {
  enum class At : std::uint8_t { bytes, existence, names };
  At at = At::bytes;
  // Strings: an archive's build keeps thousands of looks, and a path takes five times as much.
  std::string path;
  std::optional<std::string> bounds;  ///< what no link may lead out of on the way
  friend bool operator==(const Look&, const Look&) = default;
  friend auto operator<=>(const Look&, const Look&) = default;
};

using Looks = std::vector<Look>;

/// As `files` would look.
Look look_through(const Files& files, Look::At at, const std::filesystem::path& path);

/// Other Files, with a list of what was looked at through it. Threads may share it.
class LoggedFiles final : public Files {
 public:
  /// `files` is borrowed.
  explicit LoggedFiles(const Files& files) : files_(files) {}

  ReadResult read(const std::filesystem::path& path, std::size_t limit) const override;
  ReadResult read_within(const std::filesystem::path& folder, const std::filesystem::path& path,
                         std::size_t limit) const override;
  std::optional<std::filesystem::path> bounds_of(const std::filesystem::path& path) const override;
  bool exists(const std::filesystem::path& path) const override;
  std::vector<std::string> names_in(const std::filesystem::path& folder) const override;

  /// Each once.
  Looks looks() const;

 private:
  void log(Look look) const;

  const Files& files_;
  mutable std::mutex mutex_;
  mutable Looks looks_;
};

}  // namespace handbill
