#include "translation/entry_index.h"

#include <algorithm>

#include "document/markdown.h"
#include "translation/folded_text.h"

namespace handbill {

std::string canonical_source(const CatalogueEntry& entry, const std::vector<FootnoteLabel>& footnotes) {
  return fold_text(to_markdown(parse_inlines(entry.source, entry.place, footnotes).value));
}

EntryIndex::EntryIndex(const Catalogue& catalogue, const std::unordered_set<std::string>& sources,
                       const std::vector<FootnoteLabel>& footnotes) {
  for (const auto& entry : catalogue.entries) {
    auto source = entry.source;
    if (sources.count(source) == 0) source = canonical_source(entry, footnotes);
    if (sources.count(source) == 0)
      unknown_.push_back(&entry);
    else
      by_source_[source].push_back(&entry);
  }
}

const CatalogueEntry* EntryIndex::find(const Unit& unit) const {
  const auto found = by_source_.find(unit.source);
  if (found == by_source_.end()) return nullptr;
  const auto rank = [&](const CatalogueEntry* entry) {
    return (entry->target.empty() ? 2 : 0) + (entry->id == unit.id ? 0 : 1);
  };
  return *std::min_element(found->second.begin(), found->second.end(),
                           [&](const CatalogueEntry* a, const CatalogueEntry* b) { return rank(a) < rank(b); });
}

}  // namespace handbill
