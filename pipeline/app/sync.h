// Locale files brought up to date with their documents.
#pragma once

#include "app/options/sync_options.h"
#include "app/outcome.h"
#include "project/surroundings.h"

namespace handbill {

/// Creates and updates the locale files of every document in every language but its own; a variant (nl-BE) of a
/// language that has a file, or of the document's own, only has what it says otherwise, so nothing new is added to it
/// and no file is made. Each file is written whole or not at all; one with an error is reported and left as it is.
/// interface.yaml is not touched: `check` names the messages that it lacks. Status 1 when a file could not be brought
/// up to date, or when SyncOptions::check finds something to do.
Outcome sync_locales(const SyncOptions& options, const Surroundings& around);

}  // namespace handbill
