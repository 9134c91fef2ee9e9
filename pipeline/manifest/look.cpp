#include "manifest/look.h"

#include <algorithm>
#include <utility>

namespace handbill {

Look look_through(const Files& files, Look::At at, const std::filesystem::path& path) {
  return {at, path.native(), files.bounds_of(path)};
}

ReadResult LoggedFiles::read(const std::filesystem::path& path, std::size_t limit) const {
  log(look_through(files_, Look::At::bytes, path));
  return files_.read(path, limit);
}

ReadResult LoggedFiles::read_within(const std::filesystem::path& folder, const std::filesystem::path& path,
                                    std::size_t limit) const {
  log({Look::At::bytes, path.native(), files_.bounds_of(path).value_or(folder).native()});
  return files_.read_within(folder, path, limit);
}

std::optional<std::filesystem::path> LoggedFiles::bounds_of(const std::filesystem::path& path) const {
  return files_.bounds_of(path);
}

bool LoggedFiles::exists(const std::filesystem::path& path) const {
  log(look_through(files_, Look::At::existence, path));
  return files_.exists(path);
}

std::vector<std::string> LoggedFiles::names_in(const std::filesystem::path& folder) const {
  log(look_through(files_, Look::At::names, folder));
  return files_.names_in(folder);
}

Looks LoggedFiles::looks() const {
  const std::lock_guard lock(mutex_);
  Looks looks = looks_;
  std::sort(looks.begin(), looks.end());
  looks.erase(std::unique(looks.begin(), looks.end()), looks.end());
  return looks;
}

void LoggedFiles::log(Look look) const {
  const std::lock_guard lock(mutex_);
  looks_.push_back(std::move(look));
}

}  // namespace handbill
