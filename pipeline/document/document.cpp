#include "document/document.h"

#include "document/walk.h"

namespace handbill {

std::string title_text(const Document& document) {
  if (document.front.title) {
    std::string title = plain_text(document.front.title->inlines);
    if (!title.empty()) return title;
  }
  std::string heading_text;
  for_each_block(document, [&](const Block& block) {
    if (!heading_text.empty()) return;
    if (const auto* heading = std::get_if<Heading>(&block.node)) heading_text = plain_text(heading->text.inlines);
  });
  return heading_text.empty() ? document.name : heading_text;
}

}  // namespace handbill
