// Saddle-stitched booklets: sheets folded once, put inside each other and stapled through the fold.
#pragma once

#include "imposition/sheets.h"

namespace handbill {

/// Diagnostics as impose().
Result<Sheets> impose_booklet(const ImposeInput& input);

}  // namespace handbill
