#include "render/epub/sizes.h"

#include <algorithm>
#include <string_view>

namespace handbill::epub {
namespace {

std::size_t characters(std::string_view utf8) {
  const auto starts_one = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), starts_one));
}

std::size_t size_of(const Inlines& inlines) {
  return characters(plain_text(inlines));
}

std::size_t own_size(const Block& block) {
  if (const auto* heading = std::get_if<Heading>(&block.node)) return size_of(heading->text.inlines);
  if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) return size_of(paragraph->text.inlines);
  if (const auto* code = std::get_if<CodeBlock>(&block.node)) return characters(code->text);
  if (std::holds_alternative<Figure>(block.node)) return screenful / 2;
  std::size_t size = 0;
  if (const auto* table = std::get_if<Table>(&block.node))
    for (const TableRow& row : table->rows)
      for (const Passage& cell : row) size += size_of(cell.inlines);
  return size;
}

}  // namespace

/// Calls `visit` on each block and the blocks inside it, in reading order.
void for_each_block_in(std::span<const Block> blocks, const std::function<void(const Block&)>& visit) {
  for (const Block& block : blocks) {
    visit(block);
    if (const auto* quote = std::get_if<Quote>(&block.node)) for_each_block_in(quote->blocks, visit);
    if (const auto* list = std::get_if<List>(&block.node))
      for (const ListItem& item : list->items) for_each_block_in(item.blocks, visit);
  }
}

std::size_t size_of(std::span<const Block> blocks) {
  std::size_t size = 0;
  for_each_block_in(blocks, [&](const Block& block) { size += own_size(block); });
  return size;
}

}  // namespace handbill::epub
