// A flow cut to the sides it may take, and how well it fills them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/composition.h"
#include "layout/flow.h"
#include "layout/pagination.h"

namespace handbill {

/// What does not go onto the sides there are.
struct Excess {
  int lines = 0;
  std::string first;  ///< words of the first line over the edge
  Place place;        ///< of the block it belongs to
};

/// How a text sits on its sides.
struct Filling {
  double last = 0;  ///< how much of the last side's height is filled
  std::optional<Excess> excess;
};

/// How many sides (panels, pages) a flow may take, and what is done with those it does not fill.
struct SideLimit {
  std::size_t sides = 0;  ///< 0 for any number
  bool share = false;     ///< every side is made equally full, and then full by wider spaces between its blocks
};

struct Filled {
  std::vector<PageCut> cuts;
  Filling filling;  ///< before space is shared out
};

Filled fill(Composition& composition, const Flow& flow, const NoteArea& notes, const Columns& columns,
            const SideLimit& limit);

}  // namespace handbill
