// Where the places for pages are on a sheet that is cut.
#pragma once

#include <optional>
#include <vector>

#include "core/geometry.h"

namespace handbill {

struct GridQuery {
  Size sheet;  ///< portrait
  Size page;
  int places = 1;
  Length margin;        ///< at the sheet's edges
  Length bleed;         ///< around each page, where there is room
  bool folded = false;  ///< two places with the fold between them, and bleed only around both
};

struct SheetGrid {
  Size sheet;  ///< portrait or landscape
  Size place;  ///< of a page
  int columns = 1;
  int rows = 1;
  Length gap_x;  ///< between two columns: twice the bleed, or nothing
  Length gap_y;
  bool bleeds = true;  ///< has room for all of the bleed

  Rect area() const;                          ///< of all places, in the middle of the sheet
  Rect rect(int column, int row) const;       ///< of a place
  std::vector<Length> vertical_cuts() const;  ///< left and right edges of all places
  std::vector<Length> horizontal_cuts() const;
};

/// The grid with room for the bleed, else one without; then the one with the fewest places more than asked for, then
/// the one that leaves the
/// most room at the sheet's narrower edges. Nothing when the places do not go on the sheet.
std::optional<SheetGrid> choose_grid(const GridQuery& query);

/// The most places that go on the sheet.
int most_places(GridQuery query);

}  // namespace handbill
