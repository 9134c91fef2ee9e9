// What an import did.
#pragma once

#include <string>

#include "translation/exchange/import.h"

namespace handbill {

/// "locales/nl/page.yaml: 78 of 81 texts taken", and a line for everything else that became of a text.
std::string write_import_report(const std::string& path, const ImportCounts& counts);

}  // namespace handbill
