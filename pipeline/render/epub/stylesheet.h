// The publication's stylesheet.
#pragma once

#include <string>

#include "translation/interface.h"

namespace handbill::epub {

/// Spacing, tables and emphasis; typeface, type size and colours stay the reader's own. List numbers are in the
/// locale's digits where CSS has a name for them.
std::string stylesheet(const Interface& words);

}  // namespace handbill::epub
