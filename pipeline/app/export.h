// handbill export.
#pragma once

#include "app/options/export_options.h"
#include "app/outcome.h"
#include "project/surroundings.h"

namespace handbill {

/// Writes a document and its translation as PO or XLIFF. Status 1 when either cannot be read. Diagnostics: of the
/// project, the document and the locale file; `own-language`.
Outcome export_translation(const ExportOptions& options, const Surroundings& around);

}  // namespace handbill
