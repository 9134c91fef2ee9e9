#include "document/overloaded.h"
#include "source/identify.h"
#include "source/inline_builder.h"

namespace handbill {
namespace {

void tidy(Block& block) {
  std::visit(Overloaded{
                 [](Heading& node) { tidy_inlines(node.text.inlines); },
                 [](Paragraph& node) { tidy_inlines(node.text.inlines); },
                 [](List& node) {
                   for (ListItem& item : node.items) tidy_blocks(item.blocks);
                 },
                 [](Quote& node) { tidy_blocks(node.blocks); },
                 [](CodeBlock&) {},
                 [](Table& node) {
                   for (TableRow& row : node.rows)
                     for (Passage& cell : row) tidy_inlines(cell.inlines);
                 },
                 [](Rule&) {},
                 [](Figure& node) { tidy_inlines(node.alt.inlines); },
                 [](CallToAction& node) { tidy_inlines(node.label.inlines); },
             },
             block.node);
}

bool block_says_nothing(const Block& block) {
  return std::visit(Overloaded{
                        [](const Heading& node) { return node.text.inlines.empty(); },
                        [](const Paragraph& node) { return node.text.inlines.empty(); },
                        [](const List&) { return false; },
                        [](const Quote& node) { return node.blocks.empty(); },
                        [](const CodeBlock&) { return false; },
                        [](const Table&) { return false; },
                        [](const Rule&) { return false; },
                        [](const Figure&) { return false; },
                        [](const CallToAction&) { return false; },
                    },
                    block.node);
}

void make_figure(Block& block) {
  auto* paragraph = std::get_if<Paragraph>(&block.node);
  if (paragraph == nullptr || paragraph->text.inlines.size() != 1) return;
  auto* image = std::get_if<InlineImage>(&paragraph->text.inlines.front().node);
  if (image == nullptr) return;
  const Place place = paragraph->text.inlines.front().place;
  Figure figure{std::move(image->address), std::move(image->title), {}};
  figure.alt.place = image->alt.empty() ? place : image->alt.front().place;
  figure.alt.inlines = std::move(image->alt);
  block = {std::move(figure), place};
}

}  // namespace

void tidy_blocks(Blocks& blocks) {
  for (Block& block : blocks) {
    tidy(block);
    make_figure(block);
  }
  std::erase_if(blocks, block_says_nothing);
}

}  // namespace handbill
