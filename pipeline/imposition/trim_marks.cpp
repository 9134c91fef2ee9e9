#include "imposition/trim_marks.h"

#include <algorithm>
#include <array>

namespace handbill {
namespace {

constexpr Length usual_clearance = 3_mm;  // between the trimmed page and a mark, so that no cut leaves a mark
constexpr Length longest_mark = 5_mm;
constexpr Length shortest_mark = 1.5_mm;
constexpr Length dash = 0.8_mm;
constexpr Length patch_side = 5_mm;
constexpr Length edge = 1_mm;  // the sheet's outermost, which is not printed

constexpr std::array<std::pair<Ink, double>, 8> patches = {{{Ink::cyan, 1},
                                                            {Ink::magenta, 1},
                                                            {Ink::yellow, 1},
                                                            {Ink::key, 1},
                                                            {Ink::cyan, 0.5},
                                                            {Ink::magenta, 0.5},
                                                            {Ink::yellow, 0.5},
                                                            {Ink::key, 0.5}}};

Length clearance(Length bleed) {
  return std::max(bleed, usual_clearance);
}

/// From where to where a mark goes outwards from the trimmed page; nothing when `room` is too little.
struct Reach {
  Length from;
  Length to;
  bool any() const { return to - from >= shortest_mark; }
};

Reach reach_in(Length room, Length bleed) {
  Reach reach{clearance(bleed), std::min(clearance(bleed) + longest_mark, room)};
  // On a sheet with little to spare, a mark nearer to the page is better than none.
  if (!reach.any()) reach.from = std::max(bleed, std::min(reach.from, room - shortest_mark));
  return reach;
}

class Drawing {
 public:
  explicit Drawing(const TrimMarksQuery& query) : query_(query) {}

  TrimMarksResult draw() {
    const PrinterMarks& wanted = query_.wanted;
    if (wanted.crop) {
      for (const Length x : query_.vertical_cuts) upright(x, false);
      for (const Length y : query_.horizontal_cuts) level(y, false);
    }
    if (wanted.fold) {
      for (const Fold& fold : query_.folds) {
        if (fold.upright) upright(fold.at, true);
        if (!fold.upright) level(fold.at, true);
      }
    }
    if (wanted.bars) bars();
    return std::move(result_);
  }

 private:
  Length room_above() const { return query_.trim.y - query_.sheet.y; }
  Length room_below() const { return query_.sheet.bottom() - query_.trim.bottom(); }
  Length room_left() const { return query_.trim.x - query_.sheet.x; }
  Length room_right() const { return query_.sheet.right() - query_.trim.right(); }

  void upright(Length x, bool dashed) {
    const Reach above = reach_in(room_above(), query_.bleed);
    const Reach below = reach_in(room_below(), query_.bleed);
    stroke({x, query_.trim.y - above.from}, {x, query_.trim.y - above.to}, above, dashed);
    stroke({x, query_.trim.bottom() + below.from}, {x, query_.trim.bottom() + below.to}, below, dashed);
  }

  void level(Length y, bool dashed) {
    const Reach before = reach_in(room_left(), query_.bleed);
    const Reach after = reach_in(room_right(), query_.bleed);
    stroke({query_.trim.x - before.from, y}, {query_.trim.x - before.to, y}, before, dashed);
    stroke({query_.trim.right() + after.from, y}, {query_.trim.right() + after.to, y}, after, dashed);
  }

  void stroke(const Point& from, const Point& to, const Reach& reach, bool dashed) {
    if (!reach.any()) {
      result_.all = false;
      return;
    }
    if (!dashed) {
      result_.marks.strokes.push_back({from, to});
      return;
    }
    const auto step = [&](Length a, Length b) { return a == b ? Length() : a < b ? dash : -dash; };
    const Point by{step(from.x, to.x), step(from.y, to.y)};
    for (int i = 0; dash * (i + 1) <= reach.to - reach.from; i += 2)
      result_.marks.strokes.push_back(
          {{from.x + by.x * i, from.y + by.y * i}, {from.x + by.x * (i + 1), from.y + by.y * (i + 1)}});
  }

  void bars() {
    const Length top = query_.trim.bottom() + clearance(query_.bleed);
    const Length left = query_.trim.x + edge;
    const auto count = static_cast<double>(patches.size());
    if (top + patch_side + edge > query_.sheet.bottom() || left + patch_side * count > query_.trim.right()) {
      result_.all = false;
      return;
    }
    for (std::size_t i = 0; i < patches.size(); ++i)
      result_.marks.patches.push_back(
          {.rect = {left + patch_side * static_cast<double>(i), top, patch_side, patch_side},
           .ink = patches[i].first,
           .tint = patches[i].second});
  }

  const TrimMarksQuery& query_;
  TrimMarksResult result_;
};

}  // namespace

TrimMarksResult trim_marks(const TrimMarksQuery& query) {
  return Drawing(query).draw();
}

Length reach_of(PrinterMarks marks, Length bleed) {
  return marks.any() ? clearance(bleed) + longest_mark + edge : bleed;
}

PageFrame frame_of(const Page& page, PrinterMarks marks) {
  const Rect trim{Length(), Length(), page.size.width, page.size.height};
  const auto around = [&](Length by) { return Rect{-by, -by, page.size.width + by * 2, page.size.height + by * 2}; };
  PageFrame frame{.media = around(reach_of(marks, page.bleed)), .bleed = around(page.bleed)};
  frame.marks = trim_marks({.sheet = frame.media,
                            .trim = trim,
                            .bleed = page.bleed,
                            .vertical_cuts = {trim.x, trim.right()},
                            .horizontal_cuts = {trim.y, trim.bottom()},
                            .folds = page.folds,
                            .wanted = marks})
                    .marks;
  return frame;
}

}  // namespace handbill
