// Whether what an edition asks of its sheets can be, before there are pages.
#pragma once

#include "core/diagnostic.h"
#include "core/geometry.h"
#include "design/imposition.h"
#include "design/sheet_grid.h"

namespace handbill {

/// The places that an edition asks for, without bleed. Sound for Impose::none. `languages` is how many there are.
GridQuery grid_query(const Imposition& how, const Size& page, int languages);

/// Whether a sheet has room for so many pages, whatever is in them: `sheet-too-small` when it has not. Sound for
/// Impose::none. `languages` is how many there are.
Diagnostics check_room(const Imposition& how, const Size& page, int languages);

}  // namespace handbill
