#include "render/epub/properties.h"

#include <string>

#include "render/epub/xml.h"

namespace handbill::epub {

pugi::xml_node add_property(pugi::xml_node metadata, const char* property, std::string_view value,
                            std::string_view refines) {
  const pugi::xml_node meta = add_element(metadata, "meta", value);
  if (!refines.empty()) set_attribute(meta, "refines", refines);
  set_attribute(meta, "property", property);
  return meta;
}

pugi::xml_node add_statement(pugi::xml_node metadata, const char* name, const Passage& passage) {
  const pugi::xml_node element = add_element(metadata, name, plain_text(passage.inlines));
  if (passage.language) set_statement_language(element, *passage.language);
  return element;
}

void set_statement_language(pugi::xml_node statement, const Language& language) {
  set_attribute(statement, "xml:lang", language.tag());
  set_attribute(statement, "dir", name_of(language.direction()));
}

}  // namespace handbill::epub
