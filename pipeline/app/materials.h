// What all files of a build share: fonts, theme, the program's words.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "core/diagnostic.h"
#include "core/files.h"
#include "design/theme_file.h"
#include "manifest/look.h"
#include "project/project.h"
#include "render/pdf/press.h"
#include "text/font_library.h"
#include "translation/interface.h"

namespace handbill {

/// What one of the materials was made from, and what there was to say about it.
struct Account {
  Looks looks;
  Diagnostics diagnostics;
};

/// Immutable once gathered; threads share it.
struct Materials {
  std::map<Language, Interface> words;
  FontLibraryPtr fonts;  ///< null when no file needs them, or none can be used
  /// Nothing where fonts are null, or the theme is wrong: pages must not look otherwise than they were meant to.
  std::optional<ThemeFile> theme;
  std::optional<pdf::PressProfile> press;  ///< nothing when no file needs it, or it cannot be used

  std::map<Language, Account> words_accounts;
  Account type_account;  ///< fonts and theme
  Account press_account;

  /// What turned out to be no usable font; to be asked when all is set.
  Diagnostics font_problems() const;
};

struct MaterialsQuery {
  const Project& project;
  const std::filesystem::path& home;
  const Files& files;
  std::vector<Language> locales;  ///< may name one several times
  bool fonts = false;
  bool press = false;  ///< something is printed in CMYK
};

/// Diagnostics: of fonts, interface files and the theme; `unknown-theme` (with the nearest).
Result<Materials> gather_materials(const MaterialsQuery& query);

}  // namespace handbill
