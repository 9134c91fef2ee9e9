// The folder that a build writes to.
#pragma once

#include <filesystem>

#include "project/plan.h"

namespace handbill {

struct OutputFolder {
  std::filesystem::path folder;
  /// What no link leads out of on the way to a file: the folder itself, which may lie anywhere when the user named it,
  /// or the project.
  std::filesystem::path root;
};

/// Makes the folder if there is none, and removes what a killed build has left where the plan's files are to be.
/// Throws MachineError when nothing can be written to it.
void prepare_output_folder(const OutputFolder& output, const Plan& plan);

}  // namespace handbill
