// The table of contents of a long handout.
#pragma once

#include <span>

#include "document/document.h"
#include "layout/composition.h"
#include "layout/flow_builder.h"
#include "layout/setting.h"

namespace handbill {

/// Sets the headings of level 2 with their page numbers on a pale ground, when there are as many headings and were as
/// many pages in the pass before as the theme asks for; not where headings follow each other every few lines.
void set_contents(Composition& composition, FlowBuilder& flow, std::span<const Block> body, const Column& column,
                  StructureId parent);

}  // namespace handbill
