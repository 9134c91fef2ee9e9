// handbill new.
#pragma once

#include "app/options/new_options.h"
#include "app/outcome.h"
#include "project/surroundings.h"

namespace handbill {

/// Makes content/NAME.md, or locales/NAME/ with interface.yaml and a file for every document, and adds the locale to
/// handbill.yaml. Nothing that is there is written over; locale files that are there are brought up to date as by sync.
/// Diagnostics: `exists`, `missing-letters` (warning: what no font has), `usage`, and those of the files that are read.
Outcome make_new(const NewOptions& options, const Surroundings& around);

}  // namespace handbill
