// A translator's text, read and judged.
#pragma once

#include <optional>
#include <vector>

#include "core/diagnostic.h"
#include "document/inline.h"
#include "source/parse.h"
#include "translation/catalogue.h"
#include "translation/unit.h"

namespace handbill {

struct TargetInput {
  const CatalogueEntry& entry;
  const Unit& unit;
  const Inlines& source;  ///< the unit's own text
  const std::vector<FootnoteLabel>& footnotes;
};

/// The entry's target as inlines; nothing when it does what a translation may not: raw HTML, other links than the
/// source's, hidden characters, addresses that look like others.
Result<std::optional<Inlines>> read_target(const TargetInput& input);

}  // namespace handbill
