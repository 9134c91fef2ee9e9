#include "document/inline.h"

#include "document/overloaded.h"

namespace handbill {
namespace {

void append_plain(const Inlines& inlines, std::string& out) {
  for (const Inline& item : inlines) {
    std::visit(Overloaded{
                   [&](const Text& node) { out += node.text; },
                   [&](const Code& node) { out += node.text; },
                   [&](const Emphasis& node) { append_plain(node.children, out); },
                   [&](const Strong& node) { append_plain(node.children, out); },
                   [&](const Strikethrough& node) { append_plain(node.children, out); },
                   [&](const Link& node) { append_plain(node.children, out); },
                   [&](const InlineImage& node) { append_plain(node.alt, out); },
                   [&](const HardBreak&) { out += ' '; },
                   [](const FootnoteReference&) {},
               },
               item.node);
  }
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append_plain(inlines, out);
  return out;
}

}  // namespace handbill
