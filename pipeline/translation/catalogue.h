// Catalogues: locale files as they were read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "core/yaml.h"

namespace handbill {

struct CatalogueEntry {
  std::string id;      ///< empty when the file gives none
  std::string source;  ///< white space folded, as in Unit::source: it is compared
  std::string target;  ///< as written, without white space at its ends; empty: not translated yet
  std::string note;
  std::optional<std::string> stale;  ///< the earlier source, when the source changed after this was translated
  bool spaced = false;               ///< the target was written with space at its ends, which is no part of it
  Place place;                       ///< of the entry
  Place target_place;                ///< of the target's first character, or of the entry when there is none
};

/// locales/<locale>/<document>.yaml. Immutable once read.
struct Catalogue {
  std::string document;
  Language locale;
  Place file;
  std::string source_revision;           ///< `source-revision:`, what it was last brought up to date with; any text
  std::vector<CatalogueEntry> entries;   ///< `units:`, in the file's order
  std::vector<CatalogueEntry> obsolete;  ///< `obsolete:`, kept for their translators
};

/// Reads a locale file for `document` in `locale`. An entry that is wrong is reported and left out, the rest is
/// kept. Diagnostics: encoding, yaml…, wrong-type, unknown-key, `catalogue` (not a map, no `units:` list),
/// `other-document`, `other-locale` (errors: nothing of it is used), `duplicate-unit` (the same id and source twice;
/// the first one counts), `missing-source`.
Result<Catalogue> parse_catalogue(std::string bytes, const Place& file, std::string_view document,
                                  const Language& locale);

/// The same for text that has been parsed already: clean, and `root` is what it says.
struct ParsedCatalogue {
  std::string_view text;
  const yaml::Node& root;
  const Place& file;
  std::string_view document;
  const Language& locale;
};
Result<Catalogue> read_catalogue(const ParsedCatalogue& parsed);

}  // namespace handbill
