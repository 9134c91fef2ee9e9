// What a PO file says about itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/language.h"
#include "translation/catalogue.h"

namespace handbill {

/// Reads the header, the translation of the empty text, into the catalogue's locale and document. A language that is
/// none leaves the locale as it is.
void read_po_header(std::string_view header, Catalogue& catalogue);

/// A language as gettext names it, after the system's locales: "nl_BE", "nl_BE.UTF-8", "sr@latin".
std::optional<Language> language_of_gettext(std::string_view name);

}  // namespace handbill
