// Appending strips to a flow: spaces that collapse, markers that wait for their first line, headings that keep with
// what follows.
#pragma once

#include <optional>
#include <vector>

#include "layout/flow.h"

namespace handbill {

class FlowBuilder {
 public:
  /// Asks for space before the next strip; of several asked for in a row the largest counts. None at the very start.
  void space(Length height);

  /// The next strip stays on a page with the one before it (`forbidden`), or if possible (`avoid`).
  void keep(BreakBefore with);

  /// Marks that go onto the next strip, on its first baseline: a list item's number.
  void marker(std::vector<LineMark> marks);

  void add(FlowItem strip);
  void add(Flow strips);

  /// Bands lie behind everything that is added between push and pop, inner spaces included.
  void push_band(const Band& band);
  void pop_band();

  bool empty() const { return flow_.empty(); }
  Flow take() { return std::move(flow_); }

 private:
  void flush_space();

  Flow flow_;
  Length space_;
  BreakBefore keep_ = BreakBefore::free;
  std::vector<LineMark> marker_;
  std::vector<Band> bands_;
  std::size_t bands_with_strips_ = 0;  ///< how many of bands_, from the outside, have a strip already
};

}  // namespace handbill
