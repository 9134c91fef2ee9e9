// Blocks set into the flow: headings, paragraphs, lists, quotes, code, figures, rules, calls to action. Tables have a
// file of their own.
#pragma once

#include <span>

#include "document/document.h"
#include "layout/composition.h"
#include "layout/flow_builder.h"
#include "layout/setting.h"
#include "layout/styled.h"

namespace handbill {

/// Where and how blocks are set.
struct BlockContext {
  Column column;
  StructureId parent = StructureId::artefact;
  const TypeSpec* type = nullptr;  ///< running text
  int depth = 0;                   ///< lists around these blocks
  bool justify = false;
  bool tight = false;  ///< in a list without blank lines: less space between paragraphs
};

/// Sets blocks one after the other at the end of `flow`.
void set_blocks(Composition& composition, FlowBuilder& flow, std::span<const Block> blocks,
                const BlockContext& context);

/// A heading of the document, with its destination and outline entry.
void set_heading(Composition& composition, FlowBuilder& flow, const Heading& heading, const BlockContext& context);

/// Text that is a block of its own (a title, a lead), without space round it; nothing for an absent passage.
struct DisplayText {
  const TypeSpec& type;
  Role role = Role::paragraph;
};
void set_passage(Composition& composition, FlowBuilder& flow, const Passage* passage, const Column& column,
                 const DisplayText& as);

/// A mark of ours (see style_mark()) at the start edge of a column, as one strip of a height, or for
/// FlowBuilder::marker().
FlowPartPtr mark_later(Composition& composition, const std::string& text, const Column& column,
                       const PassageStyle& style, Length height = {});

/// An image across the column, at most `tallest` high, keeping its ratio.
FlowItem image_strip(const ImagePtr& image, const Column& column, Length tallest, StructureId structure);

}  // namespace handbill
