// What follows the text: the numbered list of link addresses, and the footnotes that stand at the foot of pages.
#pragma once

#include <utility>
#include <vector>

#include "layout/composition.h"
#include "layout/flow_builder.h"
#include "layout/pagination.h"
#include "layout/setting.h"

namespace handbill {

/// Notes whose parts may still have to be made.
using NotesToSet = std::vector<std::pair<NoteKey, FlowBuilder>>;

/// What may stand at the foot of pages, set in `column`: every footnote of the document, and the addresses of the links
/// met so far where the theme wants them there. To be called when the text is set and before the list of links, because
/// footnotes have links, too.
NotesToSet set_notes(Composition& composition, const Column& column, StructureId parent);

/// The notes when they are made.
NoteArea note_area(const Theme& theme, NotesToSet&& notes);

/// The addresses of the links met so far, under a heading; nothing when there are none or they stand at the foot of
/// pages.
void set_link_list(Composition& composition, FlowBuilder& flow, const Column& column, StructureId parent);

/// Tells every strip what its lines want at the foot of their page.
void attach_notes(const Composition& composition, const NoteArea& area, Flow& flow);

}  // namespace handbill
