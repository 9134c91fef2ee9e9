// Translation units: a document seen as a list of texts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace handbill {

/// One passage as a translator sees it. Ids are where it is (section's heading id, kind and number), for people;
/// identity is `source`.
struct Unit {
  std::string id;
  std::string source;  ///< canonical inline Markdown, see document/markdown.h
  Place place;
};

/// Whether a passage is somebody's work to translate: it has a letter or a digit.
bool is_unit(const Passage& passage);

/// The unit a passage makes; nothing where is_unit() says no.
std::optional<Unit> unit_of(const Passage& passage);

/// The units of a document in reading order; of several units with the same source all are kept.
std::vector<Unit> units_of(const Document& document);

/// One unit a line: line and column, id, source.
///   13:1 why-does-tech-matter/p1 The original sentence.
std::string dump(const std::vector<Unit>& units);

}  // namespace handbill
