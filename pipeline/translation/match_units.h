// Which entry of a catalogue belongs to which unit of a document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "source/parse.h"
#include "translation/catalogue.h"
#include "translation/unit.h"

namespace handbill {

struct UnitMatch {
  enum class Kind : std::uint8_t {
    exact,    ///< an entry with the unit's source
    similar,  ///< an entry with a source much like it
    shared,   ///< another unit with the same text has an entry, which serves this one too
    none
  };
  Kind kind = Kind::none;
  bool obsolete = false;  ///< the entry is one of Catalogue::obsolete
  std::size_t entry = 0;
};

/// One match a unit; no entry is matched twice. The same text first, by id where a text stands in several places; then
/// the most alike, by similarity(): at least 0.6, or 0.4 under the same id. Ties go to the same id, then to the earlier
/// unit, then to the earlier entry. Among many, only entries that share a rare word with a unit are compared with it.
std::vector<UnitMatch> match_units(const std::vector<Unit>& units, const Catalogue& catalogue,
                                   const std::vector<FootnoteLabel>& footnotes);

}  // namespace handbill
