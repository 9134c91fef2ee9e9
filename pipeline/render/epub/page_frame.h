// What all XHTML files have in common.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "core/language.h"

namespace handbill::epub {

/// Starts a page: document type, head with title and stylesheet, and the body, which is returned. The language is said
/// once for all of it, and the script as a class, for the stylesheet. `part` is what of a book the page is, in EPUB's
/// vocabulary: "cover", "frontmatter", "bodymatter"; nothing for what is no part of its text.
pugi::xml_node begin_page(pugi::xml_document& page, std::string_view title, const Language& language,
                          const char* part = nullptr);

}  // namespace handbill::epub
