#include "layout/flow_builder.h"

#include <algorithm>

namespace handbill {
namespace {

Length first_baseline(const FlowItem& strip, Length otherwise) {
  for (const FlowMark& mark : strip.marks)
    if (const auto* line = std::get_if<LineMark>(&mark)) return line->baseline;
  return otherwise;
}

}  // namespace

void FlowBuilder::space(Length height) {
  space_ = std::max(space_, height);
}

void FlowBuilder::keep(BreakBefore with) {
  keep_ = std::max(keep_, with);
}

void FlowBuilder::marker(std::vector<LineMark> marks) {
  marker_.insert(marker_.end(), std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
}

void FlowBuilder::flush_space() {
  if (space_ > Length() && !flow_.empty()) {
    FlowItem item{.space = true, .height = space_};
    // A band begins with its first strip and ends with its last: the space before the first belongs to the outside.
    item.bands.assign(bands_.begin(), bands_.begin() + static_cast<std::ptrdiff_t>(bands_with_strips_));
    flow_.push_back(std::move(item));
  }
  space_ = Length();
}

void FlowBuilder::add(FlowItem strip) {
  flush_space();
  strip.bands.insert(strip.bands.begin(), bands_.begin(), bands_.end());
  bands_with_strips_ = bands_.size();
  strip.break_before = std::max(strip.break_before, keep_);
  keep_ = BreakBefore::free;
  for (LineMark& mark : marker_) {
    mark.baseline = first_baseline(strip, mark.baseline);
    // Before the text it belongs to: marks are in reading order.
    strip.marks.insert(strip.marks.begin(), std::move(mark));
  }
  marker_.clear();
  flow_.push_back(std::move(strip));
}

void FlowBuilder::add(Flow strips) {
  for (FlowItem& strip : strips) add(std::move(strip));
}

void FlowBuilder::push_band(const Band& band) {
  bands_.push_back(band);
}

void FlowBuilder::pop_band() {
  bands_.pop_back();
  bands_with_strips_ = std::min(bands_with_strips_, bands_.size());
}

}  // namespace handbill
