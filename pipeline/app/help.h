// What the program says about itself.
#pragma once

#include <string>
#include <string_view>

namespace handbill {

std::string version_line();
std::string general_help();
std::string help_for_build(std::string_view options);

}  // namespace handbill
