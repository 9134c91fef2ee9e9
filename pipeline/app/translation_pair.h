// A document and a locale, for the commands that exchange translations.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/diagnostic.h"
#include "core/files.h"
#include "document/document.h"
#include "project/project.h"
#include "translation/locale_file.h"

namespace handbill {

/// Finds and reads a document of the project: a name in content/ or a path. Diagnostics: as find_sources() and
/// read_page(); null where there is no document.
Result<DocumentPtr> read_document(const std::string& document, const Project& project, const Files& files);

/// Whether there is such a document.
bool has_document(const std::string& document, const Project& project, const Files& files);

/// The locale file of a document as it is on the disk, or an empty one. Nothing when it has errors.
struct OpenedLocaleFile {
  std::filesystem::path path;
  std::string bytes;  ///< empty when there is no file
  LocaleFile file;
};
Result<std::optional<OpenedLocaleFile>> open_locale_file(const Document& document, const Language& locale,
                                                         const Project& project, const Files& files);

}  // namespace handbill
