#include "core/files.h"

#include <dirent.h>
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

#include "core/beneath.h"
#include "core/descriptor.h"
#include "core/draft_pile.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

std::string reason_of(int error) {
  return std::generic_category().message(error);
}

using Bounds = std::optional<fs::path>;

/// `path` as it is to be opened within `bounds`. Not blocking: a pipe in a file's place must not make the program wait.
Descriptor open_to_read(const fs::path& path, const Bounds& bounds, int flags = 0) {
  if (!bounds) return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags));
  const auto name = name_within(*bounds, path);
  errno = EXDEV;
  return name ? open_beneath(*bounds, *name, O_RDONLY | flags) : Descriptor();
}

ReadResult not_read(ReadResult::Status status, std::string reason) {
  return {status, {}, std::move(reason)};
}

ReadResult too_large(std::size_t limit) {
  constexpr std::size_t mebibyte = 1024 * 1024;
  const std::string size = limit >= mebibyte ? fmt::format("{} MB", limit / mebibyte) : fmt::format("{} bytes", limit);
  return not_read(ReadResult::Status::too_large, "it is larger than " + size);
}

// Grows with what is really there: some files lie about their size.
ReadResult read_all(int descriptor, std::size_t expected, std::size_t limit) {
  std::string bytes(expected + 1, '\0');
  std::size_t filled = 0;
  for (;;) {
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return not_read(ReadResult::Status::unreadable, reason_of(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > limit) return too_large(limit);
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(filled);
  return {ReadResult::Status::ok, std::move(bytes), {}};
}

[[noreturn]] void cannot(std::string_view what, const fs::path& path, int error) {
  throw MachineError(fmt::format("cannot {} {}: {}", what, path.string(), reason_of(error)));
}

ReadResult not_opened(int error) {
  using Status = ReadResult::Status;
  if (error == ENOENT || error == ENOTDIR) return not_read(Status::missing, "there is no such file");
  if (error == EXDEV) return not_read(Status::outside, "a symbolic link leads out of the project");
  return not_read(Status::unreadable, reason_of(error));
}

ReadResult read_file(const Descriptor& file, std::size_t limit) {
  if (!file.valid()) return not_opened(errno);
  struct stat about = {};
  if (::fstat(file.get(), &about) != 0) return not_read(ReadResult::Status::unreadable, reason_of(errno));
  if (S_ISDIR(about.st_mode)) return not_read(ReadResult::Status::unreadable, "it is a folder");
  if (!S_ISREG(about.st_mode)) return not_read(ReadResult::Status::unreadable, "it is not an ordinary file");
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size > limit) return too_large(limit);
  return read_all(file.get(), size, limit);
}

/// The entries of an open folder that are no folders.
std::vector<std::string> names_in_folder(Descriptor folder) {
  std::vector<std::string> names;
  const int descriptor = folder.get();
  DIR* const listing = ::fdopendir(descriptor);
  if (listing == nullptr) return names;
  folder.release();
  while (const dirent* entry = ::readdir(listing)) {
    struct stat about = {};
    const bool known = ::fstatat(descriptor, entry->d_name, &about, 0) == 0;
    if (!known || !S_ISDIR(about.st_mode)) names.emplace_back(entry->d_name);
  }
  ::closedir(listing);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

ReadResult Files::read_within(const fs::path&, const fs::path& path, std::size_t limit) const {
  return read(path, limit);
}

std::optional<fs::path> Files::bounds_of(const fs::path&) const {
  return std::nullopt;
}

ReadResult DiskFiles::read(const fs::path& path, std::size_t limit) const {
  return read_file(open_to_read(path, bounds_of(path)), limit);
}

ReadResult DiskFiles::read_within(const fs::path& folder, const fs::path& path, std::size_t limit) const {
  return read_file(open_to_read(path, bounds_of(path).value_or(folder)), limit);
}

std::optional<fs::path> DiskFiles::bounds_of(const fs::path& path) const {
  return project_ && name_within(*project_, path) ? project_ : std::nullopt;
}

bool DiskFiles::exists(const fs::path& path) const {
  std::error_code error;
  return fs::exists(path, error);
}

std::vector<std::string> DiskFiles::names_in(const fs::path& folder) const {
  const fs::path listed = folder.empty() ? fs::path(".") : folder;
  return names_in_folder(open_to_read(listed, bounds_of(listed), O_DIRECTORY));
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
  if (exists(path)) return not_read(ReadResult::Status::unreadable, "it is a folder");
  return not_read(ReadResult::Status::missing, "there is no such file");
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

MappedFile::MappedFile(const fs::path& path, const Bounds& bounds) {
  const Descriptor file = open_to_read(path, bounds);
  if (!file.valid() && errno == EXDEV)
    throw MachineError(fmt::format("cannot open {}: it lies outside the project", path.string()));
  if (!file.valid()) cannot("open", path, errno);
  struct stat about = {};
  if (::fstat(file.get(), &about) != 0) cannot("open", path, errno);
  if (!S_ISREG(about.st_mode)) cannot("open", path, S_ISDIR(about.st_mode) ? EISDIR : EINVAL);
  size_ = static_cast<std::size_t>(about.st_size);
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (mapped == MAP_FAILED) cannot("read", path, errno);
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

void write_within(const fs::path& root, const fs::path& path, std::string_view bytes) {
  DraftPile pile(root);
  pile.add(path, bytes);
  pile.put_in_place();
}

}  // namespace handbill
