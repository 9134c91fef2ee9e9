// What a build makes: documents, their languages, their editions.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "design/edition.h"
#include "document/document.h"
#include "project/sources.h"

namespace handbill {

/// A source file, read.
struct SourcePage {
  SourceFile source;
  DocumentPtr document;           ///< null when nothing can be made of it, which has been reported
  std::vector<Edition> editions;  ///< the project's, as the document's front matter changes them
  std::size_t bytes = 0;          ///< how long the file is
  bool whole = true;              ///< false: the document is its front matter only, until it is read again
};

/// A document in a language. Its editions share the localised document.
struct Rendition {
  std::size_t page = 0;  ///< index
  Language locale;
  bool use_stale = true;  ///< false for editions that want no translation of an earlier text
};

/// A file to make.
struct PlannedFile {
  std::size_t rendition = 0;  ///< index
  Edition edition;
  std::string path;                 ///< <locale>/<document>-<edition>.<extension>, below the output folder
  std::vector<std::size_t> beside;  ///< Impose::languages: the other languages', whose tags are in the path, en+nl
};

struct Plan {
  std::vector<Rendition> renditions;
  std::vector<PlannedFile> files;
};

/// Reads a document's own editions over the project's. Diagnostics: as read_editions(); `too-many-editions`.
Result<std::vector<Edition>> editions_of(const Document& document, const std::vector<Edition>& project);

/// Plans every page in every language and edition. `editions` are the names the user asked for; empty means all.
/// Diagnostics: `usage` (an edition that no page has, with the nearest), `same-output` (two pages would be written to
/// the same file; the later one is left out).
Result<Plan> make_plan(const std::vector<SourcePage>& pages, const std::vector<std::string>& editions);

}  // namespace handbill
