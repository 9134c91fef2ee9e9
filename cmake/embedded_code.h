// What the embedding programs write: files with what was made of them, as C++.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace handbill {

struct Embedded {
  std::string text;
  std::string packed;
};

/// What is embedded, and what as.
struct Embedding {
  std::string_view header;  ///< which has the type
  std::string_view type;    ///< in namespace handbill: {std::string_view text, packed}
  std::string_view name;    ///< the function's, in handbill::embedded, which returns a vector of them
};

/// Numbers and not a string, which compilers take in limited lengths only. As a view of char: it is signed or not.
inline std::string byte_array(std::string_view name, std::string_view bytes) {
  std::string out = fmt::format("alignas(8) constexpr unsigned char {}[] = {{", name);
  for (const char c : bytes) out += fmt::format("{},", static_cast<unsigned char>(c));
  return out + "};\n";
}

inline std::string code(const Embedding& what, const std::vector<Embedded>& files) {
  std::string arrays;
  std::string items;
  for (std::size_t i = 0; i < files.size(); ++i) {
    arrays += byte_array(fmt::format("text_{}", i), files[i].text);
    arrays += byte_array(fmt::format("packed_{}", i), files[i].packed);
    items += fmt::format("{{view(text_{0}), view(packed_{0})}},", i);
  }
  return fmt::format(R"(#include "{header}"

namespace handbill::embedded {{
namespace {{
{arrays}
template <std::size_t size>
std::string_view view(const unsigned char (&bytes)[size]) {{
  return {{reinterpret_cast<const char*>(bytes), size}};
}}
}}  // namespace

std::vector<{type}> {name}();
std::vector<{type}> {name}() {{ return {{{items}}}; }}
}}  // namespace handbill::embedded
)",
                     fmt::arg("header", what.header), fmt::arg("type", what.type), fmt::arg("name", what.name),
                     fmt::arg("arrays", arrays), fmt::arg("items", items));
}

}  // namespace handbill
