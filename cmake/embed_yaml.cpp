// embed_yaml NAME OUT FILE...
//
// Writes the C++ file OUT, in which `std::vector<handbill::yaml::KnownText> handbill::embedded::NAME()` has the YAML
// files as they are and as trees. They are read as the program reads them; what is wrong in one stops the build.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/files.h"
#include "core/limits.h"
#include "core/unicode.h"
#include "core/yaml_packed.h"
#include "embedded_code.h"

namespace handbill {
namespace {

Embedded read(const std::string& path) {
  ReadResult read = DiskFiles().read(path, limits::source_bytes);
  if (!read.ok()) throw std::runtime_error(fmt::format("{}: {}", path, read.reason));
  const Place file = Place::in_file(path);
  Diagnostics found;
  const auto text = take(clean_text(std::move(read.bytes), file), found);
  const auto root = text ? take(yaml::parse(*text, file.at(1, 1)), found) : std::nullopt;
  if (!found.empty()) throw std::runtime_error(to_string(found.front()));
  return {*text, yaml::pack(*root)};
}

}  // namespace
}  // namespace handbill

int main(int count, char** words) {
  using namespace handbill;
  try {
    if (count < 4) throw std::runtime_error("usage: embed_yaml NAME OUT FILE...");
    std::vector<Embedded> files;
    for (int i = 3; i < count; ++i) files.push_back(read(words[i]));
    write_atomically(words[2], code({"core/yaml_packed.h", "yaml::KnownText", words[1]}, files));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
