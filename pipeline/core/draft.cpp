#include "core/draft.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "core/files.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

constexpr const char* descriptors = "/proc/self/fd";

[[noreturn]] void fail(const fs::path& path, int error) {
  throw MachineError(fmt::format("cannot write {}: {}", path.string(), std::generic_category().message(error)));
}

/// A lock says that somebody is still at work; the system takes it away from a process that ends.
bool lock(int file, int how) {
  int done = 0;
  while ((done = ::flock(file, how)) != 0 && errno == EINTR) {
  }
  // Some file systems know no locks; nothing is ever abandoned there.
  return done == 0;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// ".123-4.part", as with_new_name() makes them.
bool names_draft(std::string_view name) {
  constexpr std::string_view end = ".part";
  if (!name.starts_with('.') || !name.ends_with(end) || name.size() <= end.size()) return false;
  const std::string_view numbers = name.substr(1, name.size() - 1 - end.size());
  const std::size_t hyphen = numbers.find('-');
  return hyphen != std::string_view::npos && all_digits(numbers.substr(0, hyphen)) &&
         all_digits(numbers.substr(hyphen + 1));
}

}  // namespace

Draft::Draft(const fs::path& path) : path_(path), file_(create_nameless()) {
  if (file_ >= 0) {
    lock(file_, LOCK_EX);
  } else {
    with_new_name([this](const char* name) { return create(name); });
  }
}

Draft::~Draft() {
  if (!name_.empty()) ::unlink(name_.c_str());
  if (file_ >= 0) ::close(file_);
}

void Draft::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file_, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) fail(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

void Draft::start_flushing() const {
#ifdef SYNC_FILE_RANGE_WRITE
  ::sync_file_range(file_, 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

void Draft::flush() {
  keep_permissions_of_old_file();
  if (::fsync(file_) != 0) fail(path_, errno);
}

void Draft::move_into_place() {
  // A name can be taken away from an old file by renaming only, so that a draft without one gets another first.
  if (name_.empty()) with_new_name([this](const char* name) { return link(name); });
  if (::rename(name_.c_str(), path_.c_str()) != 0) fail(path_, errno);
  name_.clear();
}

fs::path Draft::folder() const {
  return path_.has_parent_path() ? path_.parent_path() : fs::path(".");
}

// Whoever replaces a file keeps who may read it.
void Draft::keep_permissions_of_old_file() const {
  struct stat old = {};
  if (::stat(path_.c_str(), &old) == 0 && ::fchmod(file_, old.st_mode & 0777) != 0) fail(path_, errno);
}

int Draft::create_nameless() const {
  // Without this folder it could not be given a name.
  if (::access(descriptors, X_OK) != 0) return -1;
  return ::open(folder().c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
}

// Not mkstemp, which makes files that only their owner may read and leaves no safe way to learn the umask.
bool Draft::create(const char* name) {
  file_ = ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file_ < 0) return false;
  lock(file_, LOCK_EX);
  struct stat about = {};
  if (::fstat(file_, &about) == 0 && about.st_nlink > 0) return true;
  // It was taken for abandoned before it was locked.
  ::close(file_);
  file_ = -1;
  errno = EEXIST;
  return false;
}

bool Draft::link(const char* name) const {
  const std::string itself = fmt::format("{}/{}", descriptors, file_);
  return ::linkat(AT_FDCWD, itself.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
}

/// Does `make` with one name after the other until there is no such file yet.
template <class Make>
void Draft::with_new_name(const Make& make) {
  for (int attempt = 0; attempt < 1000; ++attempt) {
    fs::path name = path_;
    name.replace_filename(fmt::format(".{}-{}.part", ::getpid(), attempt));
    if (make(name.c_str())) {
      name_ = name.string();
      return;
    }
    if (errno != EEXIST) break;
  }
  fail(path_, errno);
}

void remove_abandoned_drafts(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (!names_draft(entry->path().filename().string())) continue;
    const int file = ::open(entry->path().c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) continue;
    if (lock(file, LOCK_EX | LOCK_NB)) ::unlink(entry->path().c_str());
    ::close(file);
  }
}

}  // namespace handbill
