// Gettext PO files, as Poedit, Weblate and mdBook's gettext tools read and write them.
//
// https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. GNU's own reader, libgettextpo, is not used: it
// reads from the disk only, keeps its state in the process, does not say at which line a message stands, and is under
// the GPL.
#pragma once

#include <optional>
#include <string>

#include "core/diagnostic.h"
#include "translation/catalogue.h"
#include "translation/exchange/exported.h"

namespace handbill {

/// A PO file in UTF-8, without the date that gettext puts into its header, so that it is the same whenever it is made.
///   #. the unit's note
///   #: content/page.md:13
///   #, fuzzy
///   #| msgid "The earlier source"
///   msgctxt "intro/p1"              only where the same source has several translations
///   msgid "The source"
///   msgstr "De vertaling"
std::string to_po(const Exported& exported);

/// Reads a PO file: entries with the context as id, `#, fuzzy` as stale (empty where there is no earlier source),
/// `#.` and translators' remarks as note. The header says the locale ("und" when it does not) and, in
/// Project-Id-Version, perhaps the document. Other charsets than UTF-8 are converted as the header says. Of plural
/// entries the first form counts; obsolete entries are kept apart. Nothing when the file is no PO file or ends early:
/// half a file must not look like a whole one. Diagnostics: `encoding`, `po`.
Result<std::optional<Catalogue>> read_po(std::string bytes, const Place& file);

}  // namespace handbill
