#include "app/materials.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/press_profile.h"
#include "core/limits.h"
#include "project/locales.h"
#include "project/misuse.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

/// The project's own fonts, else those that come with the program.
FontLibraryPtr load_fonts(const MaterialsQuery& query, Diagnostics& found) {
  const fs::path own = query.project.folder / "fonts";
  const bool has_own = query.files.exists(own / "fonts.yaml");
  return take(FontLibrary::load(has_own ? own : query.home / "fonts", query.files), found);
}

/// The project's own press, else the one that comes with the program.
std::optional<pdf::PressProfile> load_press(const MaterialsQuery& query, Diagnostics& found) {
  const fs::path own = query.project.folder / "fonts";
  const bool has_own = query.files.exists(own / "profiles.yaml");
  return take(load_press_profile(has_own ? own : query.home / "fonts", query.files), found);
}

std::vector<std::string> theme_names(const MaterialsQuery& query) {
  std::vector<std::string> names;
  for (const std::string& name : query.files.names_in(query.project.content() / "themes"))
    if (fs::path(name).extension() == ".yaml") names.push_back(fs::path(name).stem().string());
  return names;
}

std::optional<ThemeFile> load_theme(const MaterialsQuery& query, const FontLibrary& fonts, Diagnostics& found) {
  const Project& project = query.project;
  if (project.theme.empty()) return ThemeFile::built_in();
  const std::vector<std::string> names = theme_names(query);
  if (std::find(names.begin(), names.end(), project.theme) == names.end()) {
    found.push_back({Severity::error,
                     project.theme_place,
                     "unknown-theme",
                     fmt::format("there is no theme \"{}\" in content/themes/", project.theme),
                     {}});
    const std::string hint = suggestion(project.theme, names);
    if (!hint.empty()) found.back().hints.push_back(hint);
    return std::nullopt;
  }
  const fs::path path = project.content() / "themes" / (project.theme + ".yaml");
  const Place file = Place::in_file(path.string());
  ReadResult read = query.files.read(path, limits::source_bytes);
  if (!read.ok()) {
    found.push_back({Severity::error, file, "unreadable", "cannot be read: " + read.reason, {}});
    return std::nullopt;
  }
  auto theme = ThemeFile::parse(std::move(read.bytes), file, fonts.roles());
  const bool sound = !has_errors(theme.diagnostics);
  ThemeFile value = take(std::move(theme), found);
  if (!sound) return std::nullopt;
  return value;
}

}  // namespace

Diagnostics Materials::font_problems() const {
  return fonts == nullptr ? Diagnostics() : fonts->problems();
}

Result<Materials> gather_materials(const MaterialsQuery& query) {
  Result<Materials> result;
  Materials& materials = result.value;
  for (const Language& locale : query.locales) {
    if (materials.words.contains(locale)) continue;
    materials.words.emplace(locale,
                            take(read_interface({locale, query.project, query.home, query.files}), result.diagnostics));
  }
  if (query.fonts) materials.fonts = load_fonts(query, result.diagnostics);
  if (query.press) materials.press = load_press(query, result.diagnostics);
  if (materials.fonts != nullptr) materials.theme = load_theme(query, *materials.fonts, result.diagnostics);
  return result;
}

}  // namespace handbill
