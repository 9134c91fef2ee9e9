// The disk, with a memory of what was looked at.
#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "core/files.h"
#include "manifest/observation.h"

namespace handbill {

/// Reads from the disk and keeps what came of it. Threads may share it.
class ObservedFiles final : public Files {
 public:
  explicit ObservedFiles(DiskFiles disk = {}) : disk_(std::move(disk)) {}

  ReadResult read(const std::filesystem::path& path, std::size_t limit) const override;
  ReadResult read_within(const std::filesystem::path& folder, const std::filesystem::path& path,
                         std::size_t limit) const override;
  std::optional<std::filesystem::path> bounds_of(const std::filesystem::path& path) const override;
  bool exists(const std::filesystem::path& path) const override;
  std::vector<std::string> names_in(const std::filesystem::path& folder) const override;

  /// What came of a look that was made through this. One that was not is made now, for whoever looked past this: it is
  /// uncertain what he saw if there has been a change since this was made.
  Observation observation(const Look& look) const;

  /// Takes in bytes that somebody has read from a file past this, most likely by mapping it.
  void observe_bytes(const std::filesystem::path& path, std::span<const std::byte> bytes) const;

  /// In order of path.
  std::vector<Observation> all() const;

 private:
  struct ByLook {
    using is_transparent = void;
    bool operator()(const Observation& a, const Observation& b) const { return a.look < b.look; }
    bool operator()(const Observation& a, const Look& b) const { return a.look < b; }
    bool operator()(const Look& a, const Observation& b) const { return a < b.look; }
  };

  ReadResult keep_read(Observation&& seen, ReadResult&& read) const;
  void keep(Observation&& seen) const;

  DiskFiles disk_;
  std::int64_t begun_ = stamping_time();
  mutable std::mutex mutex_;
  mutable std::set<Observation, ByLook> seen_;
};

}  // namespace handbill
