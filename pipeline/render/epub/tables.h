// Tables to XHTML.
#pragma once

#include <pugixml.hpp>

#include "document/document.h"
#include "render/epub/phrases.h"

namespace handbill::epub {

/// A table that a stylesheet can turn into records, "Heading: cell" line by line, where a screen is too narrow for its
/// columns: each cell says what it is under, and roles keep it a table for screen readers when it is not displayed as
/// one. A first column under an empty heading heads its rows.
void write_table(pugi::xml_node parent, const Table& table, const PageContext& context);

}  // namespace handbill::epub
