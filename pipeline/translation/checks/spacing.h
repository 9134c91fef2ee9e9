#pragma once

#include "translation/checks/checked_text.h"

namespace handbill {

void check_spacing(const CheckedText& text, Diagnostics& found);

}  // namespace handbill
