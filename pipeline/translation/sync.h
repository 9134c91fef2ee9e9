// Bringing a locale file up to date with its document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "document/document.h"
#include "translation/locale_file.h"
#include "translation/unit.h"

namespace handbill {

/// What a sync does, in units.
struct SyncChanges {
  std::size_t added = 0;    ///< new in the document: there, without a target
  std::size_t changed = 0;  ///< another source than before; a target there was is marked `stale:`
  std::size_t removed = 0;  ///< no longer in the document: under `obsolete:`, or gone when nobody had written anything
  std::size_t revived = 0;  ///< back from `obsolete:`
  std::size_t moved = 0;    ///< in another place of the file
  std::size_t renamed = 0;  ///< under another id
  bool revised = false;     ///< the source revision is another one

  bool any() const { return added + changed + removed + revived + moved + renamed > 0 || revised; }
};

struct Synced {
  std::string bytes;  ///< the whole file as it should be
  SyncChanges changes;
};

struct SyncInput {
  const Document& document;
  const LocaleFile& file;
  bool add_new = true;  ///< false for a variant (nl-BE) that holds only what is different in it
};

/// gettext's msgmerge for locale files: units in the document's order; new ones empty; changed ones, found by
/// match_units(), with their earlier source under `stale:`; those that are gone under `obsolete:`; those that come back
/// from there. Everything a person wrote stays, and a second sync changes nothing. Nothing, with a `layout` diagnostic,
/// for a file that cannot be changed.
Result<std::optional<Synced>> sync(const SyncInput& input);

/// What a locale file's `source-revision:` says: a fingerprint of the document's units.
std::string revision_of(const std::vector<Unit>& units);

}  // namespace handbill
