#include "layout/flow_part.h"

#include <utility>

namespace handbill {

void FlowPart::make(TextSetter& setter) {
  if (made()) return;
  flow_ = work_(setter);
  work_ = nullptr;
  diagnostics_ = std::exchange(setter.diagnostics(), {});
}

Flow FlowPart::take() {
  if (!made()) internal_error("a part of the flow is wanted before it is made");
  return std::move(flow_);
}

}  // namespace handbill
