#include "manifest/observed_files.h"

namespace handbill {
namespace {

/// To be filled in: from before the look, so that what is saved in the meantime is a change.
Observation begin(Look look) {
  const std::int64_t now = stamping_time();
  Observation seen{.look = std::move(look), .seen = now};
  seen.stamp = stamp_of(seen.look.path);
  return seen;
}

}  // namespace

ReadResult ObservedFiles::read(const std::filesystem::path& path, std::size_t limit) const {
  Observation seen = begin(look_through(disk_, Look::At::bytes, path));
  return keep_read(std::move(seen), disk_.read(path, limit));
}

ReadResult ObservedFiles::read_within(const std::filesystem::path& folder, const std::filesystem::path& path,
                                      std::size_t limit) const {
  Observation seen = begin({Look::At::bytes, path.native(), disk_.bounds_of(path).value_or(folder).native()});
  return keep_read(std::move(seen), disk_.read_within(folder, path, limit));
}

std::optional<std::filesystem::path> ObservedFiles::bounds_of(const std::filesystem::path& path) const {
  return disk_.bounds_of(path);
}

bool ObservedFiles::exists(const std::filesystem::path& path) const {
  Observation seen = begin(look_through(disk_, Look::At::existence, path));
  seen.found = disk_.exists(path);
  seen.certain = seen.stamp.kind != Stamp::Kind::unknown;
  keep(Observation(seen));
  return seen.found;
}

std::vector<std::string> ObservedFiles::names_in(const std::filesystem::path& folder) const {
  Observation seen = begin(look_through(disk_, Look::At::names, folder));
  std::vector<std::string> names = disk_.names_in(folder);
  seen.found = seen.stamp.there();
  seen.certain = seen.stamp.kind != Stamp::Kind::unknown;
  seen.digest = digest_of_names(names);
  keep(std::move(seen));
  return names;
}

Observation ObservedFiles::observation(const Look& look) const {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = seen_.find(look); known != seen_.end()) return *known;
  }
  Observation seen = observe(look);
  if (is_young(seen.stamp, begun_)) seen.certain = false;
  keep(Observation(seen));
  return seen;
}

void ObservedFiles::observe_bytes(const std::filesystem::path& path, std::span<const std::byte> bytes) const {
  keep(observed({reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                look_through(disk_, Look::At::bytes, path)));
}

std::vector<Observation> ObservedFiles::all() const {
  const std::lock_guard lock(mutex_);
  return {seen_.begin(), seen_.end()};
}

ReadResult ObservedFiles::keep_read(Observation&& seen, ReadResult&& read) const {
  seen.found = read.status != ReadResult::Status::missing;
  seen.certain = read.ok() || !seen.found;
  if (read.ok()) seen.digest = digest_of(read.bytes);
  keep(std::move(seen));
  return std::move(read);
}

void ObservedFiles::keep(Observation&& seen) const {
  const std::lock_guard lock(mutex_);
  const auto known = seen_.find(seen);
  if (known == seen_.end()) {
    seen_.insert(std::move(seen));
  } else if (!known->agrees_with(seen)) {
    // Somebody has changed it while it was used.
    auto node = seen_.extract(known);
    node.value().certain = false;
    seen_.insert(std::move(node));
  }
}

}  // namespace handbill
