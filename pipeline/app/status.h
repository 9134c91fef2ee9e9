// How much of a project is translated.
#pragma once

#include "app/options/status_options.h"
#include "app/outcome.h"
#include "project/surroundings.h"

namespace handbill {

/// Counts every document in every language but its own. What a build would not use (a target with an error) counts as
/// missing. Problems of the files themselves are reported; what is missing or stale is what is counted, and no problem.
Outcome status(const StatusOptions& options, const Surroundings& around);

}  // namespace handbill
