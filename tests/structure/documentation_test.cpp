#include <algorithm>
#include <regex>

#include "structure/project.h"
#include "support/catch.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

bool is_documentation(const fs::path& path) {
  return path == "README.md" || (path.parent_path() == "docs" && path.extension() == ".md");
}

/// Whether `words` (what stands between backticks) is the name of a file or folder of the project: no pattern, no
/// address, no command with arguments, and nothing that only a build makes.
bool names_a_path(const std::string& words) {
  static const std::regex path(R"([A-Za-z0-9_./-]+)");
  static const std::regex file(R"(.*\.(md|yaml|txt|h|cpp|sh|json|cmake|po|png))");
  static const std::regex made_elsewhere(R"((\./)?(out|build|\.\.)/.*|/.*)");
  if (!std::regex_match(words, path) || std::regex_match(words, made_elsewhere)) return false;
  return words.find('/') != std::string::npos || std::regex_match(words, file);
}

bool exists_somewhere(const fs::path& named, const fs::path& document) {
  const fs::path root = HANDBILL_ROOT;
  for (const auto& base : {root, root / document.parent_path(), root / "pipeline"})
    if (fs::exists(base / named)) return true;
  return !named.has_parent_path() &&
         std::ranges::any_of(project_files(), [&](const ProjectFile& file) { return file.path.filename() == named; });
}

std::vector<std::string> captures(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
    found.push_back((*match)[1].str());
  return found;
}

/// What looks like a link in an example is none.
std::string without_code(const std::string& text) {
  return std::regex_replace(text, std::regex("```[^`]*```|`[^`\n]*`"), "");
}

TEST_CASE("every path that the documentation names is there") {
  std::size_t seen = 0;
  for (const auto& file : project_files()) {
    if (!is_documentation(file.path)) continue;
    for (const auto& words : captures(file.text, std::regex("`([^`\n]+)`"))) {
      if (!names_a_path(words)) continue;
      INFO(file.path << " names " << words);
      CHECK(exists_somewhere(words, file.path));
      ++seen;
    }
    for (const auto& target : captures(without_code(file.text), std::regex(R"(\]\(([^)#:\s]+)(#[^)]*)?\))"))) {
      INFO(file.path << " links to " << target);
      CHECK(fs::exists(fs::path(HANDBILL_ROOT) / file.path.parent_path() / target));
    }
  }
  CHECK(seen > 10);
}

}  // namespace
}  // namespace handbill::test
