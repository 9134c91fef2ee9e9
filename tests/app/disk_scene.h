// A project on the disk, built incrementally.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "app/build.h"
#include "app/report.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {

namespace fs = std::filesystem;

/// Empty. The program's own folder is this project's.
class DiskScene {
 public:
  DiskScene() { options.output = root() / "out"; }

  fs::path root() const { return folder_.path(); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((root() / name).parent_path());
    std::ofstream(root() / name, std::ios::binary) << text;
  }
  std::string read(const std::string& name) const { return bytes_of(root() / name); }

  static std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  Surroundings around() const { return {.files = disk_, .project = root(), .home = HANDBILL_ROOT}; }
  BuildReport run() const { return bring_up_to_date(options, around()); }

  /// The names of the files that a build makes.
  std::vector<std::string> made() const {
    std::vector<std::string> names;
    for (const MadeFile& file : run().made) names.push_back(file.path.lexically_relative(options.output).string());
    return names;
  }

  BuildOptions options;

 private:
  TemporaryFolder folder_;
  DiskFiles disk_;
};

inline std::string problems(const BuildReport& report) {
  std::string text;
  for (const Diagnostic& one : report.diagnostics) text += to_string(one);
  return text;
}

/// What a build has made or kept, by its name in the output folder: what is shown of it but the time, and its bytes.
inline std::map<std::string, std::string> shown(const BuildReport& report, const fs::path& output) {
  std::map<std::string, std::string> files;
  for (const auto* list : {&report.made, &report.kept}) {
    for (MadeFile file : *list) {
      const std::string bytes = DiskScene::bytes_of(file.path);
      file.path = file.path.lexically_relative(output);
      file.time = {};
      CHECK(files.emplace(file.path.string(), table({file}, {}) + bytes).second);
    }
  }
  return files;
}

/// Builds incrementally and from nothing, and compares everything.
inline void expect_as_from_nothing(const DiskScene& scene) {
  const BuildReport report = scene.run();
  BuildOptions clean = scene.options;
  clean.output = scene.root() / "clean";
  fs::remove_all(clean.output);
  const BuildReport expected = build(clean, scene.around());
  CHECK(problems(report) == problems(expected));
  CHECK(exit_status(report) == exit_status(expected));
  CHECK(report.misused == expected.misused);
  // Not in one expression: a difference of megabytes is no message.
  const auto found = shown(report, scene.options.output);
  const auto wanted = shown(expected, clean.output);
  CHECK(found.size() == wanted.size());
  for (const auto& [name, file] : wanted) {
    INFO(name);
    CHECK(found.contains(name));
    const bool same = found.contains(name) && found.at(name) == file;
    CHECK(same);
  }
}

}  // namespace handbill::test
