// A file on its way: written beside the one that it is to replace.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/descriptor.h"

namespace handbill {

/// Where the file system can do that, a draft has no name until it is whole. It removes itself unless it was moved into
/// place; when its process is killed, remove_abandoned_drafts() does. Everything throws MachineError.
class Draft {
 public:
  /// In the folder of `path`, which is made where it is missing.
  explicit Draft(const std::filesystem::path& path);
  /// No link in `root`, in which `path` lies by its name, leads out of it on the way. Empty for the current folder.
  Draft(const std::filesystem::path& root, const std::filesystem::path& path);
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void write(std::string_view bytes);

  /// Sets the disk to work, where the system can do that, and does not wait for it.
  void start_flushing() const;

  /// Takes over the permissions of what is at `path`, and waits until the disk has it.
  void flush();

  /// Replaces what is at `path`; a link there is replaced, not followed. flush() comes before, flush_folder() after.
  void move_into_place();

  /// So that the new name survives a power cut. Some file systems cannot; the file itself is safe then all the same.
  void flush_folder() const;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path folder() const;  ///< that it is in

 private:
  Draft(Descriptor folder, const std::filesystem::path& path);
  int create_nameless() const;
  bool create(const char* name);
  bool link(const char* name) const;
  template <class Make>
  void with_new_name(const Make& make);
  void keep_permissions_of_old_file() const;

  std::filesystem::path path_;
  Descriptor folder_;  ///< everything happens in it, whatever becomes of its name
  Descriptor file_;
  std::string name_;  ///< in the folder; empty while it has none
};

/// Removes the drafts in `folder` whose processes are gone. What is none of ours stays, and so does a draft that is
/// still being written, on whatever machine. No link in `root` leads out of it on the way.
void remove_abandoned_drafts(const std::filesystem::path& root, const std::filesystem::path& folder);

}  // namespace handbill
