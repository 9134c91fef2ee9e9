// Everything that is wrong with a project's documents and their translations.
#pragma once

#include "app/check_options.h"
#include "app/outcome.h"
#include "app/surroundings.h"

namespace handbill {

/// Status 1 when there is a warning or an error.
Outcome check(const CheckOptions& options, const Surroundings& around);

}  // namespace handbill
