// Everything that is wrong with a project's documents and their translations.
#pragma once

#include "app/options/check_options.h"
#include "app/outcome.h"
#include "project/surroundings.h"

namespace handbill {

/// Status 1 when there is a warning or an error.
Outcome check(const CheckOptions& options, const Surroundings& around);

}  // namespace handbill
