#include "core/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <set>
#include <system_error>
#include <utility>

#include "core/draft_pile.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

std::string reason_of(int error) {
  return std::generic_category().message(error);
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  bool valid() const { return value_ >= 0; }
  int get() const { return value_; }

 private:
  int value_;
};

// Not blocking: a pipe in a file's place must not make the program wait.
Descriptor open_to_read(const fs::path& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
}

ReadResult refused(ReadResult::Status status, std::string reason) {
  return {status, {}, std::move(reason)};
}

ReadResult too_large(std::size_t limit) {
  constexpr std::size_t mebibyte = 1024 * 1024;
  const std::string size = limit >= mebibyte ? fmt::format("{} MB", limit / mebibyte) : fmt::format("{} bytes", limit);
  return refused(ReadResult::Status::too_large, "it is larger than " + size);
}

// Grows with what is really there: some files lie about their size.
ReadResult read_all(int descriptor, std::size_t expected, std::size_t limit) {
  std::string bytes(expected + 1, '\0');
  std::size_t filled = 0;
  for (;;) {
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refused(ReadResult::Status::unreadable, reason_of(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > limit) return too_large(limit);
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(filled);
  return {ReadResult::Status::ok, std::move(bytes), {}};
}

[[noreturn]] void fail(std::string_view what, const fs::path& path, int error) {
  throw MachineError(fmt::format("cannot {} {}: {}", what, path.string(), reason_of(error)));
}

}  // namespace

ReadResult DiskFiles::read(const fs::path& path, std::size_t limit) const {
  const Descriptor file = open_to_read(path);
  if (!file.valid()) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    if (missing) return refused(ReadResult::Status::missing, "there is no such file");
    return refused(ReadResult::Status::unreadable, reason_of(errno));
  }
  struct stat about = {};
  if (::fstat(file.get(), &about) != 0) return refused(ReadResult::Status::unreadable, reason_of(errno));
  if (S_ISDIR(about.st_mode)) return refused(ReadResult::Status::unreadable, "it is a folder");
  if (!S_ISREG(about.st_mode)) return refused(ReadResult::Status::unreadable, "it is not an ordinary file");
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > limit) return too_large(limit);
  return read_all(file.get(), size, limit);
}

bool DiskFiles::exists(const fs::path& path) const {
  std::error_code error;
  return fs::exists(path, error);
}

std::vector<std::string> DiskFiles::names_in(const fs::path& folder) const {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path listed = folder.empty() ? fs::path(".") : folder;
  for (fs::directory_iterator entry(listed, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    if (!entry->is_directory(unknown)) names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

struct MemoryFiles::Log {
  std::mutex mutex;
  std::set<std::string> read;
};

std::shared_ptr<MemoryFiles::Log> MemoryFiles::make_log() {
  return std::make_shared<Log>();
}

std::vector<std::string> MemoryFiles::read_files() const {
  const std::lock_guard lock(log_->mutex);
  return {log_->read.begin(), log_->read.end()};
}

ReadResult MemoryFiles::read(const fs::path& path, std::size_t limit) const {
  const auto found = files.find(path.lexically_normal());
  if (found != files.end()) {
    if (found->second.size() > limit) return too_large(limit);
    const std::lock_guard lock(log_->mutex);
    log_->read.insert(found->first.string());
    return {ReadResult::Status::ok, found->second, {}};
  }
  if (exists(path)) return refused(ReadResult::Status::unreadable, "it is a folder");
  return refused(ReadResult::Status::missing, "there is no such file");
}

bool MemoryFiles::exists(const fs::path& path) const {
  const fs::path wanted = path.lexically_normal();
  if (files.contains(wanted)) return true;
  const std::string folder = (wanted / "").string();
  for (const auto& [name, bytes] : files)
    if (name.string().starts_with(folder)) return true;
  return false;
}

std::vector<std::string> MemoryFiles::names_in(const fs::path& folder) const {
  std::vector<std::string> names;
  const fs::path wanted = (folder / "").lexically_normal().parent_path();
  for (const auto& [path, bytes] : files)
    if (path.parent_path() == wanted) names.push_back(path.filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

MappedFile::MappedFile(const fs::path& path) {
  const Descriptor file = open_to_read(path);
  if (!file.valid()) fail("open", path, errno);
  struct stat about = {};
  if (::fstat(file.get(), &about) != 0) fail("open", path, errno);
  if (!S_ISREG(about.st_mode)) fail("open", path, S_ISDIR(about.st_mode) ? EISDIR : EINVAL);
  size_ = static_cast<std::size_t>(about.st_size);
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (mapped == MAP_FAILED) fail("read", path, errno);
  data_ = static_cast<const std::byte*>(mapped);
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

void write_atomically(const fs::path& path, std::string_view bytes) {
  DraftPile pile;
  pile.add(path, bytes);
  pile.put_in_place();
}

}  // namespace handbill
