#include "render/epub/package_metadata.h"

#include <string>
#include <vector>

#include "document/walk.h"
#include "render/epub/accessibility.h"
#include "render/epub/creators.h"
#include "render/epub/metadata.h"
#include "render/epub/properties.h"
#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

/// The source's title beside the translated one, for catalogues and for those who look for the original.
void add_source_title(pugi::xml_node metadata, const PageInput& input) {
  if (input.source == nullptr || input.source->language == input.document.language) return;
  const std::string title = title_text(*input.source);
  if (title == title_text(input.document)) return;
  set_statement_language(add_property(metadata, "alternate-script", title, "#main-title"), input.source->language);
}

void add_titles(pugi::xml_node metadata, const PageInput& input) {
  const FrontMatter& front = input.document.front;
  const pugi::xml_node title = front.title ? add_statement(metadata, "dc:title", *front.title)
                                           : add_element(metadata, "dc:title", title_text(input.document));
  set_attribute(title, "id", "main-title");
  add_property(metadata, "title-type", "main", "#main-title");
  add_source_title(metadata, input);
  if (!front.subtitle || front.subtitle->inlines.empty()) return;
  set_attribute(add_statement(metadata, "dc:title", *front.subtitle), "id", "subtitle");
  add_property(metadata, "title-type", "subtitle", "#subtitle");
}

/// `role` is a relator code of the Library of Congress: "aut" wrote it, "trl" translated it.
void add_role(pugi::xml_node metadata, const char* role, const std::string& refines) {
  set_attribute(add_property(metadata, "role", role, refines), "scheme", "marc:relators");
}

void add_creators(pugi::xml_node metadata, const Document& document) {
  int number = 0;
  for (const Creator& author : authors(document)) {
    const std::string id = "author-" + std::to_string(++number);
    set_attribute(add_element(metadata, "dc:creator", author.name), "id", id);
    add_role(metadata, "aut", "#" + id);
    for (const auto& [language, name] : author.other_scripts)
      set_statement_language(add_property(metadata, "alternate-script", name, "#" + id), language);
  }
  number = 0;
  for (const std::string& translator : translators(document)) {
    const std::string id = "translator-" + std::to_string(++number);
    set_attribute(add_element(metadata, "dc:contributor", translator), "id", id);
    add_role(metadata, "trl", "#" + id);
  }
}

void add_dates(pugi::xml_node metadata, const FrontMatter& front) {
  if (const auto date = day(front.date)) add_element(metadata, "dc:date", *date);
  add_property(metadata, "dcterms:modified", last_modified(front));
}

}  // namespace

std::vector<Language> languages_of(const Document& document) {
  std::vector<Language> languages{document.language};
  for_each_passage(document, [&](const Passage& passage) {
    if (!passage.language || passage.inlines.empty()) return;
    for (const Language& known : languages)
      if (known == *passage.language) return;
    languages.push_back(*passage.language);
  });
  return languages;
}

void write_metadata(pugi::xml_node package, const PageInput& input, std::string_view site) {
  const pugi::xml_node metadata = add_element(package, "metadata");
  set_attribute(metadata, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  set_attribute(add_element(metadata, "dc:identifier", identifier(site, input.document)), "id", "publication");
  add_titles(metadata, input);
  add_creators(metadata, input.document);
  for (const Language& language : languages_of(input.document)) add_element(metadata, "dc:language", language.tag());
  const auto& description = input.document.front.description;
  if (description && !description->inlines.empty()) add_statement(metadata, "dc:description", *description);
  add_dates(metadata, input.document.front);
  add_accessibility(metadata, input);
}

}  // namespace handbill::epub
