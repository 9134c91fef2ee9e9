// Statements in the package's metadata.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "core/language.h"
#include "document/document.h"

namespace handbill::epub {

/// <meta property="…">value</meta>, about the publication or about the element with the id that `refines` names ("#…").
/// Returns it.
pugi::xml_node add_property(pugi::xml_node metadata, const char* property, std::string_view value,
                            std::string_view refines = {});

/// Text for people, in its own language and direction where those are not the package's.
pugi::xml_node add_statement(pugi::xml_node metadata, const char* name, const Passage& passage);

/// The language and direction of one statement.
void set_statement_language(pugi::xml_node statement, const Language& language);

}  // namespace handbill::epub
