#include "design/script_fit.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace handbill {
namespace {

/// The scripts that a writing system is made of, as runs of text have them (UAX #24).
std::vector<std::string> scripts_in(std::string_view code) {
  if (code == "Jpan") return {"Hani", "Hira", "Kana"};
  if (code == "Kore") return {"Hang", "Hani"};
  if (code == "Hans" || code == "Hant") return {"Hani"};
  return {std::string(code)};
}

void add(ScriptSizes& sizes, std::string_view code, double factor) {
  for (std::string& script : scripts_in(code)) {
    const bool known = std::any_of(sizes.scripts.begin(), sizes.scripts.end(),
                                   [&](const auto& other) { return other.first == script; });
    if (!known) sizes.scripts.emplace_back(std::move(script), factor);
  }
}

}  // namespace

double size_factor(const ScriptFit& fit, const TypeSpec& type) {
  return type.role == "heading" ? fit.display : fit.size;
}

std::shared_ptr<const ScriptSizes> sizes_beside(const ScriptFits& fits, const std::string& document, double own,
                                                const TypeSpec& type) {
  ScriptSizes sizes{.scripts = {}, .others = 1 / own};
  if (const auto found = fits.find(document); found != fits.end())
    add(sizes, document, size_factor(found->second, type) / own);
  for (const auto& [code, fit] : fits) add(sizes, code, size_factor(fit, type) / own);
  const bool alike = sizes.others == 1 && std::all_of(sizes.scripts.begin(), sizes.scripts.end(),
                                                      [](const auto& script) { return script.second == 1; });
  return alike ? nullptr : std::make_shared<const ScriptSizes>(std::move(sizes));
}

}  // namespace handbill
