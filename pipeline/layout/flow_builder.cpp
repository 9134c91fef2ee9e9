#include "layout/flow_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/overloaded.h"

namespace handbill {
namespace {

Length first_baseline(const FlowItem& strip, Length otherwise) {
  for (const FlowMark& mark : strip.marks)
    if (const auto* line = std::get_if<LineMark>(&mark)) return line->baseline;
  return otherwise;
}

/// Puts strips below each other as they come.
class Stack {
 public:
  explicit Stack(std::size_t strips) { flow_.reserve(strips); }

  void space(Length height) { space_ = std::max(space_, height); }
  void keep(BreakBefore with) { keep_ = std::max(keep_, with); }

  void marker(Flow strips) {
    for (FlowItem& strip : strips)
      marker_.insert(marker_.end(), std::make_move_iterator(strip.marks.begin()),
                     std::make_move_iterator(strip.marks.end()));
  }

  void add(FlowItem strip) {
    flush_space();
    if (!bands_.empty()) {
      std::vector<Band>& bands = strip.extras.edit().bands;
      bands.insert(bands.begin(), bands_.begin(), bands_.end());
    }
    bands_with_strips_ = bands_.size();
    strip.break_before = std::max(strip.break_before, keep_);
    keep_ = BreakBefore::free;
    for (FlowMark& mark : marker_) {
      auto& line = std::get<LineMark>(mark);
      line.baseline = first_baseline(strip, line.baseline);
      // Before the text it belongs to: marks are in reading order.
      strip.marks.insert(strip.marks.begin(), std::move(mark));
    }
    marker_.clear();
    flow_.push_back(std::move(strip));
  }

  void add(Flow strips) {
    for (FlowItem& strip : strips) add(std::move(strip));
  }

  void push_band(const Band& band) { bands_.push_back(band); }

  void pop_band() {
    bands_.pop_back();
    bands_with_strips_ = std::min(bands_with_strips_, bands_.size());
  }

  Flow take() { return std::move(flow_); }

 private:
  void flush_space() {
    if (space_ > Length() && !flow_.empty()) {
      FlowItem item{.space = true, .height = space_};
      // A band begins with its first strip and ends with its last: the space before the first belongs to the outside.
      if (bands_with_strips_ > 0)
        item.extras.edit().bands.assign(bands_.begin(),
                                        bands_.begin() + static_cast<std::ptrdiff_t>(bands_with_strips_));
      flow_.push_back(std::move(item));
    }
    space_ = Length();
  }

  Flow flow_;
  Length space_;
  BreakBefore keep_ = BreakBefore::free;
  std::vector<FlowMark> marker_;
  std::vector<Band> bands_;
  std::size_t bands_with_strips_ = 0;  ///< how many of bands_, from the outside, have a strip already
};

}  // namespace

void FlowBuilder::space(Length height) {
  steps_.emplace_back(Space{height});
}

void FlowBuilder::keep(BreakBefore with) {
  steps_.emplace_back(with);
}

void FlowBuilder::marker(FlowPartPtr lines) {
  steps_.emplace_back(Marker{std::move(lines)});
}

void FlowBuilder::add(FlowItem strip) {
  steps_.emplace_back(std::make_unique<FlowItem>(std::move(strip)));
}

void FlowBuilder::add(FlowPartPtr strips) {
  steps_.emplace_back(std::move(strips));
}

void FlowBuilder::add(FlowBuilder&& inner, std::function<void(Flow&)> adapt) {
  auto flow = std::make_unique<FlowBuilder>(std::move(inner));
  steps_.emplace_back(Nested{std::move(flow), std::move(adapt)});
}

void FlowBuilder::push_band(const Band& band) {
  steps_.emplace_back(std::make_unique<Band>(band));
}

void FlowBuilder::pop_band() {
  steps_.emplace_back(PopBand{});
}

/// Every other step may be a strip, or ask for space.
std::size_t FlowBuilder::most_strips() const {
  std::size_t strips = 0;
  for (const Step& step : steps_) {
    const auto* part = std::get_if<FlowPartPtr>(&step);
    strips += part == nullptr ? 1 : (*part)->size();
  }
  return strips;
}

Flow FlowBuilder::take() {
  Stack stack(most_strips());
  const auto carry_out = Overloaded{[&](const Space& space) { stack.space(space.height); },
                                    [&](BreakBefore with) { stack.keep(with); },
                                    [&](Marker& marker) { stack.marker(marker.lines->take()); },
                                    [&](std::unique_ptr<FlowItem>& strip) { stack.add(std::move(*strip)); },
                                    [&](FlowPartPtr& part) { stack.add(part->take()); },
                                    [&](Nested& nested) {
                                      Flow strips = nested.flow->take();
                                      nested.adapt(strips);
                                      stack.add(std::move(strips));
                                    },
                                    [&](const std::unique_ptr<Band>& band) { stack.push_band(*band); },
                                    [&](PopBand) { stack.pop_band(); }};
  for (Step& step : steps_) std::visit(carry_out, step);
  steps_.clear();
  return stack.take();
}

}  // namespace handbill
