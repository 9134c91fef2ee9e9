#include "structure/project.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "core/files.h"
#include "core/limits.h"

namespace handbill::test {
namespace fs = std::filesystem;
namespace {

bool is_made_or_foreign(const fs::path& relative) {
  static const std::set<std::string> folders = {".git", "build", "out"};
  return folders.contains(relative.begin()->string());
}

std::string read(const fs::path& relative) {
  auto result = DiskFiles().read(fs::path(HANDBILL_ROOT) / relative, limits::source_bytes);
  if (!result.ok()) throw std::runtime_error(relative.string() + ": " + result.reason);
  return std::move(result.bytes);
}

bool is_text(const std::string& bytes) {
  return bytes.find('\0') == std::string::npos;
}

std::vector<ProjectFile> find_project_files() {
  std::vector<ProjectFile> files;
  for (auto entry = fs::recursive_directory_iterator(HANDBILL_ROOT); entry != fs::recursive_directory_iterator();
       ++entry) {
    const auto relative = entry->path().lexically_relative(HANDBILL_ROOT);
    if (is_made_or_foreign(relative)) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && relative.extension() != ".ttf") {
      ProjectFile file{relative, read(relative)};
      if (is_text(file.text)) files.push_back(std::move(file));
    }
  }
  std::ranges::sort(files, {}, &ProjectFile::path);
  return files;
}

/// "render_pdf" -> "render/pdf": targets cannot have slashes.
fs::path folder_of_target(std::string name) {
  std::ranges::replace(name, '_', '/');
  return name;
}

Stage read_stage(const fs::path& folder) {
  const std::string text = read("pipeline" / folder / "CMakeLists.txt");
  std::smatch call;
  if (!std::regex_search(text, call, std::regex(R"(handbill_stage\(([^)]*)\))")))
    throw std::runtime_error(folder.string() + " declares no stage");
  Stage stage{folder, {}};
  std::istringstream words(call[1]);
  bool in_uses = false;
  for (std::string word; words >> word;) {
    if (word == "USES" || word == "LIBRARIES") {
      in_uses = word == "USES";
    } else if (in_uses) {
      stage.may_use.push_back(folder_of_target(word));
    }
  }
  return stage;
}

}  // namespace

const std::vector<ProjectFile>& project_files() {
  static const std::vector<ProjectFile> files = find_project_files();
  return files;
}

std::vector<ProjectFile> code_below(const fs::path& folder) {
  std::vector<ProjectFile> found;
  for (const auto& file : project_files()) {
    const auto kind = file.path.extension();
    if ((kind == ".h" || kind == ".cpp") && file.path.string().starts_with(folder.string() + "/"))
      found.push_back(file);
  }
  return found;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<Stage> stages() {
  const std::string text = read("pipeline/CMakeLists.txt");
  const std::regex call(R"(add_subdirectory\(([^)]*)\))");
  std::vector<Stage> found;
  for (std::sregex_iterator match(text.begin(), text.end(), call), end; match != end; ++match)
    found.push_back(read_stage((*match)[1].str()));
  return found;
}

}  // namespace handbill::test
