// What a command of the program is: its name, its help, its options and how to read them.
#pragma once

#include <boost/program_options/options_description.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "app/options/given.h"
#include "app/options/options.h"

namespace handbill {

using OptionList = boost::program_options::options_description_easy_init;

struct CommandDescription {
  std::string_view name;
  std::string_view summary;    ///< one line, for the list of commands
  std::string_view arguments;  ///< as the usage line shows them: "[DOCUMENT…]"; empty where there are none
  std::string_view about;      ///< what --help tells, in lines of at most 120 columns
  std::string_view status;     ///< what its exit status says
  std::string_view examples;   ///< one command a line, indented
  void (*add_options)(OptionList& add);
  Command (*read)(Given& given);  ///< what is wrong with the values is left in `given`
};

/// Options that several commands have; the names are those that Given's getters know.
void add_locale(OptionList& add);
void add_edition(OptionList& add);
void add_output(OptionList& add);
void add_jobs(OptionList& add);
std::optional<std::size_t> read_jobs(Given& given);
void add_format(OptionList& add, const char* help);
std::optional<Format> read_format(Given& given);

/// Each in command_<name>.cpp.
CommandDescription build_command();
CommandDescription check_command();
CommandDescription sync_command();
CommandDescription status_command();
CommandDescription proof_command();
CommandDescription export_command();
CommandDescription import_command();
CommandDescription new_command();

/// Every command, in the order of the help.
std::vector<CommandDescription> commands();

/// `arguments` are those after the command's name.
Command read_command(const CommandDescription& command, const std::vector<std::string>& arguments);

}  // namespace handbill
