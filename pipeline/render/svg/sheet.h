// Sheets as SVG pictures.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "imposition/sheets.h"
#include "render/svg/definitions.h"

namespace handbill::svg {

/// One side of a sheet as an <svg> element: its pages as they lie on it, and the marks for whoever cuts and folds it.
/// `documents` are what was imposed. It refers to `definitions`, which must stand in the same document.
std::string sheet(const Sheets& sheets, std::size_t side, const std::vector<const Pages*>& documents,
                  Definitions& definitions);

}  // namespace handbill::svg
