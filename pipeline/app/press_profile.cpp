#include "app/press_profile.h"

#include <fmt/format.h>

#include "core/limits.h"
#include "core/unicode.h"
#include "core/yaml.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_or_report(const fs::path& path, const Files& files, Diagnostics& found) {
  ReadResult read = files.read(path, limits::font_bytes);
  if (read.ok()) return std::move(read.bytes);
  found.push_back({.place = Place::in_file(path.string()),
                   .code = "unreadable",
                   .message = "cannot be read, and no file is printed in CMYK without it",
                   .hints = {"run ./handbill with a network, which fetches it, or leave out `colour: cmyk`"}});
  return std::nullopt;
}

}  // namespace

Result<std::optional<pdf::PressProfile>> load_press_profile(const fs::path& folder, const Files& files) {
  Result<std::optional<pdf::PressProfile>> result;
  Diagnostics& found = result.diagnostics;
  const fs::path list = folder / "profiles.yaml";
  auto bytes = read_or_report(list, files, found);
  if (!bytes) return result;
  const Place place = Place::in_file(list.string());
  const auto text = take(clean_text(std::move(*bytes), place), found);
  const auto root = text ? take(yaml::parse(*text, place.at(1, 1)), found) : std::nullopt;
  if (!root) return result;
  yaml::MappingReader all(*root, "profiles.yaml", found);
  const yaml::Node* press = all.node("press");
  if (press == nullptr) return result;
  yaml::MappingReader reader(*press, "the press", found);
  const std::string file = reader.text("file").value_or("");
  auto profile = read_or_report(folder / fs::path(file).filename(), files, found);
  if (!profile) return result;
  if (!pdf::usable_profile(*profile)) {
    found.push_back({.place = reader.place_of("file"),
                     .code = "press-profile",
                     .message = fmt::format("\"{}\" is no ICC profile of a press that prints CMYK", file),
                     .hints = {}});
    return result;
  }
  result.value = pdf::PressProfile{.bytes = std::move(*profile),
                                   .condition = reader.text("condition").value_or("Custom"),
                                   .name = reader.text("name").value_or(file)};
  return result;
}

}  // namespace handbill
