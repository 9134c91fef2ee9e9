// What can be wrong between pages and the sheet that they are to go on.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "design/sheet_grid.h"
#include "imposition/sheets.h"

namespace handbill {

/// The size that holds every page, and the widest bleed. Documents of one edition differ in neither.
Size page_size_of(const std::vector<const Pages*>& documents);
Length bleed_of(const std::vector<const Pages*>& documents);

/// The grid of the edition's places; nothing when the sheet is too small for them.
std::optional<SheetGrid> grid_for(const Imposition& how, const std::vector<const Pages*>& documents);

Diagnostic creep_problem(const ImposeInput& input, std::uint32_t sheets, Length creep);
Diagnostic no_room_for_bleed(const ImposeInput& input);
Diagnostic no_room_for_marks(const ImposeInput& input);

}  // namespace handbill
