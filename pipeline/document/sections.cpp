// Leaving sections out of a document.
#include <algorithm>
#include <iterator>

#include "document/document.h"
#include "document/footnotes.h"

namespace handbill {
namespace {

constexpr const char* intro = "intro";

const Heading* heading_of(const Block& block) {
  return std::get_if<Heading>(&block.node);
}

std::vector<std::string> section_ids(const Document& document) {
  std::vector<std::string> ids{intro};
  for (const Block& block : document.blocks)
    if (const Heading* heading = heading_of(block)) ids.push_back(heading->id);
  return ids;
}

Diagnostic unknown_section(const std::string& id, const std::vector<std::string>& known, const Place& place) {
  Diagnostic diagnostic{Severity::error, place, "unknown-section", "no section has the id \"" + id + "\"", {}};
  const std::string near = nearest(id, known);
  if (!near.empty()) {
    diagnostic.hints.push_back("did you mean \"" + near + "\"?");
  } else {
    std::string all;
    for (const std::string& other : known) all += (all.empty() ? "" : ", ") + other;
    diagnostic.hints.push_back("choose from the document's sections: " + all);
  }
  return diagnostic;
}

// A section is wanted when its own heading is listed or when it lies inside one that is.
Blocks wanted_blocks(const Blocks& blocks, const std::vector<std::string>& ids) {
  const auto listed = [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
  Blocks kept;
  bool keeping = listed(intro);
  int kept_level = 0;  // of the listed heading whose section we are in; 0 in the intro and outside
  for (const Block& block : blocks) {
    if (const Heading* heading = heading_of(block)) {
      const bool inside = keeping && kept_level > 0 && heading->level > kept_level;
      if (!inside) {
        keeping = listed(heading->id);
        kept_level = keeping ? heading->level : 0;
      }
    }
    if (keeping) kept.push_back(block);
  }
  return kept;
}

}  // namespace

Result<Document> select_sections(const Document& document, const std::vector<std::string>& ids, const Place& place) {
  Result<Document> result;
  const std::vector<std::string> known = section_ids(document);
  for (const std::string& id : ids)
    if (std::find(known.begin(), known.end(), id) == known.end())
      result.diagnostics.push_back(unknown_section(id, known, place));
  if (ids.empty()) {
    result.value = document;
    return result;
  }
  result.value.name = document.name;
  result.value.language = document.language;
  result.value.file = document.file;
  result.value.front = document.front;
  result.value.blocks = wanted_blocks(document.blocks, ids);
  result.value.footnotes = document.footnotes;
  number_footnotes(result.value);
  return result;
}

}  // namespace handbill
