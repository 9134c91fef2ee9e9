// Which documents and languages a command is about.
#pragma once

#include <string>
#include <vector>

namespace handbill {

struct Selection {
  std::vector<std::string> documents;  ///< names in content/ or paths; empty means everything in content/
  std::vector<std::string> locales;    ///< empty means the project's
};

}  // namespace handbill
