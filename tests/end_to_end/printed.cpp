#include "end_to_end/printed.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "support/temporary_folder.h"

namespace handbill::test {
namespace fs = std::filesystem;
namespace {

struct Content {
  TemporaryFolder folder;
  std::vector<Printed> files;

  Content() {
    const auto built = handbill({"build", "-o", folder.path().string()});
    if (built.status != 0) throw std::runtime_error("handbill build failed:\n" + built.err);
    files = files_in(folder.path());
  }
};

Printed as_printed(const fs::path& path) {
  const std::string stem = path.stem().string();
  const auto dash = stem.rfind('-');
  return {path, path.parent_path().filename().string(), stem.substr(0, dash), stem.substr(dash + 1)};
}

}  // namespace

Finished handbill(const std::vector<std::string>& arguments, const fs::path& folder) {
  std::vector<std::string> command = {HANDBILL_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run(command, folder);
}

const std::vector<Printed>& printed_content() {
  static const Content content;
  return content.files;
}

std::vector<Printed> files_in(const fs::path& folder) {
  std::vector<Printed> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.'))
      files.push_back(as_printed(entry.path()));
  std::ranges::sort(files, {}, &Printed::path);
  return files;
}

std::vector<Printed> only(const std::vector<Printed>& all, const std::string& extension) {
  std::vector<Printed> some;
  std::ranges::copy_if(all, std::back_inserter(some),
                       [&](const Printed& printed) { return printed.path.extension() == extension; });
  return some;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

}  // namespace handbill::test
