#include "layout/flow.h"

namespace handbill {

Length height_of(const Flow& flow) {
  Length height;
  for (const FlowItem& item : flow) height += item.height;
  return height;
}

}  // namespace handbill
