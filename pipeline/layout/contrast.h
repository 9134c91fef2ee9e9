// Whether text can be read on what is behind it when black alone is printed.
#pragma once

#include "core/diagnostic.h"
#include "layout/pages.h"

namespace handbill {

/// One `low-contrast` warning for each pair of colours, at the first text that has it: less than WCAG 2.1's ratio of
/// 4.5, or 3 for large type, once both are grey. `place` is for text that nobody wrote. What an image does to the text
/// on it is not known here.
Diagnostics check_grey_contrast(const Pages& pages, const Place& place);

}  // namespace handbill
