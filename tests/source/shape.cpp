#include "source/shape.h"

#include "document/overloaded.h"

namespace handbill::test {

std::string shape(const Inlines& inlines) {
  std::string out;
  for (const Inline& item : inlines) {
    if (!out.empty()) out += ' ';
    std::visit(Overloaded{
                   [&](const Text& node) { out += "text(" + node.text + ")"; },
                   [&](const Code& node) { out += "code(" + node.text + ")"; },
                   [&](const Emphasis& node) { out += "emphasis(" + shape(node.children) + ")"; },
                   [&](const Strong& node) { out += "strong(" + shape(node.children) + ")"; },
                   [&](const Strikethrough& node) { out += "strike(" + shape(node.children) + ")"; },
                   [&](const Link& node) {
                     out += "link[" + node.address + "|" + node.title + "](" + shape(node.children) + ")";
                   },
                   [&](const InlineImage& node) {
                     out += "image[" + node.address + "|" + node.title + "](" + shape(node.alt) + ")";
                   },
                   [&](const HardBreak&) { out += "break"; },
                   [&](const FootnoteReference& node) {
                     out += "note[" + node.label + "|" + std::to_string(node.number) + "]";
                   },
               },
               item.node);
  }
  return out;
}

}  // namespace handbill::test
