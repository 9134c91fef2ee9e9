#include "core/draft.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/beneath.h"
#include "core/files.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

constexpr const char* descriptors = "/proc/self/fd";
constexpr int attempts = 1000;

[[noreturn]] void cannot_write(const fs::path& path, int error) {
  throw MachineError(fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(error)));
}

[[noreturn]] void cannot_write_to(const fs::path& folder, int error) {
  throw MachineError(fmt::format(
      "cannot write to the folder {}: {}", folder.string(),
      error == EXDEV ? "a symbolic link leads out of where it should be" : std::generic_category().message(error)));
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

Descriptor open_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) fs::create_directories(folder, error);
  if (error) throw MachineError(fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
  Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // What may be written to and not read cannot be flushed, but serves.
  if (!opened.valid() && errno == EACCES) opened = Descriptor(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!opened.valid()) cannot_write_to(folder, errno);
  return opened;
}

Descriptor open_folder(const fs::path& root, const fs::path& folder) {
  const auto name = name_within(root, folder);
  errno = EXDEV;
  Descriptor opened = name ? make_folder_beneath(root, *name) : Descriptor();
  if (!opened.valid()) cannot_write_to(folder, errno);
  return opened;
}

/// A lock says that somebody is still at work; the system takes it away from a process that ends.
bool lock(int file, int how) {
  int done = 0;
  while ((done = ::flock(file, how)) != 0 && errno == EINTR) {
  }
  // Some file systems know no locks; nothing is ever abandoned there.
  return done == 0;
}

/// ".12-0.part", as with_new_name() makes them.
bool is_draft(std::string_view name) {
  constexpr std::string_view end = ".part";
  if (!name.starts_with('.') || !name.ends_with(end) || name.size() <= end.size()) return false;
  const std::string_view numbers = name.substr(1, name.size() - 1 - end.size());
  const std::size_t hyphen = numbers.find('-');
  const auto is_number = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return hyphen != std::string_view::npos && is_number(numbers.substr(0, hyphen)) &&
         is_number(numbers.substr(hyphen + 1));
}

void remove_if_abandoned(int folder, const char* name) {
  const Descriptor file(::openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
  if (file.valid() && lock(file.get(), LOCK_EX | LOCK_NB)) ::unlinkat(folder, name, 0);
}

}  // namespace

Draft::Draft(const fs::path& path) : Draft(open_folder(folder_of(path)), path) {}

Draft::Draft(const fs::path& root, const fs::path& path) : Draft(open_folder(root, folder_of(path)), path) {}

Draft::Draft(Descriptor folder, const fs::path& path)
    : path_(path), folder_(std::move(folder)), file_(create_nameless()) {
  if (file_.valid()) {
    lock(file_.get(), LOCK_EX);
  } else {
    with_new_name([this](const char* name) { return create(name); });
  }
}

Draft::~Draft() {
  if (!name_.empty()) ::unlinkat(folder_.get(), name_.c_str(), 0);
}

void Draft::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file_.get(), bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) cannot_write(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

void Draft::start_flushing() const {
#ifdef SYNC_FILE_RANGE_WRITE
  ::sync_file_range(file_.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

void Draft::flush() {
  keep_permissions_of_old_file();
  if (::fsync(file_.get()) != 0) cannot_write(path_, errno);
}

void Draft::move_into_place() {
  // A name can be taken away from an old file by renaming only, so that a draft without one gets another first.
  if (name_.empty()) with_new_name([this](const char* name) { return link(name); });
  if (::renameat(folder_.get(), name_.c_str(), folder_.get(), path_.filename().c_str()) != 0) cannot_write(path_, errno);
  name_.clear();
}

void Draft::flush_folder() const {
  ::fsync(folder_.get());
}

fs::path Draft::folder() const {
  return folder_of(path_);
}

// Whoever replaces a file keeps who may read it.
void Draft::keep_permissions_of_old_file() const {
  struct stat old = {};
  if (::fstatat(folder_.get(), path_.filename().c_str(), &old, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(old.st_mode))
    return;
  if (::fchmod(file_.get(), old.st_mode & 0777) != 0) cannot_write(path_, errno);
}

int Draft::create_nameless() const {
  // Without this folder it could not be given a name.
  if (::access(descriptors, X_OK) != 0) return -1;
  return ::openat(folder_.get(), ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
}

// Not mkstemp, which makes files that only their owner may read and leaves no safe way to learn the umask.
bool Draft::create(const char* name) {
  file_ = Descriptor(::openat(folder_.get(), name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file_.valid()) return false;
  lock(file_.get(), LOCK_EX);
  struct stat about = {};
  if (::fstat(file_.get(), &about) == 0 && about.st_nlink > 0) return true;
  // It was taken for abandoned before it was locked.
  file_ = Descriptor();
  errno = EEXIST;
  return false;
}

bool Draft::link(const char* name) const {
  const std::string itself = fmt::format("{}/{}", descriptors, file_.get());
  return ::linkat(AT_FDCWD, itself.c_str(), folder_.get(), name, AT_SYMLINK_FOLLOW) == 0;
}

/// Does `make` with one name after the other until there is no such file yet.
template <class Make>
void Draft::with_new_name(const Make& make) {
  for (int attempt = 0; attempt < attempts; ++attempt) {
    const std::string name = fmt::format(".{}-{}.part", ::getpid(), attempt);
    if (make(name.c_str())) {
      name_ = name;
      return;
    }
    if (errno != EEXIST) break;
  }
  cannot_write(path_, errno);
}

void remove_abandoned_drafts(const fs::path& root, const fs::path& folder) {
  const auto name = name_within(root, folder);
  Descriptor opened = name ? open_beneath(root, *name, O_RDONLY | O_DIRECTORY) : Descriptor();
  DIR* const listing = opened.valid() ? ::fdopendir(opened.get()) : nullptr;
  if (listing == nullptr) return;
  const int descriptor = opened.release();
  while (const dirent* entry = ::readdir(listing))
    if (is_draft(entry->d_name)) remove_if_abandoned(descriptor, entry->d_name);
  ::closedir(listing);
}

}  // namespace handbill
