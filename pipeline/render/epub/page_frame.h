// What all XHTML files have in common.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "core/language.h"

namespace handbill::epub {

/// Starts a page: document type, head with title and stylesheet, and the body, which is returned. The language is said
/// once for all of it, and the script as a class, for the stylesheet.
pugi::xml_node begin_page(pugi::xml_document& page, std::string_view title, const Language& language);

}  // namespace handbill::epub
