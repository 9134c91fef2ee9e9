// What a project's locale files say.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/files.h"
#include "document/document.h"
#include "project/project.h"
#include "translation/catalogue.h"
#include "translation/interface.h"

namespace handbill {

/// The languages that the user asked for. Known is what the project lists, what has a folder in locales/ (its own or
/// that of the language it falls back to), what `also` names, and pseudo-locales. Diagnostics: `usage`, with the
/// nearest.
struct LocaleQuery {
  const std::vector<std::string>& tags;
  const std::vector<Language>& also;
  const Project& project;
  const Files& files;
};
Result<std::vector<Language>> find_locales(const LocaleQuery& query);

/// A document's catalogues for a locale: its own and those it falls back to, as far as they exist.
struct CatalogueChain {
  std::vector<Catalogue> catalogues;
  bool usable = true;  ///< false when a file is there of which nothing can be used: the locale must not be made
};
Result<CatalogueChain> read_catalogues(const Document& document, const Language& locale, const Project& project,
                                       const Files& files);

/// Whether a locale's own file holds only what is different from what it falls back to: that of a variant (nl-BE) of a
/// language that has a file, or of the document's own.
bool is_variant(const Document& document, const Language& locale, const Project& project, const Files& files);

/// The program's words in a locale: from the project's locales/, else from those that come with the program (in
/// `home`), else in the language they are built in with, which is a warning, `missing-interface`.
struct InterfaceQuery {
  const Language& locale;
  const Project& project;
  const std::filesystem::path& home;
  const Files& files;
};
Result<Interface> read_interface(const InterfaceQuery& query);

}  // namespace handbill
