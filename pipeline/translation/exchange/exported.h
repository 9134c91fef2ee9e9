// A document and its translation, ready to be written in a format that translators' programs read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "document/document.h"
#include "source/parse.h"
#include "translation/catalogue.h"

namespace handbill {

/// One text to translate. Units that say the same and are translated alike are one.
struct ExportedText {
  std::string id;      ///< the first unit's
  bool ambiguous;      ///< the same source is translated otherwise elsewhere, so that only the id tells them apart
  std::string source;  ///< canonical inline Markdown
  std::string target;  ///< on one line; empty: not translated yet
  std::optional<std::string> stale;  ///< the earlier source, see CatalogueEntry
  std::string note;
  std::vector<Place> places;  ///< of its units, in reading order
};

struct Exported {
  std::string document;
  std::string file;  ///< the source's path as people know it
  Language source;
  Language target;
  std::vector<ExportedText> texts;       ///< in reading order
  std::vector<FootnoteLabel> footnotes;  ///< what the texts may mention
};

/// `markdown` as it is, or in canonical form when it is written on several lines.
std::string on_one_line(const std::string& markdown, const std::vector<FootnoteLabel>& footnotes);

/// Everything there is to translate in `document`, with what `catalogue` has for it.
Exported export_document(const Document& document, const Catalogue& catalogue);

}  // namespace handbill
