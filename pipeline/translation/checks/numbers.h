#pragma once

#include "translation/checks/checked_text.h"
#include "translation/checks/number_marks.h"

namespace handbill {

struct NumberConventions {
  NumberMarks source;
  NumberMarks target;
};

void check_numbers(const CheckedText& text, const NumberConventions& conventions, Diagnostics& found);

}  // namespace handbill
