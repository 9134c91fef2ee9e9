// What is wrong, as a list beside the pictures.
#pragma once

#include <cstddef>
#include <string>

#include "core/diagnostic.h"
#include "core/markup.h"

namespace handbill::proof {

/// Nothing for no problems; a long list shows its beginning, and the rest when it is asked for.
void write_problems(Markup& page, const Diagnostics& problems);

/// "2 errors, 1 warning"; empty when there is nothing of either.
std::string count_of(const Diagnostics& problems);

/// "error", "warning" or "fine": the worst of them.
std::string_view worst_of(const Diagnostics& problems);

}  // namespace handbill::proof
