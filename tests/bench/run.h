// Running commands and measuring them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace handbill::bench {

struct Measured {
  double seconds = 0;    ///< wall clock
  double megabytes = 0;  ///< of memory, at the most
};

/// Runs a command in a folder, its output thrown away; nothing when it fails or there is no such program.
std::optional<Measured> run(const std::vector<std::string>& command, const std::filesystem::path& folder);

/// The fastest of `times` runs: what the machine does when nothing else is asked of it.
std::optional<Measured> fastest(int times, const std::vector<std::string>& command,
                                const std::filesystem::path& folder);

}  // namespace handbill::bench
