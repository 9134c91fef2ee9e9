// What a translation from elsewhere changes in a locale file.
#pragma once

#include <cstddef>

#include "core/diagnostic.h"
#include "document/document.h"
#include "translation/catalogue.h"
#include "translation/locale_file.h"

namespace handbill {

/// What became of a document's units, and of what came in.
struct ImportCounts {
  std::size_t units = 0;         ///< of the document; the sum of the next six
  std::size_t taken = 0;         ///< new or other translations, stale ones included
  std::size_t same = 0;          ///< there already, word for word
  std::size_t kept = 0;          ///< the locale file has another translation, which is not stale
  std::size_t refused = 0;       ///< would not be printed: see localise()
  std::size_t untranslated = 0;  ///< came in without a translation
  std::size_t absent = 0;        ///< did not come in
  std::size_t stale = 0;         ///< of those taken: to be looked at again
  std::size_t unknown = 0;       ///< texts that came in and that no unit has
};

struct Imported {
  LocalePlan plan;
  ImportCounts counts;
};

struct ImportInput {
  const Document& document;
  const LocaleFile& file;     ///< up to date: see sync()
  const Catalogue& incoming;  ///< from PO, XLIFF or a translated page
  bool overwrite = false;     ///< takes what would be kept out as well
};

/// Finds each unit's translation as sync() does: the same text, or one much like it, whose translation is then stale.
/// A translation that build would not print is reported as localise() reports it, and not taken. A note comes in where
/// there is none, that of a text without a translation too. Diagnostics, at the place in the file that came in:
/// `unknown-unit` (warning; the first 20), `kept-translation` (note), and those of localise().
Result<Imported> import_translations(const ImportInput& input);

}  // namespace handbill
