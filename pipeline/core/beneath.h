// Opening what strangers may have had a hand in: a symbolic link in a project is no way out of it.
#pragma once

#include <filesystem>
#include <optional>

#include "core/descriptor.h"

namespace handbill {

/// `path` as seen from the folder `root`, "." for the folder itself; nothing when its name does not lie in it. Only
/// names are looked at. Both may be relative to the current folder, which an empty root stands for.
std::optional<std::filesystem::path> name_within(const std::filesystem::path& root, const std::filesystem::path& path);

/// Opens `name`, which name_within() gave, below `root`. Symbolic links are followed to what lies below root, and
/// otherwise not: errno is then EXDEV. Every folder on the way is opened by itself and without following links, so that
/// a link which somebody puts there meanwhile leads nowhere (openat2() can do that too, where containers let it).
/// Not valid when it cannot be opened; errno says why. Does not wait for a pipe.
Descriptor open_beneath(const std::filesystem::path& root, const std::filesystem::path& name, int flags);

/// The same for a folder, which is made when it is missing.
Descriptor make_folder_beneath(const std::filesystem::path& root, const std::filesystem::path& name);

}  // namespace handbill
