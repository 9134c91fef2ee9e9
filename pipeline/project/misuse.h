// What the command line asks for and there is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"

namespace handbill {

/// A `usage` error of one line and perhaps a hint.
Diagnostic misuse(std::string message, std::string hint = {});

/// "did you mean …?" for a word that is none of `known`; when none is near, what there is to choose from.
std::string suggestion(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace handbill
