#include "render/epub/package.h"

#include <vector>

#include "document/walk.h"
#include "render/epub/metadata.h"
#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

void add_property(pugi::xml_node metadata, const char* property, std::string_view value,
                  const char* refines = nullptr) {
  const pugi::xml_node meta = add_element(metadata, "meta", value);
  if (refines != nullptr) set_attribute(meta, "refines", refines);
  set_attribute(meta, "property", property);
}

/// Text for people, in its own language and direction where those are not the package's.
pugi::xml_node add_words(pugi::xml_node metadata, const char* name, const Passage& passage) {
  const pugi::xml_node element = add_element(metadata, name, plain_text(passage.inlines));
  if (passage.language) {
    set_attribute(element, "xml:lang", passage.language->tag());
    set_attribute(element, "dir", passage.language->right_to_left() ? "rtl" : "ltr");
  }
  return element;
}

void add_title(pugi::xml_node metadata, const PageInput& input) {
  const FrontMatter& front = input.document.front;
  const pugi::xml_node title = front.title ? add_words(metadata, "dc:title", *front.title)
                                           : add_element(metadata, "dc:title", title_text(input.document));
  set_attribute(title, "id", "main-title");
  add_property(metadata, "title-type", "main", "#main-title");
  if (!front.subtitle || front.subtitle->inlines.empty()) return;
  set_attribute(add_words(metadata, "dc:title", *front.subtitle), "id", "subtitle");
  add_property(metadata, "title-type", "subtitle", "#subtitle");
}

/// The document's language first, then those that parts of it are in.
void add_languages(pugi::xml_node metadata, const Document& document) {
  std::vector<Language> languages{document.language};
  for_each_passage(document, [&](const Passage& passage) {
    if (!passage.language || passage.inlines.empty()) return;
    for (const Language& known : languages)
      if (known == *passage.language) return;
    languages.push_back(*passage.language);
  });
  for (const Language& language : languages) add_element(metadata, "dc:language", language.tag());
}

void add_dates(pugi::xml_node metadata, const FrontMatter& front) {
  if (const auto date = day(front.date)) add_element(metadata, "dc:date", *date);
  add_property(metadata, "dcterms:modified", last_modified(front));
}

/// What schema.org's vocabulary has for a page of text: nothing moves, flashes or sounds, and all of it can be read
/// without seeing the images.
void add_accessibility(pugi::xml_node metadata, const PageInput& input) {
  const bool images = !input.plan.images.empty();
  add_property(metadata, "schema:accessMode", "textual");
  if (images) add_property(metadata, "schema:accessMode", "visual");
  add_property(metadata, "schema:accessModeSufficient", "textual");
  for (const char* feature : {"displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"})
    add_property(metadata, "schema:accessibilityFeature", feature);
  if (images) add_property(metadata, "schema:accessibilityFeature", "alternativeText");
  add_property(metadata, "schema:accessibilityHazard", "none");
  add_property(metadata, "schema:accessibilitySummary", input.words.message("accessibility-summary"));
  set_attribute(metadata.last_child(), "xml:lang", input.words.language_of("accessibility-summary").tag());
}

void write_metadata(pugi::xml_node package, const PageInput& input, std::string_view site) {
  const pugi::xml_node metadata = add_element(package, "metadata");
  set_attribute(metadata, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  set_attribute(add_element(metadata, "dc:identifier", identifier(site, input.document)), "id", "publication");
  add_title(metadata, input);
  add_languages(metadata, input.document);
  const auto& description = input.document.front.description;
  if (description && !description->inlines.empty()) add_words(metadata, "dc:description", *description);
  add_dates(metadata, input.document.front);
  add_accessibility(metadata, input);
}

struct Item {
  std::string id;
  std::string href;
  std::string media_type;
  std::string properties;
};

void add_item(pugi::xml_node manifest, const Item& item) {
  const pugi::xml_node element = add_element(manifest, "item");
  set_attribute(element, "id", item.id);
  set_attribute(element, "href", item.href);
  set_attribute(element, "media-type", item.media_type);
  if (!item.properties.empty()) set_attribute(element, "properties", item.properties);
}

/// "text-1" for "text-1.xhtml", "image-1" for "images/image-1.png".
std::string item_id(const std::string& name) {
  const std::size_t start = name.rfind('/') + 1;
  return name.substr(start, name.find('.') - start);
}

void write_manifest(pugi::xml_node package, const PageInput& input) {
  constexpr const char* xhtml = "application/xhtml+xml";
  const pugi::xml_node manifest = add_element(package, "manifest");
  add_item(manifest, {"nav", navigation_file, xhtml, "nav"});
  add_item(manifest, {"style", stylesheet_file, "text/css", ""});
  add_item(manifest, {"cover", cover_file, xhtml, ""});
  for (const ContentFile& file : input.plan.files) add_item(manifest, {item_id(file.name), file.name, xhtml, ""});
  const ImageFile* cover = input.plan.image(input.document.front.feature);
  for (const auto& [address, file] : input.plan.images)
    add_item(manifest, {item_id(file.name), file.name, file.media_type, &file == cover ? "cover-image" : ""});
}

void write_spine(pugi::xml_node package, const PageInput& input) {
  const pugi::xml_node spine = add_element(package, "spine");
  set_attribute(spine, "page-progression-direction", input.document.language.right_to_left() ? "rtl" : "ltr");
  set_attribute(add_element(spine, "itemref"), "idref", "cover");
  for (const ContentFile& file : input.plan.files)
    set_attribute(add_element(spine, "itemref"), "idref", item_id(file.name));
}

}  // namespace

std::string package_document(const PageInput& input, std::string_view site) {
  pugi::xml_document document;
  const pugi::xml_node package = add_element(document, "package");
  set_attribute(package, "xmlns", "http://www.idpf.org/2007/opf");
  set_attribute(package, "version", "3.0");
  set_attribute(package, "unique-identifier", "publication");
  set_attribute(package, "xml:lang", input.document.language.tag());
  set_attribute(package, "dir", input.document.language.right_to_left() ? "rtl" : "ltr");
  write_metadata(package, input, site);
  write_manifest(package, input);
  write_spine(package, input);
  return serialise(document);
}

std::string container_document() {
  pugi::xml_document document;
  const pugi::xml_node container = add_element(document, "container");
  set_attribute(container, "xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
  set_attribute(container, "version", "1.0");
  const pugi::xml_node rootfile = add_element(add_element(container, "rootfiles"), "rootfile");
  set_attribute(rootfile, "full-path", package_path);
  set_attribute(rootfile, "media-type", "application/oebps-package+xml");
  return serialise(document);
}

}  // namespace handbill::epub
