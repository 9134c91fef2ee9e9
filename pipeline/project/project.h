// handbill.yaml: what a project's documents have in common.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/files.h"
#include "core/language.h"
#include "design/edition.h"

namespace handbill {

struct Project {
  std::filesystem::path folder;   ///< where handbill.yaml is looked for; empty for the current one
  std::string site;               ///< what links that start with "/" are relative to; may be empty
  Language source;                ///< what documents are written in that do not say
  std::vector<Language> locales;  ///< empty: every document in its own language
  std::vector<Edition> editions;
  std::string theme;  ///< a file in content/themes/, without its extension; empty: the built-in one
  Place theme_place;

  std::filesystem::path content() const { return folder / "content"; }
  std::filesystem::path locale_file(const Language& locale, const std::string& name) const {
    return folder / "locales" / locale.tag() / (name + ".yaml");
  }
};

/// Reads `folder`/handbill.yaml; a folder without one is a project with the defaults. Diagnostics: encoding, yaml…,
/// wrong-type, unknown-key, unknown-value, `unknown-language`, `duplicate-locale` (warning), `site` (no web address),
/// `unreadable`.
Result<Project> load_project(const std::filesystem::path& folder, const Files& files);

}  // namespace handbill
