// Cutting a flow into pages.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "layout/flow.h"

namespace handbill {

/// A strip or space where it stands on its page.
struct PlacedItem {
  const FlowItem* item = nullptr;
  Length y;  ///< of its top, below the column's top
};

/// What one page shows.
struct PageCut {
  std::vector<PlacedItem> items;
  std::vector<NoteKey> notes;  ///< at its foot, in order of mention
  Length used;                 ///< height of the items
};

/// What may stand at the foot of pages, and what separates it from the text.
struct NoteArea {
  std::map<NoteKey, Flow> notes;
  Length separation;  ///< above the first one: space and rule
  Length gap;         ///< between two
  Length height(const std::vector<NoteKey>& keys) const;
};

/// What a flow is cut to.
struct Columns {
  std::function<Length(std::size_t)> room;  ///< height of the n-th column
  Length grid;                              ///< strips that are `on_grid` start at multiples of it; none when zero
};

/// Cuts `flow` into pages whose column is `room(page index)` high (a page with several columns counts as so many),
/// footnotes included. A page ends before a strip that allows it, as late as possible; where that would leave more than
/// half of it empty, before one that is to be avoided; and anywhere rather than not at all. A page stays empty where
/// what it would have to begin with must not be divided and goes onto the next, larger one. A strip higher than a page
/// stands alone on one and runs over its edge. A footnote stands on the page that mentions it; one that does not fit
/// beside its line goes, with its line, to the next page. The cuts point into `flow`. Linear in the number of strips.
std::vector<PageCut> paginate(const Flow& flow, const NoteArea& notes, const Columns& columns);

/// The columns of a last page: which cuts they are.
struct LastPage {
  std::size_t first = 0;    ///< index of its first cut
  std::size_t columns = 1;  ///< how many it may have
};

/// Cuts what stands on the last page again into columns of the least height that takes it, so that all end near the
/// same line.
void balance(const Flow& flow, std::vector<PageCut>& cuts, const LastPage& last, const NoteArea& notes,
             const Columns& columns);

}  // namespace handbill
