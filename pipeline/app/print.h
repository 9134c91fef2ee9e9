// A document's pages, set and put on paper as its edition wants them.
#pragma once

#include <optional>
#include <string>

#include "app/output.h"
#include "layout/pages.h"

namespace handbill {

/// The edition's sections of the document; null when one of them is not there. It is input.document itself, borrowed,
/// where the edition wants all of it as it is.
DocumentPtr edition_document(const OutputInput& input, Diagnostics& found);

/// They, set in pages.
std::optional<Pages> set_pages(const OutputInput& input, Diagnostics& found);

/// The PDF: the pages by themselves, or on the edition's sheets. Nothing when the pages cannot be made or do not go on
/// the sheets.
std::optional<OutputBytes> print(const OutputInput& input, Diagnostics& found);

/// The sheets as text; empty where the edition has none.
std::string dump_sheets(const OutputInput& input, Diagnostics& found);

}  // namespace handbill
