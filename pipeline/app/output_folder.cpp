#include "app/output_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <system_error>

#include "core/draft.h"
#include "core/files.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

void make_writable_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error && !fs::is_directory(folder)) error = std::make_error_code(std::errc::not_a_directory);
  if (!error && ::access(folder.c_str(), W_OK | X_OK) != 0) error = {errno, std::generic_category()};
  if (error) throw MachineError(fmt::format("cannot write to the folder {}: {}", folder.string(), error.message()));
}

}  // namespace

OutputFolder output_folder(const fs::path& folder, bool in_project, const fs::path& project) {
  return {folder, in_project ? project : folder};
}

void prepare_output_folder(const OutputFolder& output, const Plan& plan) {
  make_writable_folder(output.folder);
  std::vector<fs::path> files;
  for (const PlannedFile& file : plan.files) files.push_back(output.folder / file.path);
  clear_up(output, files);
}

void clear_up(const OutputFolder& output, const std::vector<fs::path>& files) {
  std::set<fs::path> folders{output.folder};
  for (const fs::path& file : files) folders.insert(file.parent_path());
  for (const fs::path& one : folders) remove_abandoned_drafts(output.root, one);
}

}  // namespace handbill
