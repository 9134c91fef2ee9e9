// The structure of inlines as text, to compare two of them whatever their places.
#pragma once

#include <string>

#include "document/inline.h"

namespace handbill::test {

/// text(a) strong(text(b)) link[address|title](…)
std::string shape(const Inlines& inlines);

}  // namespace handbill::test
