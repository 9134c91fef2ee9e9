// A call to action on paper: a label, its address, and a QR code of it.
#pragma once

#include "document/document.h"
#include "layout/composition.h"
#include "layout/flow.h"
#include "layout/setting.h"

namespace handbill {

/// One strip with the label, the address and a hint on the start side and the code on the end side, `padding` from
/// the strip's edges on every side. An address that no QR code of the theme's size holds so that it can be read is
/// reported (`qr-too-long`) and printed without.
struct ActionStyle {
  Length padding;
  bool panel = true;  ///< on a pale ground of its own
};
FlowItem action_strip(Composition& composition, const CallToAction& action, const Place& place, const Column& column,
                      StructureId parent, const ActionStyle& style);

}  // namespace handbill
