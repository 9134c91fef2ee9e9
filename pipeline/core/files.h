// Reading and writing files: the only place that touches the disk on behalf of a stage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace handbill {

/// The machine failed (disk full, no permission, I/O error): not the content's fault. what() is one complete
/// sentence that names the path; main prints it and ends with status 1.
class MachineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What came of reading a file. `reason` is for people and set unless status is ok.
struct ReadResult {
  /// outside: a symbolic link on the way leads out of the project.
  enum class Status : std::uint8_t { ok, missing, unreadable, outside, too_large };
  Status status = Status::missing;
  std::string bytes;
  std::string reason;
  bool ok() const { return status == Status::ok; }
};

/// Where stages get bytes from. Tests give them files in memory and can ask which were read.
class Files {
 public:
  virtual ~Files() = default;
  /// Reads a whole file of at most `limit` bytes. A directory is unreadable. Never throws because of the file.
  virtual ReadResult read(const std::filesystem::path& path, std::size_t limit) const = 0;
  /// The same for a file that a page in `folder` asks for, which no link may lead out of; nor, in the project, out of
  /// the project.
  virtual ReadResult read_within(const std::filesystem::path& folder, const std::filesystem::path& path,
                                 std::size_t limit) const;
  /// What no link may lead out of on the way to `path`; nothing for what the user named, which may lie anywhere.
  virtual std::optional<std::filesystem::path> bounds_of(const std::filesystem::path& path) const;
  virtual bool exists(const std::filesystem::path& path) const = 0;
  /// The names of the files (not folders) in a folder, in byte order; none when it is not there or cannot be read.
  virtual std::vector<std::string> names_in(const std::filesystem::path& folder) const = 0;
};

/// The disk. What lies in the project by its name must lie there really: a symbolic link may lead to another place in
/// the project, and is not followed out of it. Other paths are the user's own choice. Stateless; threads may share it.
class DiskFiles final : public Files {
 public:
  /// Without bounds.
  DiskFiles() = default;
  /// For the project in a folder; empty for the current one.
  explicit DiskFiles(std::filesystem::path project) : project_(std::move(project)) {}

  ReadResult read(const std::filesystem::path& path, std::size_t limit) const override;
  ReadResult read_within(const std::filesystem::path& folder, const std::filesystem::path& path,
                         std::size_t limit) const override;
  std::optional<std::filesystem::path> bounds_of(const std::filesystem::path& path) const override;
  bool exists(const std::filesystem::path& path) const override;
  std::vector<std::string> names_in(const std::filesystem::path& folder) const override;

 private:
  std::optional<std::filesystem::path> project_;
};

/// Files in memory, for tests. Threads may read them at the same time.
class MemoryFiles final : public Files {
 public:
  std::map<std::filesystem::path, std::string> files;
  /// What was read so far and was there, in order of path.
  std::vector<std::string> read_files() const;
  ReadResult read(const std::filesystem::path& path, std::size_t limit) const override;
  bool exists(const std::filesystem::path& path) const override;
  std::vector<std::string> names_in(const std::filesystem::path& folder) const override;

 private:
  struct Log;
  std::shared_ptr<Log> log_ = make_log();
  static std::shared_ptr<Log> make_log();
};

/// A read-only file mapped into memory for as long as this object lives. Threads may share it.
class MappedFile {
 public:
  /// Throws MachineError when the file cannot be opened or mapped, or when a link leads out of `bounds` on the way.
  explicit MappedFile(const std::filesystem::path& path, const std::optional<std::filesystem::path>& bounds = {});
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  std::span<const std::byte> bytes() const { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Replaces `path` with `bytes` so that a reader sees either the old file or the whole new one: writes beside it,
/// flushes to disk, renames. Makes missing folders. Throws MachineError, and then the old file is untouched and
/// nothing is left beside it.
void write_atomically(const std::filesystem::path& path, std::string_view bytes);

/// The same for a file whose name content has a part in: no link in `root` leads out of it on the way. A link in the
/// place of the file itself is replaced. An empty root is the current folder.
void write_within(const std::filesystem::path& root, const std::filesystem::path& path, std::string_view bytes);

}  // namespace handbill
