// Sheets with a headline, a call to action and a picture, whose text runs through panels: flyers, posters, leaflets,
// table tents, tear-off notices. What they have in common; each has a file of its own that says where its panels lie.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "layout/page_plan.h"

namespace handbill {

/// A part of a sheet that text runs into: a flyer's side, a leaflet's panel, half of a table tent.
struct Panel {
  std::uint32_t page = 0;  ///< index
  Rect rect;               ///< where it lies on the page
  int quarter_turns = 0;   ///< how far what is on it is turned, clockwise
};

/// Where things stand.
struct PanelPlan {
  Size page;
  std::function<Panel(std::size_t)> panel;  ///< the n-th, in reading order; there is always another
  std::size_t panels = 0;                   ///< how many the text may take; 0 for any number
  std::size_t bar = 0;                      ///< the one at whose foot the call to action stands
  std::size_t picture = 0;                  ///< the one at whose head, below the headline, the picture stands
  bool picture_under_text = false;          ///< instead, where the text takes only one panel and leaves room below it
  bool cover = false;                       ///< the first panel has the headline, the picture and the lead, and no text
  bool folios = false;                      ///< page numbers, from the third page on
  std::optional<Panel> copy;                ///< shows the first panel once more
  std::function<std::vector<Fold>(std::uint32_t page)> folds;  ///< may be empty
  /// Adds to a page what is no panel. May be empty.
  std::function<void(PagePlacer&, std::uint32_t page)> extras;
};

PassResult compose_panels(Composition& composition, const PanelPlan& plan);

/// The call to action that has a place of its own: the document's first one that is not inside a list or quotation;
/// null when there is none.
const Block* first_action(std::span<const Block> body);

}  // namespace handbill
