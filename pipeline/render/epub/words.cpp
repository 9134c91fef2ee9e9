#include "render/epub/words.h"

#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

void say_language(pugi::xml_node element, std::string_view key, const Interface& words) {
  if (words.language_of(key) != words.language()) set_language(element, words.language_of(key));
}

}  // namespace

pugi::xml_node add_words(pugi::xml_node parent, const char* name, std::string_view key, const Interface& words) {
  const pugi::xml_node element = add_element(parent, name, words.message(key));
  say_language(element, key, words);
  return element;
}

void set_label(pugi::xml_node element, std::string_view key, const Interface& words,
               const MessageArguments& arguments) {
  set_attribute(element, "aria-label", words.message(key, arguments));
  say_language(element, key, words);
}

}  // namespace handbill::epub
