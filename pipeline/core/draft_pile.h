// Files that are put into place together.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace handbill {

class Draft;

/// Waiting for the disk once for many files takes hardly longer than waiting for it for one. What is added is a draft
/// on its way to the disk; it replaces the old file when some have gathered, or when put_in_place() is called. A
/// machine that crashes leaves each file as it was or as it was to be, and none that is in place is lost when
/// put_in_place() has returned. Drafts that still wait when the pile goes are given up. Everything throws MachineError;
/// threads may add to a pile at the same time.
class DraftPile {
 public:
  /// For files that may lie anywhere.
  DraftPile();
  /// For files in `root`, which no link leads out of on the way (empty for the current folder).
  explicit DraftPile(std::filesystem::path root);
  ~DraftPile();
  DraftPile(const DraftPile&) = delete;
  DraftPile& operator=(const DraftPile&) = delete;

  /// Makes the folder if it is not there.
  void add(const std::filesystem::path& path, std::string_view bytes);

  /// All that wait; those that can be, when some cannot, and then the first failure is thrown on.
  void put_in_place();

  /// Whether the file was added and could not be put in place.
  bool failed(const std::filesystem::path& path) const { return failed_.contains(path); }

 private:
  using Drafts = std::vector<std::unique_ptr<Draft>>;
  void put_in_place(const Drafts& drafts);

  std::optional<std::filesystem::path> root_;
  std::mutex mutex_;
  Drafts waiting_;
  std::set<std::filesystem::path> failed_;
};

}  // namespace handbill
