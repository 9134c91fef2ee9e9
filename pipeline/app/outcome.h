// What comes of a command that makes no outputs.
#pragma once

#include <string>

#include "core/diagnostic.h"

namespace handbill {

struct Outcome {
  std::string out;          ///< for standard output
  Diagnostics diagnostics;  ///< for standard error
  int status = 0;           ///< 0 done, 1 problems found, 2 wrong usage
};

}  // namespace handbill
