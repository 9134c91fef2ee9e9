// Translation units: a document seen as a list of texts.
#pragma once

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

/// The units of a document in reading order; passages without a letter or digit are none of anybody's work and are
/// left out, and of several units with the same source all are kept.
std::vector<Unit> units_of(const Document& document);

/// One unit a line: place, id, source.
std::string dump(const std::vector<Unit>& units);

}  // namespace handbill
