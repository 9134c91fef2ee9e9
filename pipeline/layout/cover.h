// The cover of a medium that has no pages of its own.
#pragma once

#include "layout/layout.h"

namespace handbill {

/// One page, five by eight as libraries of e-books show them: the theme's ground with the kicker, the title as large as
/// it goes, the subtitle (or date) and, at the foot, the feature image. `input.theme` is a flyer's; of its edition
/// nothing is read. Diagnostics: missing-glyph.
Result<Pages> lay_out_cover(const LayoutInput& input);

}  // namespace handbill
