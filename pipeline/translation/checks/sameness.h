#pragma once

#include "translation/checks/checked_text.h"

namespace handbill {

/// Whether it has reported that nothing was translated; then nothing else need be looked for.
bool check_sameness(const CheckedText& text, Diagnostics& found);

}  // namespace handbill
