// Whether a page is of a size that can be worked with.
#pragma once

#include <string_view>

#include "core/diagnostic.h"
#include "document/document.h"

namespace handbill {

/// What is too large in a document: `document-size` where the first part stands that is too many, `text-size` at each
/// text that is too long.
Diagnostics oversized(const Document& document);

/// `document-size` for a "page" or "text" at `place` that cmark cannot hold.
Diagnostic too_complicated(const Place& place, std::string_view what);

}  // namespace handbill
