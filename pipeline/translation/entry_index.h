// Finding a unit's entry in a catalogue.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "source/parse.h"
#include "translation/catalogue.h"
#include "translation/unit.h"

namespace handbill {

/// An entry's source read as Markdown and written in canonical form: other tools write `*so*` what we write `_so_`.
std::string canonical_source(const CatalogueEntry& entry, const std::vector<FootnoteLabel>& footnotes);

/// A catalogue's entries by the unit they translate. Borrows the catalogue. An entry whose source is no unit's as it
/// stands is compared in canonical form; `footnotes` are the labels such a source may mention. Building costs a look at
/// every entry, finding one a hash.
class EntryIndex {
 public:
  EntryIndex(const Catalogue& catalogue, const std::unordered_set<std::string>& sources,
             const std::vector<FootnoteLabel>& footnotes);

  /// The entry with the unit's id and source, else the first with its source; one with a target goes before one
  /// without. Null when there is none.
  const CatalogueEntry* find(const Unit& unit) const;

  /// The entries that translate none of the sources, in the file's order.
  const std::vector<const CatalogueEntry*>& unknown() const { return unknown_; }

 private:
  std::unordered_map<std::string, std::vector<const CatalogueEntry*>> by_source_;
  std::vector<const CatalogueEntry*> unknown_;
};

}  // namespace handbill
