// The disk, with a memory of what was looked at.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/files.h"

namespace handbill {

/// Reads from the disk and keeps what each file and folder was like when it was first asked for, so that it can be told
/// which have changed since. Files that were not there are remembered as well. Threads may share it.
class WatchedFiles final : public Files {
 public:
  /// Of the project in a folder; empty for the current one.
  explicit WatchedFiles(std::filesystem::path project = {}) : disk_(std::move(project)) {}

  ReadResult read(const std::filesystem::path& path, std::size_t limit) const override;
  ReadResult read_within(const std::filesystem::path& folder, const std::filesystem::path& path,
                         std::size_t limit) const override;
  std::optional<std::filesystem::path> bounds_of(const std::filesystem::path& path) const override;
  bool exists(const std::filesystem::path& path) const override;
  std::vector<std::string> names_in(const std::filesystem::path& folder) const override;

  /// What is no longer as it was, in order of path; from now on that counts as it is.
  std::vector<std::filesystem::path> take_changed();

 private:
  /// What changes when a file is saved, replaced or removed.
  struct Stamp {
    bool there = false;
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;
    std::uint64_t size = 0;
    std::uint64_t file = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  static Stamp stamp_of(const std::filesystem::path& path);
  void remember(const std::filesystem::path& path) const;

  DiskFiles disk_;
  mutable std::mutex mutex_;
  mutable std::map<std::filesystem::path, Stamp> seen_;
};

}  // namespace handbill
