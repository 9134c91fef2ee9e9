#include <algorithm>
#include <regex>

#include "structure/project.h"
#include "support/catch.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

struct Include {
  std::string where;  ///< "pipeline/text/shape.cpp:12"
  fs::path from;      ///< the stage's folder
  fs::path to;        ///< the included header's folder
};

/// Whether a file belongs to a stage whose folder is inside this one.
bool is_in_nested_stage(const ProjectFile& file, const Stage& stage) {
  static const std::vector<Stage> all = stages();
  return std::ranges::any_of(all, [&](const Stage& other) {
    return other.folder.parent_path() == stage.folder &&
           file.path.string().starts_with(("pipeline" / other.folder).string() + "/");
  });
}

std::vector<Include> includes_of(const Stage& stage) {
  static const std::regex directive("^\\s*#\\s*include\\s+\"([^\"]+)\"");
  std::vector<Include> found;
  for (const auto& file : code_below("pipeline" / stage.folder)) {
    if (is_in_nested_stage(file, stage)) continue;
    const auto lines = lines_of(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::smatch match;
      if (!std::regex_search(lines[i], match, directive)) continue;
      found.push_back(
          {file.path.string() + ":" + std::to_string(i + 1), stage.folder, fs::path(match[1].str()).parent_path()});
    }
  }
  return found;
}

bool contains(const std::vector<fs::path>& folders, const fs::path& folder) {
  return std::ranges::find(folders, folder) != folders.end();
}

TEST_CASE("a stage uses only stages that come before it") {
  std::vector<fs::path> before;
  for (const auto& stage : stages()) {
    for (const auto& used : stage.may_use) {
      INFO(stage.folder << " uses " << used);
      CHECK(contains(before, used));
    }
    before.push_back(stage.folder);
  }
}

TEST_CASE("the stages come in the order that the architecture gives them") {
  const std::vector<fs::path> order = {"core",
                                       "document",
                                       "source",
                                       "translation",
                                       "translation/exchange",
                                       "translation/checks",
                                       "text",
                                       "design",
                                       "layout",
                                       "imposition",
                                       "render/svg",
                                       "render/pdf",
                                       "render/epub",
                                       "render/plain",
                                       "render/proof",
                                       "project",
                                       "manifest",
                                       "app/options",
                                       "app"};
  std::vector<fs::path> actual;
  for (const auto& stage : stages()) actual.push_back(stage.folder);
  CHECK(actual == order);
}

TEST_CASE("a renderer sees no other renderer but pictures, and the PDF renderer no translations") {
  for (const auto& stage : stages()) {
    if (!stage.folder.string().starts_with("render/")) continue;
    INFO(stage.folder);
    for (const auto& used : stage.may_use) CHECK_FALSE((used.string().starts_with("render/") && used != "render/svg"));
    if (stage.folder == "render/pdf") CHECK_FALSE(contains(stage.may_use, "translation"));
  }
}

TEST_CASE("a file includes only headers of its own stage and of the stages its stage uses") {
  std::size_t seen = 0;
  for (const auto& stage : stages()) {
    for (const auto& include : includes_of(stage)) {
      INFO(include.where << " includes a header of " << include.to);
      CHECK((include.to == stage.folder || contains(stage.may_use, include.to)));
      ++seen;
    }
  }
  CHECK(seen > 50);
}

TEST_CASE("a source file includes its own header before anything else") {
  static const std::regex first_include("#include [\"<]([^\">]+)[\">]");
  for (const std::string folder : {"pipeline", "tests"}) {
    for (const auto& file : code_below(folder)) {
      auto header = file.path;
      header.replace_extension(".h");
      if (file.path.extension() != ".cpp" || !fs::exists(fs::path(HANDBILL_ROOT) / header)) continue;
      std::smatch first;
      INFO(file.path);
      CHECK(std::regex_search(file.text, first, first_include));
      const auto included = first[1].str();
      CHECK((included == header.lexically_relative(folder) || included == header.filename()));
    }
  }
}

}  // namespace
}  // namespace handbill::test
