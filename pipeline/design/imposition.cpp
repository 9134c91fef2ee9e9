#include "design/imposition.h"

#include <array>

#include "design/edition.h"

namespace handbill {
namespace {

constexpr std::array<std::pair<std::string_view, Size>, 4> raw_sheets = {{
    {"RA4", {215_mm, 305_mm}},
    {"SRA4", {225_mm, 320_mm}},
    {"RA3", {305_mm, 430_mm}},
    {"SRA3", {320_mm, 450_mm}},
}};

}  // namespace

std::optional<Size> sheet_size(std::string_view name) {
  for (const auto& [known, size] : raw_sheets)
    if (known == name) return size;
  return paper_size(name);
}

std::vector<std::string> sheet_names() {
  std::vector<std::string> names = paper_names();
  for (const auto& [name, size] : raw_sheets) names.emplace_back(name);
  return names;
}

}  // namespace handbill
