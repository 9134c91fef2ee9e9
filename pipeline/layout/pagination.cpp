#include "layout/pagination.h"

#include <algorithm>
#include <optional>

namespace handbill {
namespace {

/// The strips of one page are gathered here until one does not fit.
class PageFiller {
 public:
  PageFiller(const Flow& flow, const NoteArea& notes, std::size_t first, Length room)
      : flow_(flow), notes_(notes), first_(first), room_(room) {}

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

  void repeat_header() {
    const auto& repeat = flow_[first_].repeat;
    if (!repeat) return;
    for (const FlowItem& item : *repeat) place(item, first_);
  }

  static void add_notes(const FlowItem& item, std::vector<int>& numbers) {
    for (const int number : item.notes)
      if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
  }

  void place(const FlowItem& item, std::size_t index) {
    page_.items.push_back({&item, y_});
    taken_.push_back(index);
    y_ += item.height;
  }

  bool take(std::size_t index) {
    const FlowItem& item = flow_[index];
    if (item.space) {
      if (!page_.items.empty()) place(item, index);
      return true;
    }
    auto numbers = page_.notes;
    add_notes(item, numbers);
    if (!page_.items.empty() && !fits(y_ + item.height + notes_.height(numbers), room_)) return false;
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

  const Flow& flow_;
  const NoteArea& notes_;
  std::size_t first_;
  Length room_;
  Length y_;
  PageCut page_;
  std::optional<Candidate> free_;
  std::optional<Candidate> avoid_;
};

}  // namespace

Length NoteArea::height(const std::vector<int>& numbers) const {
  Length height;
  for (const int number : numbers) {
    const auto found = notes.find(number);
    if (found == notes.end()) continue;
    height += height_of(found->second) + (height == Length() ? separation : gap);
  }
  return height;
}

std::vector<PageCut> paginate(const Flow& flow, const NoteArea& notes, const std::function<Length(std::size_t)>& room) {
  std::vector<PageCut> pages;
  std::size_t next = 0;
  while (true) {
    while (next < flow.size() && flow[next].space) ++next;
    if (next >= flow.size()) return pages;
    PageFiller filler(flow, notes, next, room(pages.size()));
    const std::size_t end = filler.fill();
    pages.push_back(std::move(filler).cut(end));
    next = end;
  }
}

}  // namespace handbill
