// What the command line says about an import.
#pragma once

#include <filesystem>
#include <string>

namespace handbill {

struct ImportOptions {
  std::filesystem::path file;
  std::string document;    ///< a name in content/ or a path; empty: what the file says, else its name
  std::string locale;      ///< empty: what the file says, else its name
  bool overwrite = false;  ///< take also what is translated otherwise already
};

}  // namespace handbill
