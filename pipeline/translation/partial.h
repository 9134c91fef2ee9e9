// Documents of which some texts are not translated.
#pragma once

#include <string>

#include "document/document.h"

namespace handbill {

/// The document without what is in another language than its own: headings, paragraphs and calls to action; lists,
/// quotes and tables with what is left of them (a table's row is left out as a whole). The title stays, and so do
/// pictures. Footnotes that nothing mentions any more go too; the others are numbered anew.
Document without_untranslated(Document document);

/// The document with a line that says `note` before each run of blocks that are mostly in another language than its
/// own; after the heading, where the run begins with one.
Document with_notes(Document document, const std::string& note);

}  // namespace handbill
