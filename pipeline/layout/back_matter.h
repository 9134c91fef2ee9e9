// What follows the text: the numbered list of link addresses, and the footnotes that stand at the foot of pages.
#pragma once

#include "layout/composition.h"
#include "layout/flow_builder.h"
#include "layout/pagination.h"
#include "layout/setting.h"

namespace handbill {

/// The addresses of the links met so far, under a heading; nothing when there are none.
void set_link_list(Composition& composition, FlowBuilder& flow, const Column& column, StructureId parent);

/// Every footnote of the document, set in `column`.
NoteArea set_notes(Composition& composition, const Column& column, StructureId parent);

/// Tells every strip which footnotes its lines mention.
void attach_notes(const Composition& composition, Flow& flow);

}  // namespace handbill
