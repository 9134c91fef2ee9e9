#include "core/beneath.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace handbill {
namespace {

namespace fs = std::filesystem;

constexpr int way = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

fs::path or_current(const fs::path& folder) {
  return folder.empty() ? fs::path(".") : folder;
}

enum class Missing { fails, made };

Descriptor enter(int folder, const char* name, Missing missing) {
  Descriptor found(::openat(folder, name, way));
  if (found.valid() || errno != ENOENT || missing == Missing::fails) return found;
  // Somebody else may make it at the same time.
  if (::mkdirat(folder, name, 0777) != 0 && errno != EEXIST) return Descriptor();
  return Descriptor(::openat(folder, name, way));
}

/// Goes to a folder without following any link.
Descriptor walk(const fs::path& root, const fs::path& folder, Missing missing) {
  Descriptor at(::open(or_current(root).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  for (const fs::path& part : folder)
    if (at.valid()) at = enter(at.get(), part.c_str(), missing);
  return at;
}

Descriptor open_file(const fs::path& root, const fs::path& name, int flags) {
  const Descriptor folder = walk(root, name.parent_path(), Missing::fails);
  if (!folder.valid()) return Descriptor();
  return Descriptor(::openat(folder.get(), name.filename().c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
}

Descriptor make_folder(const fs::path& root, const fs::path& name) {
  Descriptor folder = walk(root, name, Missing::made);
  if (!folder.valid()) return Descriptor();
  // A folder that may be written to and not read cannot be flushed, but serves.
  const int readable = ::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  return readable < 0 && errno == EACCES ? std::move(folder) : Descriptor(readable);
}

bool met_a_link() {
  return errno == ELOOP || errno == ENOTDIR;
}

/// Where `name` leads when its links are followed, as a name without links; nothing, with errno, when that is out of
/// `root` or nowhere.
std::optional<fs::path> followed(const fs::path& root, const fs::path& name, Missing missing) {
  std::error_code error;
  const fs::path top = fs::canonical(or_current(root), error);
  fs::path target;
  if (!error)
    target = missing == Missing::made ? fs::weakly_canonical(top / name, error) : fs::canonical(top / name, error);
  if (!error) {
    if (auto inside = name_within(top, target)) return inside;
    error = std::make_error_code(std::errc::cross_device_link);
  }
  errno = error.value();
  return std::nullopt;
}

/// A path from a root as a name in it.
std::optional<fs::path> as_name(const fs::path& seen) {
  if (seen.empty() || *seen.begin() == "..") return std::nullopt;
  return seen.has_filename() ? seen : seen.parent_path();
}

}  // namespace

std::optional<fs::path> name_within(const fs::path& root, const fs::path& path) {
  // Comparing what is written will do for nearly all paths, and asks the system nothing.
  if (root.empty() && path.is_relative())
    return path.empty() ? std::optional(fs::path(".")) : as_name((path / "").lexically_normal());
  std::error_code unknown;  // of a current folder that is gone, whose name is then empty
  const fs::path from = fs::absolute(or_current(root) / "", unknown).lexically_normal();
  return as_name((fs::absolute(path, unknown) / "").lexically_normal().lexically_relative(from));
}

Descriptor open_beneath(const fs::path& root, const fs::path& name, int flags) {
  Descriptor found = open_file(root, name, flags);
  // Links are looked into only where there are any: nearly no project has one.
  if (found.valid() || !met_a_link()) return found;
  const auto target = followed(root, name, Missing::fails);
  return target ? open_file(root, *target, flags) : Descriptor();
}

Descriptor make_folder_beneath(const fs::path& root, const fs::path& name) {
  Descriptor made = make_folder(root, name);
  if (made.valid() || !met_a_link()) return made;
  const auto target = followed(root, name, Missing::made);
  return target ? make_folder(root, *target) : Descriptor();
}

}  // namespace handbill
