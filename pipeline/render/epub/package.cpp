#include "render/epub/package.h"

#include "render/epub/package_metadata.h"
#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

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

void write_manifest(pugi::xml_node package, const PageInput& input, const Typefaces& typefaces) {
  constexpr const char* xhtml = "application/xhtml+xml";
  const pugi::xml_node manifest = add_element(package, "manifest");
  add_item(manifest, {"nav", navigation_file, xhtml, "nav"});
  add_item(manifest, {"style", stylesheet_file, "text/css", ""});
  add_item(manifest, {"cover", cover_file, xhtml, ""});
  for (const ContentFile& file : input.plan.files) add_item(manifest, {item_id(file.name), file.name, xhtml, ""});
  if (input.cover == CoverKind::picture)
    add_item(manifest, {"cover-picture", cover_picture_file, "image/svg+xml", "cover-image"});
  const ImageFile* cover = input.cover == CoverKind::picture ? nullptr : input.plan.image(input.document.front.feature);
  for (const FontFile& font : typefaces.files) add_item(manifest, {item_id(font.name), font.name, "font/ttf", ""});
  for (const auto& [address, file] : input.plan.images)
    add_item(manifest, {item_id(file.name), file.name, file.media_type, &file == cover ? "cover-image" : ""});
}

void write_spine(pugi::xml_node package, const PageInput& input) {
  const pugi::xml_node spine = add_element(package, "spine");
  set_attribute(spine, "page-progression-direction", name_of(input.document.language.direction()));
  set_attribute(add_element(spine, "itemref"), "idref", "cover");
  for (const ContentFile& file : input.plan.files)
    set_attribute(add_element(spine, "itemref"), "idref", item_id(file.name));
  // Reading systems offer the table of contents themselves; here it is no page that one turns to.
  const pugi::xml_node contents = add_element(spine, "itemref");
  set_attribute(contents, "idref", "nav");
  set_attribute(contents, "linear", "no");
}

}  // namespace

std::string package_document(const PageInput& input, const Typefaces& typefaces, std::string_view site) {
  pugi::xml_document document;
  const pugi::xml_node package = add_element(document, "package");
  set_attribute(package, "xmlns", "http://www.idpf.org/2007/opf");
  set_attribute(package, "version", "3.0");
  set_attribute(package, "unique-identifier", "publication");
  set_attribute(package, "xml:lang", input.document.language.tag());
  set_attribute(package, "dir", name_of(input.document.language.direction()));
  write_metadata(package, input, site);
  write_manifest(package, input, typefaces);
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
