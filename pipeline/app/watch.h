// Building again whenever something is saved.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "app/options/build_options.h"
#include "manifest/observation.h"

namespace handbill {

/// A build whose outcome has been shown.
struct WatchedBuild {
  int status = 0;                     ///< as exit_status() has it
  std::vector<Observation> stood_on;  ///< what to watch
};

/// Builds with what `build` is given and says what came of it.
struct Watch {
  const BuildOptions& options;
  std::function<WatchedBuild(const BuildOptions& options)> build;
  std::function<void(const std::vector<std::filesystem::path>& changed)> saved;  ///< told before building again
};

/// Builds, and again what a change touches, until the program is interrupted (SIGINT, SIGTERM): files are looked at
/// every few hundredths of a second. Wrong content ends nothing. Returns the exit status: 0, or that of the first build
/// when the command line is wrong.
int watch(const Watch& watch);

/// What must be built after `changed` was saved: only the documents that the files belong to, when all of them are
/// pages or locale files and the user named no documents; else everything.
BuildOptions touched_by(const std::vector<std::filesystem::path>& changed, const BuildOptions& options);

}  // namespace handbill
