// A source document and its catalogues, merged into a localised document.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "document/document.h"
#include "translation/catalogue.h"
#include "translation/unit.h"

namespace handbill {

/// How much of a document a locale covers, in units.
struct Coverage {
  std::size_t units = 0;
  std::size_t translated = 0;  ///< in the locale itself or a parent of it; stale ones included
  std::size_t stale = 0;
  std::size_t missing() const { return units - translated; }
};

struct Localised {
  Document document;
  Coverage coverage;
  std::set<std::string> untranslated;  ///< the ids of units that stay in the source's language
  std::set<std::string> stale;         ///< of those with a target that was made from an earlier source
};

/// A unit and the target that was taken for it.
struct TranslatedUnit {
  const Unit& unit;
  const CatalogueEntry& entry;
  const Inlines& source;
  const Inlines& target;
  const Language& language;  ///< the catalogue's: the locale or one that it falls back to
};
using Inspector = std::function<void(const TranslatedUnit&)>;

struct LocaliseOptions {
  Inspector inspect = {};  ///< is shown every target that is good
  bool use_stale = true;   ///< false: what was made from an earlier source is as good as nothing
};

/// Replaces every passage by its translation. `chain` holds the locale's catalogue first and then its parents'
/// (nl-BE, nl), as far as there are any; the first that has a good target for a unit gives it. A unit is found by id
/// and source, else by source alone. What no catalogue translates stays in the source's language and says so in
/// Passage::language, unless the locale is a variant of that language (a document in "en" for "en-GB"). Footnotes are
/// numbered anew where translations mention them in another order. Diagnostics, at the catalogue's line where there
/// is one:
///   missing-unit   a unit that no catalogue has (warning; one per unit, at the source's line, naming the locale)
///   empty-unit     a unit whose target is not written yet (warning)
///   missing-catalogue   an empty chain (one warning, for the whole document)
///   stale-unit     a target made from an earlier source (warning)
///   unknown-unit   an entry that no unit of the document has (warning, with the nearest unit's id)
///   raw-html, shortcode, link-changed, unknown-footnote, bidi-control, control-character, look-alike, empty-target:
///   what a translation may not do: it keeps the source's links, images and footnote marks, in any order, adds no HTML,
///   no shortcode and nothing hidden, shows no address that is not what it seems, and says something (errors; that
///   target is not used)
/// A document in its own language passes through.
Result<Localised> localise(const Document& document, const Language& locale, const std::vector<Catalogue>& chain,
                           const LocaliseOptions& options = {});

}  // namespace handbill
