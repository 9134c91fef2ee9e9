#include "layout/pagination.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>

namespace handbill {
namespace {

struct ColumnSize {
  Length room;
  Length grid;
};

/// The strips of one page are gathered here until one does not fit.
class PageFiller {
 public:
  PageFiller(std::span<const FlowItem> flow, const NoteArea& notes, std::size_t first, const ColumnSize& size)
      : flow_(flow), notes_(notes), first_(first), room_(size.room), grid_(size.grid) {}

  /// Index of the first item that belongs to the next page.
  std::size_t fill() {
    repeat_header();
    std::size_t next = first_;
    while (next < flow_.size() && take(next)) ++next;
    return next == flow_.size() ? next : choose_end(next);
  }

  PageCut cut(std::size_t end) && {
    while (!page_.items.empty() && (taken_.back() >= end || page_.items.back().item->space)) {
      page_.items.pop_back();
      taken_.pop_back();
    }
    page_.notes.clear();
    for (const PlacedItem& placed : page_.items) add_notes(*placed.item, page_.notes);
    page_.used = page_.items.empty() ? Length() : page_.items.back().y + page_.items.back().item->height;
    return std::move(page_);
  }

 private:
  // An item's index in the flow for every placed one; repeated headers carry the first item's.
  std::vector<std::size_t> taken_;

  /// Over what goes on here, unless it takes most of the page or leaves that no room.
  void repeat_header() {
    const FlowItem& first = flow_[first_];
    const auto& repeat = first.extras->repeat;
    if (repeat == nullptr) return;
    for (const FlowItem& item : *repeat) place(item, first_);
    std::vector<NoteKey> keys;
    add_notes(first, keys);
    if (fits(y_, room_ / 2) && fits(top_of(first) + first.height + notes_.height(keys), room_)) return;
    page_.items.clear();
    taken_.clear();
    y_ = Length();
  }

  static void add_notes(const FlowItem& item, std::vector<NoteKey>& keys) {
    for (const NoteKey& key : item.extras->notes)
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  }

  void place(const FlowItem& item, std::size_t index) {
    y_ = top_of(item);
    page_.items.push_back({&item, y_});
    taken_.push_back(index);
    y_ += item.height;
  }

  /// Where the item's top would stand: here, or on the next line of the grid.
  Length top_of(const FlowItem& item) const {
    if (!item.on_grid || grid_ == Length()) return y_;
    constexpr double forgiven = 0.001;  // of a line
    return grid_ * std::ceil(y_ / grid_ - forgiven);
  }

  bool take(std::size_t index) {
    const FlowItem& item = flow_[index];
    if (item.space) {
      if (!page_.items.empty()) place(item, index);
      return true;
    }
    auto numbers = page_.notes;
    add_notes(item, numbers);
    if (!page_.items.empty() && !fits(top_of(item) + item.height + notes_.height(numbers), room_)) return false;
    remember_break(index, item.break_before);
    page_.notes = std::move(numbers);
    place(item, index);
    return true;
  }

  void remember_break(std::size_t index, BreakBefore kind) {
    if (index == first_) return;
    switch (kind) {
      case BreakBefore::free:
        free_ = {index, y_};
        break;
      case BreakBefore::avoid:
        avoid_ = {index, y_};
        break;
      case BreakBefore::forbidden:
        break;
    }
  }

  std::size_t choose_end(std::size_t overflow) {
    remember_break(overflow, flow_[overflow].break_before);
    const auto filled = [&](const std::optional<Candidate>& candidate) {
      return candidate ? candidate->used / room_ : 0.0;
    };
    if (free_ && (filled(free_) >= 0.5 || filled(avoid_) <= filled(free_))) return free_->index;
    if (avoid_) return avoid_->index;
    if (free_) return free_->index;
    return std::max(overflow, first_ + 1);
  }

  struct Candidate {
    std::size_t index;
    Length used;
  };

  std::span<const FlowItem> flow_;
  const NoteArea& notes_;
  std::size_t first_;
  Length room_;
  Length grid_;
  Length y_;
  PageCut page_;
  std::optional<Candidate> free_;
  std::optional<Candidate> avoid_;
};

}  // namespace

Length NoteArea::height(const std::vector<NoteKey>& keys) const {
  Length height;
  for (const NoteKey& key : keys) {
    const auto found = notes.find(key);
    if (found == notes.end()) continue;
    height += height_of(found->second) + (height == Length() ? separation : gap);
  }
  return height;
}

namespace {

/// Whether what must stay together at the start of a flow goes onto the next page as a whole, but not onto this one.
bool waits(std::span<const FlowItem> flow, Length here, Length there) {
  Length height;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    if (i > 0 && !flow[i].space && flow[i].break_before != BreakBefore::forbidden) break;
    if (!flow[i].space || (i + 1 < flow.size() && flow[i + 1].break_before == BreakBefore::forbidden))
      height += flow[i].height;
    if (!fits(height, there)) return false;
  }
  return !fits(height, here);
}

std::vector<PageCut> cut(std::span<const FlowItem> flow, const NoteArea& notes, const Columns& columns) {
  std::vector<PageCut> pages;
  std::size_t next = 0;
  while (true) {
    while (next < flow.size() && flow[next].space) ++next;
    if (next >= flow.size()) return pages;
    if (waits(flow.subspan(next), columns.room(pages.size()), columns.room(pages.size() + 1))) {
      pages.emplace_back();
      continue;
    }
    PageFiller filler(flow, notes, next, {.room = columns.room(pages.size()), .grid = columns.grid});
    const std::size_t end = filler.fill();
    pages.push_back(std::move(filler).cut(end));
    next = end;
  }
}

/// The strips that cuts from `first` on show, as they stand in the flow; repeated headers stand elsewhere.
std::span<const FlowItem> strips_from(std::span<const FlowItem> flow, const std::vector<PageCut>& cuts,
                                      std::size_t first) {
  for (; first < cuts.size(); ++first)
    for (const PlacedItem& placed : cuts[first].items)
      if (placed.item >= flow.data() && placed.item < flow.data() + flow.size())
        return flow.subspan(static_cast<std::size_t>(placed.item - flow.data()));
  return {};
}

}  // namespace

std::vector<PageCut> paginate(const Flow& flow, const NoteArea& notes, const Columns& columns) {
  return cut(flow, notes, columns);
}

void balance(const Flow& flow, std::vector<PageCut>& cuts, const LastPage& last, const NoteArea& notes,
             const Columns& columns) {
  if (last.columns < 2 || last.first >= cuts.size()) return;
  const auto strips = strips_from(flow, cuts, last.first);
  const auto with_height = [&](Length height) {
    return cut(strips, notes,
               {.room = [&](std::size_t column) { return std::min(height, columns.room(last.first + column)); },
                .grid = columns.grid});
  };
  Length enough = columns.room(last.first);
  Length too_little;
  constexpr Length close_enough = 1_pt;
  while (enough - too_little > close_enough) {
    const Length middle = (enough + too_little) / 2;
    const auto attempt = with_height(middle);
    const bool inside =
        attempt.size() <= last.columns && std::all_of(attempt.begin(), attempt.end(), [&](const PageCut& page) {
          return fits(page.used + notes.height(page.notes), middle);
        });
    (inside ? enough : too_little) = middle;
  }
  auto balanced = with_height(enough);
  if (balanced.size() > last.columns) return;
  cuts.resize(last.first);
  std::move(balanced.begin(), balanced.end(), std::back_inserter(cuts));
}

}  // namespace handbill
