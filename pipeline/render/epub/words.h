// The program's own words in XHTML, each in the language it is available in.
#pragma once

#include <pugixml.hpp>
#include <string_view>

#include "translation/interface.h"

namespace handbill::epub {

/// Adds an element that says one of the program's words; it names the word's language where that is not the book's.
pugi::xml_node add_words(pugi::xml_node parent, const char* name, std::string_view key, const Interface& words);

/// Gives an element one of the program's words as its name for screen readers. Where the word fell back to another
/// language, so does the element: it should hold nothing that is read otherwise.
void set_label(pugi::xml_node element, std::string_view key, const Interface& words,
               const MessageArguments& arguments = {});

}  // namespace handbill::epub
