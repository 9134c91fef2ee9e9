// What the command line says about a build.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "design/edition.h"
#include "project/selection.h"

namespace handbill {

/// A boundary between stages, to be shown as text.
enum class Dump : std::uint8_t { document, units, lines, pages, sheets };

struct BuildOptions : Selection {
  std::vector<std::string> editions;  ///< empty means all
  std::filesystem::path output = "out";
  bool output_in_project = false;  ///< nobody has named it, so that no link may lead out of the project there
  bool strict = false;             ///< a text without translation is an error
  std::size_t workers = 0;         ///< 0: as many as the machine has processors
  bool again = false;              ///< make everything, whatever earlier builds have left
  bool list = false;               ///< show the files that are up to date, too
  bool watch = false;              ///< build again whenever something is saved
  std::optional<Dump> dump;
  std::optional<std::string> timings;  ///< say where the time went, and write a trace to this file unless empty
  std::optional<BidiMarks> bidi;       ///< for every text, whatever its edition says
};

}  // namespace handbill
