// handbill import.
#pragma once

#include "app/options/import_options.h"
#include "app/outcome.h"
#include "project/surroundings.h"

namespace handbill {

/// Brings the locale file up to date with its document, puts the translations of a file into it, and says what became
/// of them. The locale file is written whole or not at all; one with errors is left as it is. Status 1 when something
/// was refused. Diagnostics: `unknown-format`, `other-locale`, `own-language`, `no-document`, and those of the files
/// that are read.
Outcome import_translation(const ImportOptions& options, const Surroundings& around);

}  // namespace handbill
