// Theme files: content/themes/<name>.yaml.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "design/edition.h"
#include "design/theme.h"

namespace handbill {

/// A theme for every layout and script. Immutable; threads may share it. content/themes/campaign.yaml documents the
/// format, is compiled into the program, and is what every other file is read over: a theme file only says what it
/// does otherwise.
class ThemeFile {
 public:
  /// The campaign theme.
  static ThemeFile built_in();

  /// Diagnostics: encoding, yaml…, wrong-type, unknown-key (nearest), `unknown-face` (a font that is no role of
  /// fonts.yaml, nearest of `roles`), `unknown-colour` (neither a name nor #rrggbb, nearest), `length` (not a length,
  /// or out of range).
  static Result<ThemeFile> parse(std::string bytes, const Place& file, const std::vector<std::string>& roles);

  /// The theme of a layout in a language, its sizes and leading scaled for the language's script.
  Theme theme(LayoutKind layout, const Language& language) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace handbill
