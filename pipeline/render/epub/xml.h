// Building XML with pugixml.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "core/language.h"
#include "core/markup.h"

namespace handbill::epub {

using handbill::xml_safe;

pugi::xml_node add_element(pugi::xml_node parent, const char* name);
pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view text);
void add_text(pugi::xml_node parent, std::string_view text);
void set_attribute(pugi::xml_node element, const char* name, std::string_view value);

/// "ltr" or "rtl".
const char* name_of(Direction direction);

/// Says which language an element is in, for people's ears (lang) and for its direction (dir).
void set_language(pugi::xml_node element, const Language& language);

/// The document as UTF-8, with an XML declaration. Elements that hold other blocks have their children on lines of
/// their own; where white space would be text, none is added.
std::string serialise(pugi::xml_document& document);

}  // namespace handbill::epub
