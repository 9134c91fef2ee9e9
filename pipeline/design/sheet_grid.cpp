#include "design/sheet_grid.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace handbill {
namespace {

Length total(int count, Length each, Length gap) {
  return each * count + gap * (count - 1);
}

/// How the places of one direction share the room.
struct Spread {
  Length gap;
  Length left_over;  ///< without the gaps
  bool fits = true;
  bool bleeds = true;
};

Spread spread(Length room, int count, Length each, Length bleed) {
  Spread out{.left_over = room - each * count};
  out.fits = fits(each * count, room);
  out.bleeds = fits(bleed * 2 * count, out.left_over);
  if (out.bleeds) out.gap = bleed * 2;
  return out;
}

struct Candidate {
  SheetGrid grid;
  Length narrower;  ///< rounded when compared: an upright sheet comes before one that is as good lying

  auto rank() const {
    return std::make_tuple(grid.bleeds, -grid.columns * grid.rows, std::llround(narrower.pt() * 100));
  }
};

std::optional<Candidate> candidate(const GridQuery& query, int columns, bool landscape) {
  if (query.folded && columns != 2) return std::nullopt;
  SheetGrid grid{.sheet = landscape ? Size{query.sheet.height, query.sheet.width} : query.sheet,
                 .place = query.page,
                 .columns = columns,
                 .rows = (query.places + columns - 1) / columns};
  const Spread x = spread(grid.sheet.width - query.margin * 2, grid.columns, grid.place.width, query.bleed);
  const Spread y = spread(grid.sheet.height - query.margin * 2, grid.rows, grid.place.height, query.bleed);
  if (!x.fits || !y.fits) return std::nullopt;
  grid.bleeds = x.bleeds && y.bleeds;
  if (query.folded) {
    grid.bleeds = fits(query.bleed * 2, std::min(x.left_over, y.left_over));
  } else {
    grid.gap_x = x.gap;
    grid.gap_y = y.gap;
  }
  return Candidate{grid, std::min(x.left_over, y.left_over)};
}

std::vector<Length> cuts(int count, Length first, Length each, Length gap) {
  std::vector<Length> out;
  for (int i = 0; i < count; ++i) {
    const Length at = first + (each + gap) * i;
    if (gap > Length() || i == 0) out.push_back(at);
    out.push_back(at + each);
  }
  return out;
}

}  // namespace

Rect SheetGrid::area() const {
  const Length width = total(columns, place.width, gap_x);
  const Length height = total(rows, place.height, gap_y);
  return {(sheet.width - width) / 2, (sheet.height - height) / 2, width, height};
}

Rect SheetGrid::rect(int column, int row) const {
  const Rect all = area();
  return {all.x + (place.width + gap_x) * column, all.y + (place.height + gap_y) * row, place.width, place.height};
}

std::vector<Length> SheetGrid::vertical_cuts() const {
  return cuts(columns, area().x, place.width, gap_x);
}

std::vector<Length> SheetGrid::horizontal_cuts() const {
  return cuts(rows, area().y, place.height, gap_y);
}

std::optional<SheetGrid> choose_grid(const GridQuery& query) {
  std::optional<Candidate> best;
  for (const bool landscape : {false, true})
    for (int columns = 1; columns <= query.places; ++columns) {
      const auto next = candidate(query, columns, landscape);
      if (next && (!best || next->rank() > best->rank())) best = next;
    }
  if (!best) return std::nullopt;
  return best->grid;
}

int most_places(GridQuery query) {
  // More than this nobody cuts by hand, and it keeps nonsense cheap.
  constexpr int most = 64;
  for (query.places = most; query.places > 0; --query.places)
    if (choose_grid(query)) return query.places;
  return 0;
}

}  // namespace handbill
