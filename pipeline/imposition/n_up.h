// Several pages a side, to be cut: flyers in numbers, or one in every language.
#pragma once

#include "imposition/sheets.h"

namespace handbill {

/// Impose::n_up and Impose::languages. Diagnostics as impose().
Result<Sheets> impose_n_up(const ImposeInput& input);

}  // namespace handbill
