// Tables set into the flow.
#pragma once

#include <vector>

#include "document/document.h"
#include "layout/blocks.h"

namespace handbill {

/// How wide a column's cells want to be.
struct ColumnNeed {
  Length minimum;    ///< of the widest piece that cannot be broken
  Length preferred;  ///< of the widest cell on one line
};

/// Shares `room` out over columns: to each its preferred width and a share of what is left over in proportion to it;
/// where that is too much, to each its minimum and a share of the rest in proportion to what it wants beyond it (the
/// automatic table layout of CSS 2.1, section 17.5.2.2); where even the minima are too much, shares in proportion to
/// them. The widths sum up to `room`.
std::vector<Length> column_widths(const std::vector<ColumnNeed>& needs, Length room);

/// Sets a table across the context's column. A row is cut between pages only when it is higher than a third of a page;
/// the header row returns on the next page. Columns run from the start edge, so they mirror in RTL.
void set_table(Composition& composition, FlowBuilder& flow, const Table& table, const Place& place,
               const BlockContext& context);

}  // namespace handbill
