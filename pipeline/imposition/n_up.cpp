#include "imposition/n_up.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "design/sheet_grid.h"
#include "design/sheet_room.h"
#include "imposition/sheet_diagnostics.h"
#include "imposition/sheet_side.h"
#include "imposition/trim_marks.h"

namespace handbill {
namespace {

/// What is cut out in one piece: a page and what stands on its back.
struct Leaf {
  std::uint32_t document = 0;
  std::uint32_t front = 0;
  std::optional<std::uint32_t> back;
};

/// A place on a sheet with nothing on it is no leaf.
using FilledSheet = std::vector<std::optional<Leaf>>;

std::vector<Leaf> leaves_of(const std::vector<const Pages*>& documents, std::uint32_t document, bool both_sides) {
  const auto count = static_cast<std::uint32_t>(documents[document]->pages.size());
  std::vector<Leaf> leaves;
  for (std::uint32_t page = 0; page < count; page += both_sides ? 2 : 1) {
    leaves.push_back({.document = document, .front = page});
    if (both_sides && page + 1 < count) leaves.back().back = page + 1;
  }
  return leaves;
}

std::vector<FilledSheet> fill_with_one(const std::vector<Leaf>& leaves, std::size_t places, Fill fill) {
  std::vector<FilledSheet> sheets;
  if (fill == Fill::same) {
    for (const Leaf& leaf : leaves) sheets.emplace_back(places, leaf);
    return sheets;
  }
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (i % places == 0) sheets.emplace_back(places);
    sheets.back()[i % places] = leaves[i];
  }
  return sheets;
}

/// Leaf by leaf, each language in a place of its own.
std::vector<FilledSheet> fill_with_languages(const std::vector<const Pages*>& documents, bool both_sides) {
  std::vector<FilledSheet> sheets;
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    const auto leaves = leaves_of(documents, document, both_sides);
    if (leaves.size() > sheets.size()) sheets.resize(leaves.size(), FilledSheet(documents.size()));
    for (std::size_t i = 0; i < leaves.size(); ++i) sheets[i][document] = leaves[i];
  }
  return sheets;
}

class NUp {
 public:
  NUp(const ImposeInput& input, const SheetGrid& grid)
      : input_(input), grid_(grid), duplex_(input.how.duplex.value_or(page_edge(grid.sheet))) {}

  Sheets impose() {
    Sheets out{.duplex = duplex_};
    const auto sheets = filled_sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      out.sides.push_back(side(sheets[i], false));
      out.sides.back().label = fmt::format("{}a", i + 1);
      if (!any_back_) continue;
      SheetSide back = side(sheets[i], true);
      out.sides.push_back(turns_like_a_page(grid_.sheet, duplex_) ? std::move(back) : turned_round(std::move(back)));
      out.sides.back().label = fmt::format("{}b", i + 1);
    }
    if (!any_back_) out.duplex = Duplex::none;
    return out;
  }

  bool has_room_for_marks() const { return marks_fit_; }

 private:
  std::vector<FilledSheet> filled_sheets() {
    const bool both_sides = duplex_ != Duplex::none;
    std::vector<FilledSheet> sheets;
    if (input_.how.kind == Impose::languages) {
      sheets = fill_with_languages(input_.documents, both_sides);
    } else {
      const auto leaves = leaves_of(input_.documents, 0, both_sides);
      const Fill usual = leaves.size() == 1 ? Fill::same : Fill::different;
      sheets = fill_with_one(leaves, static_cast<std::size_t>(input_.how.up), input_.how.fill.value_or(usual));
    }
    for (const FilledSheet& sheet : sheets)
      for (const auto& leaf : sheet) any_back_ = any_back_ || (leaf && leaf->back);
    return sheets;
  }

  /// As one looks at it; the back as it looks when the sheet has been turned over like a page.
  SheetSide side(const FilledSheet& sheet, bool back) {
    const Length bleed = bleed_of(input_.documents);
    SheetSide out{.size = grid_.sheet, .trim = grid_.area()};
    out.bleed = with_bleed(out.trim, bleed, out.size);
    for (std::size_t place = 0; place < sheet.size(); ++place)
      if (sheet[place]) add(out, place, *sheet[place], back);
    auto marks = trim_marks({.sheet = {Length(), Length(), out.size.width, out.size.height},
                             .trim = out.trim,
                             .bleed = bleed,
                             .vertical_cuts = grid_.vertical_cuts(),
                             .horizontal_cuts = grid_.horizontal_cuts(),
                             .folds = folds_of(out),
                             .wanted = input_.marks});
    marks_fit_ = marks_fit_ && marks.all;
    out.marks = std::move(marks.marks);
    return out;
  }

  void add(SheetSide& side, std::size_t place, const Leaf& leaf, bool back) const {
    if (back && !leaf.back) return;
    const Rect rect = place_of(place, back);
    const Page& page = input_.documents[leaf.document]->pages[back ? *leaf.back : leaf.front];
    side.pages.push_back({.document = leaf.document,
                          .page = back ? *leaf.back : leaf.front,
                          .trim = middle_of(rect, page.size),
                          .clip = clip_of(rect, side.size)});
  }

  /// Places are counted in reading order; behind a place is the one as far from the other edge.
  Rect place_of(std::size_t place, bool back) const {
    const int row = static_cast<int>(place) / grid_.columns;
    int column = static_cast<int>(place) % grid_.columns;
    if (input_.documents.front()->language.right_to_left() != back) column = grid_.columns - 1 - column;
    return grid_.rect(column, row);
  }

  Rect middle_of(const Rect& place, const Size& page) const {
    return {place.x + (place.width - page.width) / 2, place.y + (place.height - page.height) / 2, page.width,
            page.height};
  }

  /// The pages' own folds, as they lie on the sheet.
  std::vector<Fold> folds_of(const SheetSide& side) const {
    std::vector<Fold> folds;
    for (const PlacedPage& placed : side.pages)
      for (const Fold& fold : input_.documents[placed.document]->pages[placed.page].folds) {
        const Fold there{fold.upright, fold.at + (fold.upright ? placed.trim.x : placed.trim.y)};
        const auto same = [&](const Fold& one) { return one.upright == there.upright && one.at == there.at; };
        if (std::none_of(folds.begin(), folds.end(), same)) folds.push_back(there);
      }
    return folds;
  }

  /// Half a gap belongs to each of two neighbours; where there is none, nothing may bleed over the cut.
  Rect clip_of(const Rect& place, const Size& sheet) const {
    const Length bleed = bleed_of(input_.documents);
    const Rect area = grid_.area();
    const auto outside = [&](bool at_the_edge, Length gap) { return at_the_edge ? bleed : gap / 2; };
    const Length left = outside(!(place.x - area.x > 0.01_pt), grid_.gap_x);
    const Length right = outside(!(area.right() - place.right() > 0.01_pt), grid_.gap_x);
    const Length top = outside(!(place.y - area.y > 0.01_pt), grid_.gap_y);
    const Length bottom = outside(!(area.bottom() - place.bottom() > 0.01_pt), grid_.gap_y);
    return common({place.x - left, place.y - top, place.width + left + right, place.height + top + bottom},
                  {Length(), Length(), sheet.width, sheet.height});
  }

  const ImposeInput& input_;
  SheetGrid grid_;
  Duplex duplex_;
  bool any_back_ = false;
  bool marks_fit_ = true;
};

}  // namespace

Result<Sheets> impose_n_up(const ImposeInput& input) {
  const auto grid = grid_for(input.how, input.documents);
  if (!grid)
    return {{}, check_room(input.how, page_size_of(input.documents), static_cast<int>(input.documents.size()))};
  NUp n_up(input, *grid);
  Result<Sheets> result{n_up.impose(), {}};
  if (!grid->bleeds) result.diagnostics.push_back(no_room_for_bleed(input));
  if (!n_up.has_room_for_marks()) result.diagnostics.push_back(no_room_for_marks(input));
  return result;
}

}  // namespace handbill
