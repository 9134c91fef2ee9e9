// The folder that a build writes to.
#pragma once

#include <filesystem>
#include <vector>

#include "project/plan.h"

namespace handbill {

struct OutputFolder {
  std::filesystem::path folder;
  /// What no link leads out of on the way to a file: the folder itself, which may lie anywhere when the user named it,
  /// or the project.
  std::filesystem::path root;
};

/// A folder that the user named, or that of a project in which nobody named one.
OutputFolder output_folder(const std::filesystem::path& folder, bool in_project, const std::filesystem::path& project);

/// Makes the folder if there is none, and removes what a killed build has left where the plan's files are to be.
/// Throws MachineError when nothing can be written to it.
void prepare_output_folder(const OutputFolder& output, const Plan& plan);

/// Removes what a killed build has left in the output folder, and where these of its files are.
void clear_up(const OutputFolder& output, const std::vector<std::filesystem::path>& files);

}  // namespace handbill
