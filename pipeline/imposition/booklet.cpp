#include "imposition/booklet.h"

#include <fmt/format.h>

#include <algorithm>

#include "design/sheet_grid.h"
#include "design/sheet_room.h"
#include "imposition/sheet_diagnostics.h"
#include "imposition/sheet_side.h"
#include "imposition/trim_marks.h"

namespace handbill {
namespace {

constexpr std::uint32_t pages_a_sheet = 4;

/// Pages of a side from left to right, those from `pages` on are blank.
struct Spread {
  std::uint32_t left;
  std::uint32_t right;
};

class Booklet {
 public:
  Booklet(const ImposeInput& input, const SheetGrid& grid)
      : input_(input),
        grid_(grid),
        pages_(*input.documents.front()),
        count_(static_cast<std::uint32_t>(pages_.pages.size())),
        sheets_((count_ + pages_a_sheet - 1) / pages_a_sheet),
        duplex_(input.how.duplex.value_or(page_edge(grid.sheet))) {}

  /// How far the innermost sheet stands out of the outermost one: each sheet lies around those inside it.
  Length creep() const { return input_.how.thickness * (sheets_ - 1); }
  std::uint32_t sheets() const { return sheets_; }

  Sheets impose() {
    Sheets out{.duplex = duplex_};
    // Sheet 0 is the outermost one.
    for (std::uint32_t sheet = 0; sheet < sheets_; ++sheet) {
      const std::uint32_t first = sheet * 2;  // the earliest page on this sheet, and its counterpart from the end
      const std::uint32_t last = sheets_ * pages_a_sheet - 1 - first;
      out.sides.push_back(side(sheet, {last, first}));
      out.sides.back().label = fmt::format("{}a", sheet + 1);
      SheetSide back = side(sheet, {first + 1, last - 1});
      const bool upright = duplex_ == Duplex::none || turns_like_a_page(grid_.sheet, duplex_);
      out.sides.push_back(upright ? std::move(back) : turned_round(std::move(back)));
      out.sides.back().label = fmt::format("{}b", sheet + 1);
    }
    return out;
  }

  bool has_room_for_marks() const { return marks_fit_; }

 private:
  /// Front or back, as one looks at it with the first pages' fold upright. The order is that of left-to-right pages.
  SheetSide side(std::uint32_t sheet, Spread spread) {
    if (pages_.language.right_to_left()) std::swap(spread.left, spread.right);
    // An inner sheet stands out of the outer ones and is cut shorter; its pages move inwards by as much.
    const Length creep = input_.how.thickness * sheet;
    const Rect area = grid_.area();
    const Length fold = area.x + area.width / 2;
    const Length bleed = bleed_of(input_.documents);
    SheetSide out{.size = grid_.sheet};
    out.trim = {area.x + creep, area.y, area.width - creep * 2, area.height};
    out.bleed = with_bleed(out.trim, bleed, out.size);
    const Rect left_half{Length(), Length(), fold, out.size.height};
    const Rect right_half{fold, Length(), out.size.width - fold, out.size.height};
    add(out, spread.left, {fold - grid_.place.width + creep, area.y}, common(out.bleed, left_half));
    add(out, spread.right, {fold - creep, area.y}, common(out.bleed, right_half));
    auto marks = trim_marks({.sheet = {Length(), Length(), out.size.width, out.size.height},
                             .trim = out.trim,
                             .bleed = bleed,
                             .vertical_cuts = {out.trim.x, out.trim.right()},
                             .horizontal_cuts = {out.trim.y, out.trim.bottom()},
                             .folds = {{.upright = true, .at = fold}},
                             .wanted = input_.marks});
    marks_fit_ = marks_fit_ && marks.all;
    out.marks = std::move(marks.marks);
    return out;
  }

  void add(SheetSide& side, std::uint32_t page, const Point& corner, const Rect& clip) const {
    if (page >= count_) return;
    side.pages.push_back(
        {.page = page, .trim = {corner.x, corner.y, grid_.place.width, grid_.place.height}, .clip = clip});
  }

  const ImposeInput& input_;
  SheetGrid grid_;
  const Pages& pages_;
  std::uint32_t count_;
  std::uint32_t sheets_;
  Duplex duplex_;
  bool marks_fit_ = true;
};

}  // namespace

Result<Sheets> impose_booklet(const ImposeInput& input) {
  Result<Sheets> result;
  const auto grid = grid_for(input.how, input.documents);
  if (!grid) return {{}, check_room(input.how, page_size_of(input.documents), 1)};
  Booklet booklet(input, *grid);
  if (booklet.creep() > Length() && booklet.creep() >= input.inner_margin)
    return {{}, {creep_problem(input, booklet.sheets(), booklet.creep())}};
  result.value = booklet.impose();
  if (!grid->bleeds) result.diagnostics.push_back(no_room_for_bleed(input));
  if (!booklet.has_room_for_marks()) result.diagnostics.push_back(no_room_for_marks(input));
  return result;
}

}  // namespace handbill
