// What the command line says about a proof.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "project/selection.h"

namespace handbill {

struct ProofOptions : Selection {
  std::vector<std::string> editions;  ///< empty means all
  std::filesystem::path output = "out";
  bool output_in_project = false;  ///< nobody has named it, so that no link may lead out of the project there
  std::size_t workers = 0;         ///< 0: as many as the machine has processors
};

}  // namespace handbill
