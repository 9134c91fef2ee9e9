// What copyfitting may do, as a theme file says it.
#pragma once

#include "core/diagnostic.h"
#include "core/yaml.h"
#include "design/theme.h"

namespace handbill {

/// Reads a layout's `fit` over what is in `fit`. Diagnostics: wrong-type, unknown-key, `length` (no range, or out of
/// it), `unknown-value`.
void read_fit_limits(const yaml::Node& node, FitLimits& fit, Diagnostics& diagnostics);

}  // namespace handbill
