// The project's own files, for the checks of its house rules.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace handbill::test {

struct ProjectFile {
  std::filesystem::path path;  ///< relative to the project's folder
  std::string text;
};

/// What is in the project's folder and not made by a build, in order of path; no fonts, images or other binary files.
const std::vector<ProjectFile>& project_files();

/// Those below `folder` that end in .h or .cpp.
std::vector<ProjectFile> code_below(const std::filesystem::path& folder);

std::vector<std::string> lines_of(const std::string& text);

/// A stage as its CMakeLists.txt declares it.
struct Stage {
  std::filesystem::path folder;                ///< relative to pipeline/: "core", "render/pdf"
  std::vector<std::filesystem::path> may_use;  ///< the folders named by USES
};

/// In the order of pipeline/CMakeLists.txt.
std::vector<Stage> stages();

}  // namespace handbill::test
