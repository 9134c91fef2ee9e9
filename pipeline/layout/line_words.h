// A line's words, for what there is to say about it.
#pragma once

#include <string>

#include "layout/flow.h"

namespace handbill {

/// What can be read of a line, so that it can be found in its source: no isolates, no space at its end.
std::string words_of(const LineMark& line);

}  // namespace handbill
