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

namespace handbill {
namespace {

struct Embedded {
  std::string text;
  std::string packed;
};

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

// Numbers and not a string, which compilers take in limited lengths only. As a view of char: it is signed or not.
std::string array(std::string_view name, std::string_view bytes) {
  std::string out = fmt::format("constexpr unsigned char {}[] = {{", name);
  for (const char c : bytes) out += fmt::format("{},", static_cast<unsigned char>(c));
  return out + "};\n";
}

std::string code(std::string_view name, const std::vector<Embedded>& files) {
  std::string arrays;
  std::string items;
  for (std::size_t i = 0; i < files.size(); ++i) {
    arrays += array(fmt::format("text_{}", i), files[i].text) + array(fmt::format("packed_{}", i), files[i].packed);
    items += fmt::format("{{view(text_{0}), view(packed_{0})}},", i);
  }
  return fmt::format(R"(#include "core/yaml_packed.h"

namespace handbill::embedded {{
namespace {{
{}
template <std::size_t size>
std::string_view view(const unsigned char (&bytes)[size]) {{
  return {{reinterpret_cast<const char*>(bytes), size}};
}}
}}  // namespace

std::vector<yaml::KnownText> {}();
std::vector<yaml::KnownText> {}() {{ return {{{}}}; }}
}}  // namespace handbill::embedded
)",
                     arrays, name, name, items);
}

}  // namespace
}  // namespace handbill

int main(int count, char** words) {
  using namespace handbill;
  try {
    if (count < 4) throw std::runtime_error("usage: embed_yaml NAME OUT FILE...");
    std::vector<Embedded> files;
    for (int i = 3; i < count; ++i) files.push_back(read(words[i]));
    write_atomically(words[2], code(words[1], files));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
