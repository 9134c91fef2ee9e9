#include "render/epub/page_frame.h"

#include <algorithm>
#include <string>

#include "render/epub/pages.h"
#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

std::string script_class(const Language& language) {
  std::string name = "script-" + language.script();
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

}  // namespace

pugi::xml_node begin_page(pugi::xml_document& page, std::string_view title, const Language& language,
                          const char* part) {
  page.append_child(pugi::node_doctype).set_value("html");
  page.append_child(pugi::node_pcdata).set_value("\n");
  const pugi::xml_node html = add_element(page, "html");
  set_attribute(html, "xmlns", "http://www.w3.org/1999/xhtml");
  set_attribute(html, "xmlns:epub", "http://www.idpf.org/2007/ops");
  set_language(html, language);
  set_attribute(html, "class", script_class(language));
  const pugi::xml_node head = add_element(html, "head");
  set_attribute(add_element(head, "meta"), "charset", "UTF-8");
  set_attribute(add_element(head, "meta"), "name", "viewport");
  set_attribute(head.last_child(), "content", "width=device-width, initial-scale=1");
  add_element(head, "title", title);
  const pugi::xml_node style = add_element(head, "link");
  set_attribute(style, "rel", "stylesheet");
  set_attribute(style, "type", "text/css");
  set_attribute(style, "href", stylesheet_file);
  const pugi::xml_node body = add_element(html, "body");
  if (part != nullptr) set_attribute(body, "epub:type", part);
  return body;
}

}  // namespace handbill::epub
