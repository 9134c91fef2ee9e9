// Running other programs: the second opinions of the end-to-end tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace handbill::test {

struct Finished {
  int status = -1;  ///< exit status; 128 + signal when it was killed
  std::string out;
  std::string err;
};

/// Runs a program (found on PATH) without a shell and waits for it; in `folder`, unless that is empty. It speaks
/// English and reads its arguments as UTF-8, whatever the machine's locale.
Finished run(const std::vector<std::string>& command, const std::filesystem::path& folder = {});

/// Whether a program is on PATH.
bool has_program(const std::string& name);

}  // namespace handbill::test
