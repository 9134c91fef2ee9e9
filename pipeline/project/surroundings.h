// What a command finds around it.
#pragma once

#include <filesystem>

#include "core/files.h"
#include "project/progress.h"
#include "project/timings.h"

namespace handbill {

/// Borrowed for the call.
struct Surroundings {
  const Files& files;
  std::filesystem::path project;  ///< the folder with handbill.yaml, content/ and locales/; empty for the current one
  std::filesystem::path home;     ///< the program's own folder, for fonts/ and locales/ that the project lacks
  Progress* progress = nullptr;   ///< may be null
  Timings* timings = nullptr;     ///< likewise
};

}  // namespace handbill
