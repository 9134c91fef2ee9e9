// Appending strips to a flow: spaces that collapse, markers that wait for their first line, headings that keep with
// what follows.
#pragma once

#include <functional>
#include <memory>
#include <variant>
#include <vector>

#include "layout/flow.h"
#include "layout/flow_part.h"

namespace handbill {

/// What is appended is noted down, because parts may still have to be made; take() carries it out.
class FlowBuilder {
 public:
  /// Asks for space before the next strip; of several asked for in a row the largest counts. None at the very start.
  void space(Length height);

  /// The next strip stays on a page with the one before it (`forbidden`), or if possible (`avoid`).
  void keep(BreakBefore with);

  /// A part whose lines go onto the next strip, on its first baseline: a list item's number.
  void marker(FlowPartPtr lines);

  void add(FlowItem strip);
  void add(FlowPartPtr strips);

  /// The strips of another flow, as `adapt` leaves them.
  void add(FlowBuilder&& inner, std::function<void(Flow&)> adapt);

  /// Bands lie behind everything that is added between push and pop, inner spaces included.
  void push_band(const Band& band);
  void pop_band();

  /// The flow; to be asked for once, when all parts are made.
  Flow take();

 private:
  struct Space {
    Length height;
  };
  struct Marker {
    FlowPartPtr lines;
  };
  struct Nested {
    std::unique_ptr<FlowBuilder> flow;
    std::function<void(Flow&)> adapt;
  };
  struct PopBand {};
  // Strips are large, and few of the steps.
  using Step = std::variant<Space, BreakBefore, Marker, std::unique_ptr<FlowItem>, FlowPartPtr, Nested,
                            std::unique_ptr<Band>, PopBand>;

  std::size_t most_strips() const;

  std::vector<Step> steps_;
};

}  // namespace handbill
