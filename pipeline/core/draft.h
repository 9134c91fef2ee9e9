// A file on its way: written beside the one that it is to replace.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace handbill {

/// Where the file system can do that, a draft has no name until it is whole. It removes itself unless it was moved into
/// place; when its process is killed, remove_abandoned_drafts() does. Everything throws MachineError.
class Draft {
 public:
  /// In the folder of `path`, which must be there.
  explicit Draft(const std::filesystem::path& path);
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void write(std::string_view bytes);

  /// Sets the disk to work, where the system can do that, and does not wait for it.
  void start_flushing() const;

  /// Takes over the permissions of what is at `path`, and waits until the disk has it.
  void flush();

  /// Replaces what is at `path`. flush() comes before; the folder is to be flushed after.
  void move_into_place();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path folder() const;  ///< that it is in

 private:
  int create_nameless() const;
  bool create(const char* name);
  bool link(const char* name) const;
  template <class Make>
  void with_new_name(const Make& make);
  void keep_permissions_of_old_file() const;

  std::filesystem::path path_;
  std::string name_;  ///< empty while it has none
  int file_ = -1;
};

/// Removes the drafts in `folder` whose processes are gone. What is none of ours stays, and so does a draft that is
/// still being written, on whatever machine.
void remove_abandoned_drafts(const std::filesystem::path& folder);

}  // namespace handbill
