// A whole translated page as a catalogue.
#pragma once

#include <optional>

#include "core/diagnostic.h"
#include "document/document.h"
#include "translation/catalogue.h"

namespace handbill {

/// Lays `page`, a translation of `source` as a page of its own, beside it text by text: front matter by its keys,
/// footnotes by their labels (else by their number), everything else by align(). The result says what each unit's text
/// is in the page. Where one has a text that the other has not, that is reported (`page-differs`, warnings, with the
/// lines in both), and the texts around it that could as well belong to a neighbour are stale. Nothing when the two
/// have less than half their texts in common: `other-page`.
Result<std::optional<Catalogue>> read_page_translation(const Document& source, const Document& page);

}  // namespace handbill
