// The leaflet: a sheet on its side, folded in three, the last third tucked in.
//
//   outside, left to right        inside, left to right
//   flap | back | cover           first | second | third (the flap's other side)
//
// The tucked third is 2 mm narrower than the others, so that it lies flat between them. The text runs from the cover
// through the inside to the flap, and the back has the address. In a right-to-left language all of it is mirrored: the
// cover opens to the other side.
#include <algorithm>
#include <array>

#include "layout/page_plan.h"
#include "layout/panels.h"

namespace handbill {
namespace {

constexpr Length tuck = 2_mm;
constexpr std::size_t panels_of_a_sheet = 6;

enum FoldedColumn : std::uint8_t { start, middle, end };  // on its side of the sheet, in reading direction

/// Where the panels lie, in reading order.
struct LeafletPlace {
  std::uint32_t side;  ///< 0 outside, 1 inside
  FoldedColumn column;
};

constexpr std::array<LeafletPlace, panels_of_a_sheet> order = {{{0, FoldedColumn::end},
                                                         {1, FoldedColumn::start},
                                                         {1, FoldedColumn::middle},
                                                         {1, FoldedColumn::end},
                                                         {0, FoldedColumn::start},
                                                         {0, FoldedColumn::middle}}};

class Leaflet {
 public:
  Leaflet(Size sheet, bool right_to_left)
      : sheet_(sheet), right_to_left_(right_to_left), wide_((sheet.width + tuck) / 3) {}

  Panel panel(std::size_t number) const {
    const LeafletPlace& place = order[number % panels_of_a_sheet];
    const auto sheet = static_cast<std::uint32_t>(number / panels_of_a_sheet);
    const auto edges = edges_of(place.side);
    const Length from = edges[place.column];
    const Length width = edges[place.column + 1U] - from;
    return {.page = sheet * 2 + place.side,
            .rect = {right_to_left_ ? sheet_.width - from - width : from, {}, width, sheet_.height}};
  }

  std::vector<Fold> folds(std::uint32_t page) const {
    const auto edges = edges_of(page % 2);
    std::vector<Fold> folds = {{.at = edges[1]}, {.at = edges[2]}};
    if (right_to_left_) folds = {{.at = sheet_.width - edges[2]}, {.at = sheet_.width - edges[1]}};
    return folds;
  }

 private:
  /// From the start edge of a side. The tucked third comes first outside and last inside.
  std::array<Length, 4> edges_of(std::uint32_t side) const {
    const Length narrow = wide_ - tuck;
    if (side == 0) return {Length(), narrow, narrow + wide_, sheet_.width};
    return {Length(), wide_, wide_ * 2, sheet_.width};
  }

  Size sheet_;
  bool right_to_left_;
  Length wide_;
};

}  // namespace

PassResult compose_leaflet(Composition& composition) {
  const Size upright = page_size(composition);
  const Size sheet{upright.height, upright.width};
  const Leaflet leaflet(sheet, composition.language().right_to_left());
  return compose_panels(composition, {.page = sheet,
                                      .panel = [&](std::size_t number) { return leaflet.panel(number); },
                                      .panels = panels_of_a_sheet,
                                      .bar = panels_of_a_sheet - 1,
                                      .cover = true,
                                      .folds = [&](std::uint32_t page) { return leaflet.folds(page); }});
}

}  // namespace handbill
