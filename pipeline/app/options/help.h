// What the program says about itself.
#pragma once

#include <boost/program_options/options_description.hpp>
#include <string>
#include <vector>

#include "app/options/command.h"

namespace handbill {

std::string version_line();
std::string general_help(const std::vector<CommandDescription>& commands);
std::string help_for(const CommandDescription& command, const boost::program_options::options_description& options);

}  // namespace handbill
