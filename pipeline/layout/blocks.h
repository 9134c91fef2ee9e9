// Blocks set into the flow: headings, paragraphs, lists, quotes, code, figures, rules, calls to action. Tables have a
// file of their own.
#pragma once

#include "document/document.h"
#include "layout/composition.h"
#include "layout/flow_builder.h"
#include "layout/setting.h"

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
void set_blocks(Composition& composition, FlowBuilder& flow, const Blocks& blocks, const BlockContext& context);

/// A heading of the document, with its destination and outline entry.
void set_heading(Composition& composition, FlowBuilder& flow, const Heading& heading, const BlockContext& context);

/// Text that is a block of its own (a lead, a title, a line of our own), without space round it.
struct DisplayText {
  const TypeSpec& type;
  StructureId structure = StructureId::artefact;
  TextAlignment alignment = TextAlignment::start;
};
void set_passage(Composition& composition, FlowBuilder& flow, const Passage& passage, const Column& column,
                 const DisplayText& as);

/// An image across the column, at most `tallest` high, keeping its ratio.
FlowItem image_strip(const ImagePtr& image, const Column& column, Length tallest, StructureId structure);

}  // namespace handbill
