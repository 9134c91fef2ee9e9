// Filling lines one after another.
#pragma once

#include <vector>

#include "text/line_setter.h"

namespace handbill {

/// Sets lines each as full as it goes. A word that is too long for any line is broken on lines of its own.
std::vector<Line> first_fit(const std::vector<Piece>& pieces, LineSetter& setter);

}  // namespace handbill
