// Blocks to lines.
#pragma once

#include <cstddef>

#include "document/document.h"
#include "render/plain/lines.h"
#include "render/plain/phrases.h"
#include "render/plain/wrap.h"

namespace handbill::plain {

/// Sets blocks of one document. Borrows everything for its lifetime.
class BlockSetter {
 public:
  BlockSetter(const PhraseContext& context, Wrapper& wrapper) : context_(context), wrapper_(wrapper) {}

  /// Blocks under each other, a blank line between them, in at most `width` columns.
  Lines set(const Blocks& blocks, std::size_t width) { return set(blocks, width, 1); }

  /// A heading with a line under it as wide as itself: the sign depends on the level.
  Lines set_heading(const Flow& text, int level, std::size_t width);

  Lines set_paragraph(const Flow& text, std::size_t width);

  /// Blocks behind a marker, which stands out before the lines after the first.
  Lines set_item(const Blocks& blocks, const std::string& marker, std::size_t width, int blank_lines);

 private:
  Lines set(const Blocks& blocks, std::size_t width, int blank_lines);
  Lines set(const Block& block, std::size_t width);

  Lines set(const Heading& heading, std::size_t width);
  Lines set(const Paragraph& paragraph, std::size_t width);
  Lines set(const List& list, std::size_t width);
  Lines set(const Quote& quote, std::size_t width);
  Lines set(const CodeBlock& code, std::size_t width);
  Lines set(const Table& table, std::size_t width);
  Lines set(const Rule& rule, std::size_t width);
  Lines set(const Figure& figure, std::size_t width);
  Lines set(const CallToAction& action, std::size_t width);

  std::vector<std::string> markers_of(const List& list) const;
  Direction direction() const { return context_.document_language.direction(); }

  const PhraseContext& context_;
  Wrapper& wrapper_;
  int list_depth_ = 0;
};

}  // namespace handbill::plain
