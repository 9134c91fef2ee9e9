#include "support/epubcheck.h"

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

/// The file behind the program's name on PATH; empty when there is none.
fs::path program_file() {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::error_code error;
    const fs::path file = fs::canonical(fs::path(folder) / "epubcheck", error);
    if (!error) return file;
  }
  return {};
}

}  // namespace

bool has_epubcheck() {
  return !program_file().empty();
}

Finished epubcheck(const std::string& path) {
  const fs::path program = program_file();
  // A short run gains nothing from Java's optimising compiler and parallel collector.
  if (program.extension() == ".jar")
    return run({"java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", program.string(), path});
  return run({program.string(), path});
}

bool has_no_message(const Finished& checked) {
  return checked.status == 0 && checked.out.find("No errors or warnings detected") != std::string::npos;
}

}  // namespace handbill::test
