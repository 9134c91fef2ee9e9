#include "document/walk.h"

#include <concepts>

#include "document/overloaded.h"

namespace handbill {
namespace {

// The walks are written once for const and mutable trees: `Inlines` below is handbill::Inlines, const or not. Every
// kind is named, so that a new one does not compile until it is thought of here.

template <class Node, class... Kinds>
concept OneOf = (std::same_as<std::remove_const_t<Node>, Kinds> || ...);

template <class Inlines, class Visit>
void inlines_of(Inlines& inlines, const Visit& visit) {
  for (auto& item : inlines) {
    visit(item);
    std::visit(Overloaded{
                   [](OneOf<Text, Code, HardBreak, FootnoteReference> auto&) {},
                   [&](OneOf<Emphasis, Strong, Strikethrough, Link> auto& node) { inlines_of(node.children, visit); },
                   [&](OneOf<InlineImage> auto& node) { inlines_of(node.alt, visit); },
               },
               item.node);
  }
}

template <class Blocks, class Visit>
void blocks_of(Blocks& blocks, const Visit& visit) {
  for (auto& block : blocks) {
    visit(block);
    std::visit(Overloaded{
                   [](OneOf<Heading, Paragraph, CodeBlock, Table, Rule, Figure, CallToAction> auto&) {},
                   [&](OneOf<Quote> auto& node) { blocks_of(node.blocks, visit); },
                   [&](OneOf<List> auto& node) {
                     for (auto& item : node.items) blocks_of(item.blocks, visit);
                   },
               },
               block.node);
  }
}

template <class Document, class Visit>
void all_blocks(Document& document, const Visit& visit) {
  blocks_of(document.blocks, visit);
  for (auto& footnote : document.footnotes) blocks_of(footnote.blocks, visit);
}

template <class Block, class Visit>
void own_passages(Block& block, const Visit& visit) {
  std::visit(Overloaded{
                 [](OneOf<List, Quote, CodeBlock, Rule> auto&) {},
                 [&](OneOf<Heading, Paragraph> auto& node) { visit(node.text); },
                 [&](OneOf<Figure> auto& node) { visit(node.alt); },
                 [&](OneOf<CallToAction> auto& node) { visit(node.label); },
                 [&](OneOf<Table> auto& node) {
                   for (auto& row : node.rows)
                     for (auto& cell : row) visit(cell);
                 },
             },
             block.node);
}

template <class Document, class Visit>
void all_passages(Document& document, const Visit& visit) {
  auto& front = document.front;
  for (auto* passage : {&front.kicker, &front.title, &front.subtitle, &front.description, &front.feature_alt})
    if (passage->has_value()) visit(**passage);
  all_blocks(document, [&](auto& block) { own_passages(block, visit); });
}

}  // namespace

void for_each_passage(const Document& document, const std::function<void(const Passage&)>& visit) {
  all_passages(document, visit);
}
void for_each_passage(Document& document, const std::function<void(Passage&)>& visit) {
  all_passages(document, visit);
}

void for_each_inline(const Inlines& inlines, const std::function<void(const Inline&)>& visit) {
  inlines_of(inlines, visit);
}
void for_each_inline(Inlines& inlines, const std::function<void(Inline&)>& visit) {
  inlines_of(inlines, visit);
}

void for_each_block(const Document& document, const std::function<void(const Block&)>& visit) {
  all_blocks(document, visit);
}
void for_each_block(Document& document, const std::function<void(Block&)>& visit) {
  all_blocks(document, visit);
}

}  // namespace handbill
