// Text that no font can show, found before anything is set.
#pragma once

#include "core/diagnostic.h"
#include "document/document.h"
#include "text/font_library.h"

namespace handbill {

/// `missing-glyph` errors as setting would report them, once per character and document, at the text it stands in.
Diagnostics check_fonts(const Document& document, const FontLibrary& fonts);

}  // namespace handbill
