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

/// One of the materials while it is gathered.
struct Part {
  const MaterialsQuery& query;
  const Files& files;  ///< that log what is read
  Diagnostics& found;
};

class Gathering {
 public:
  Gathering(const MaterialsQuery& query, Diagnostics& found) : query_(query), found_(found) {}

  template <class Work>
  void gather(Account& account, const Work& work) {
    const LoggedFiles files(query_.files);
    Diagnostics found;
    work(Part{query_, files, found});
    const Looks looks = files.looks();
    account.looks.insert(account.looks.end(), looks.begin(), looks.end());
    append(account.diagnostics, Diagnostics(found));
    append(found_, std::move(found));
  }

 private:
  const MaterialsQuery& query_;
  Diagnostics& found_;
};

/// The project's own fonts, else those that come with the program.
FontLibraryPtr load_fonts(const Part& part) {
  const fs::path own = part.query.project.folder / "fonts";
  const bool has_own = part.files.exists(own / "fonts.yaml");
  return take(FontLibrary::load(has_own ? own : part.query.home / "fonts", part.files), part.found);
}

/// The project's own press, else the one that comes with the program.
std::optional<pdf::PressProfile> load_press(const Part& part) {
  const fs::path own = part.query.project.folder / "fonts";
  const bool has_own = part.files.exists(own / "profiles.yaml");
  return take(load_press_profile(has_own ? own : part.query.home / "fonts", part.files), part.found);
}

std::vector<std::string> theme_names(const Part& part) {
  std::vector<std::string> names;
  for (const std::string& name : part.files.names_in(part.query.project.content() / "themes"))
    if (fs::path(name).extension() == ".yaml") names.push_back(fs::path(name).stem().string());
  return names;
}

std::optional<ThemeFile> load_theme(const Part& part, const FontLibrary& fonts) {
  Diagnostics& found = part.found;
  const Project& project = part.query.project;
  if (project.theme.empty()) return ThemeFile::built_in();
  const std::vector<std::string> names = theme_names(part);
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
  ReadResult read = part.files.read(path, limits::source_bytes);
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
  Gathering gathering(query, result.diagnostics);
  if (query.fonts)
    gathering.gather(materials.type_account, [&](const Part& part) { materials.fonts = load_fonts(part); });
  for (const Language& locale : query.locales) {
    if (materials.words.contains(locale)) continue;
    gathering.gather(materials.words_accounts[locale], [&](const Part& part) {
      materials.words.emplace(locale,
                              take(read_interface({locale, query.project, query.home, part.files}), part.found));
    });
  }
  if (query.press)
    gathering.gather(materials.press_account, [&](const Part& part) { materials.press = load_press(part); });
  if (materials.fonts != nullptr)
    gathering.gather(materials.type_account,
                     [&](const Part& part) { materials.theme = load_theme(part, *materials.fonts); });
  return result;
}

}  // namespace handbill
