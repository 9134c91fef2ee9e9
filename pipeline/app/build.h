// A build: what goes in, what comes of it.
//
//   options, project -> source files -> pages -> plan -> renditions -> files
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/coverage.h"
#include "app/options/build_options.h"
#include "core/diagnostic.h"
#include "layout/pages.h"
#include "manifest/observation.h"
#include "project/surroundings.h"

namespace handbill {

/// A file that was written.
struct MadeFile {
  std::filesystem::path path;
  std::optional<std::size_t> pages;  ///< where the medium has pages
  std::size_t bytes = 0;
  std::chrono::microseconds time{};
  std::optional<Fitting> fitting;  ///< where the edition is fitted to its sides
  FileCoverage coverage;           ///< how much of its text is translated
};

struct BuildReport {
  std::vector<MadeFile> made;          ///< in the plan's order
  std::vector<MadeFile> kept;          ///< files of earlier builds that are as they would be made; likewise
  std::string dump;                    ///< with BuildOptions::dump, which writes no files
  Diagnostics diagnostics;             ///< sorted by place, each once
  std::optional<std::string> failure;  ///< what the machine could not do; nothing was begun after it
  std::vector<Observation> stood_on;   ///< what was looked at for all that, by whatever build; for BuildOptions::watch
  bool misused = false;                ///< the command line asked for what there is not, and nothing was made
};

/// Makes everything that can be made and reports everything that was wrong. A file is not made when its document
/// cannot be read (encoding, front matter), when a locale file of its language cannot be used at all, when its
/// edition asks for sections that are not there, or, with BuildOptions::strict, when a text has no translation.
BuildReport build(const BuildOptions& options, const Surroundings& around);

/// Makes, in the same way, only what would be another file than the one that lies there, and reports as if it had made
/// everything. What a file depends on, and that it is as it was made, stands in the output folder's manifest
/// (manifest/manifest.h). Reads the disk, whatever `around.files` is.
BuildReport bring_up_to_date(const BuildOptions& options, const Surroundings& around);

/// 0 done, 1 problems found or something not made, 2 wrong usage.
int exit_status(const BuildReport& report);

}  // namespace handbill
