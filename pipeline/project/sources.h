// Which Markdown files a build reads.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/files.h"
#include "core/language.h"
#include "project/project.h"

namespace handbill {

/// A Markdown file and the languages it is to be made in.
struct SourceFile {
  std::filesystem::path path;     ///< as it is shown to people
  std::string name;               ///< the document's: without folder, language suffix and extension
  Language language;              ///< what the file's name says, else the project's source language
  std::vector<Language> locales;  ///< empty: the language it turns out to be written in
};

/// A file's name taken apart: "page.ar.md" is "page" in Arabic. A suffix that is no language belongs to the name.
struct FileName {
  std::string name;
  std::optional<Language> language;
};
FileName split_file_name(const std::filesystem::path& path);

struct SourceQuery {
  const std::vector<std::string>& documents;  ///< names in content/ or paths; empty: everything in content/
  const std::vector<Language>& locales;       ///< asked for by the user; empty: the project's
  const Project& project;
  const Files& files;
};

/// Finds the files. A page whole in a language (page.ar.md beside page.md) stands for its document in that language;
/// asked for by itself it is made in that language only. A file from outside the project's folder has no locale files
/// and is made in its own language, unless the user names others. Diagnostics: `no-document` (with the nearest name),
/// `nothing-to-build`.
Result<std::vector<SourceFile>> find_sources(const SourceQuery& query);

}  // namespace handbill
