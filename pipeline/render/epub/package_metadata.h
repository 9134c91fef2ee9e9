// The package's metadata: what library and reading systems know of a publication before it is opened.
#pragma once

#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "render/epub/pages.h"

namespace handbill::epub {

/// The languages of a document: its own first, then those that parts of it are in.
std::vector<Language> languages_of(const Document& document);

/// Adds the <metadata> element: identifier, titles (with the source's, when the book is a translation), creators,
/// languages, description, dates, accessibility.
void write_metadata(pugi::xml_node package, const PageInput& input, std::string_view site);

}  // namespace handbill::epub
