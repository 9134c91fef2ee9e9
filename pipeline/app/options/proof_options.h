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
  std::size_t workers = 0;  ///< 0: as many as the machine has processors
};

}  // namespace handbill
