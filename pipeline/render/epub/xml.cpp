#include "render/epub/xml.h"

#include <algorithm>
#include <array>

namespace handbill::epub {
namespace {

/// Elements in which white space between children means nothing.
bool holds_blocks(std::string_view name) {
  constexpr std::array<std::string_view, 27> names{
      "html",  "head",     "body",     "section", "header",    "nav",        "ol",         "ul",     "li",
      "table", "thead",    "tbody",    "tr",      "figure",    "blockquote", "aside",      "div",    "package",
      "spine", "manifest", "metadata", "guide",   "container", "rootfiles",  "collection", "hgroup", "footer"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

void break_lines(pugi::xml_node element) {
  const bool breaks = holds_blocks(element.name()) && element.first_child();
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_element) continue;
    if (breaks) element.insert_child_before(pugi::node_pcdata, child).set_value("\n");
    break_lines(child);
  }
  if (breaks) element.append_child(pugi::node_pcdata).set_value("\n");
}

class StringWriter final : public pugi::xml_writer {
 public:
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

}  // namespace

pugi::xml_node add_element(pugi::xml_node parent, const char* name) {
  return parent.append_child(name);
}

pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view text) {
  const pugi::xml_node element = parent.append_child(name);
  add_text(element, text);
  return element;
}

void add_text(pugi::xml_node parent, std::string_view text) {
  if (!text.empty()) parent.append_child(pugi::node_pcdata).set_value(xml_safe(text).c_str());
}

void set_attribute(pugi::xml_node element, const char* name, std::string_view value) {
  element.append_attribute(name).set_value(xml_safe(value).c_str());
}

const char* name_of(Direction direction) {
  return direction == Direction::right_to_left ? "rtl" : "ltr";
}

void set_language(pugi::xml_node element, const Language& language) {
  set_attribute(element, "lang", language.tag());
  set_attribute(element, "xml:lang", language.tag());
  set_attribute(element, "dir", name_of(language.direction()));
}

std::string serialise(pugi::xml_document& document) {
  break_lines(document.document_element());
  StringWriter writer;
  writer.text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  writer.text += '\n';
  return std::move(writer.text);
}

}  // namespace handbill::epub
