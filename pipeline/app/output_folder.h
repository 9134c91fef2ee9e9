// The folder that a build writes to.
#pragma once

#include <filesystem>

#include "project/plan.h"

namespace handbill {

/// Makes the folder if there is none, and removes what a killed build has left where the plan's files are to be.
/// Throws MachineError when nothing can be written to it.
void prepare_output_folder(const std::filesystem::path& folder, const Plan& plan);

}  // namespace handbill
