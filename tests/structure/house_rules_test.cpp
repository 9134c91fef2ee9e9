#include <regex>

#include "structure/project.h"
#include "support/catch.h"

namespace handbill::test {
namespace {

/// "path:line: text" for each line that matches.
std::vector<std::string> lines_matching(const std::vector<ProjectFile>& files, const std::regex& pattern) {
  std::vector<std::string> found;
  for (const auto& file : files) {
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (std::regex_search(lines[i], pattern))
        found.push_back(file.path.string() + ":" + std::to_string(i + 1) + ": " + lines[i]);
    }
  }
  return found;
}

TEST_CASE("no file names a folder of somebody's machine") {
  const std::regex pattern(
      "(^|[\\s\"'`=(:])/("
      "work|home|tmp|root|Users)/");
  CHECK(lines_matching(project_files(), pattern) == std::vector<std::string>{});
}

TEST_CASE("only the command line prints, and internal_error before it aborts") {
  const std::regex printing("std::(cout|cerr|clog)\\b|\\b(std::)?(printf|puts|fputs)\\(|fmt::print\\b");
  for (const auto& stage : stages()) {
    if (stage.folder == "app") continue;
    auto files = code_below("pipeline" / stage.folder);
    std::erase_if(files, [](const ProjectFile& file) { return file.path == "pipeline/core/diagnostic.cpp"; });
    CHECK(lines_matching(files, printing) == std::vector<std::string>{});
  }
}

TEST_CASE("nothing is left for later") {
  const std::regex marks(
      "\\b(TO"
      "DO|FIX"
      "ME|XX"
      "X|HA"
      "CK)\\b");
  CHECK(lines_matching(project_files(), marks) == std::vector<std::string>{});
}

TEST_CASE("no output depends on the clock or the machine's locale") {
  const std::regex forbidden(
      "\\bsetlocale\\b|std::locale\\(\"|Locale::getDefault|\\bsystem_clock::now|[^_a-z]time\\((NULL|nullptr|0)\\)");
  CHECK(lines_matching(code_below("pipeline"), forbidden) == std::vector<std::string>{});
}

}  // namespace
}  // namespace handbill::test
