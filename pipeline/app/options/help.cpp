#include "app/options/help.h"

#include <fmt/format.h>

#include <boost/program_options/cmdline.hpp>

#include "core/unicode.h"

namespace handbill {
namespace {

namespace po = boost::program_options;

/// One option a line, what it does in a column of its own.
std::string list_of(const po::options_description& options) {
  constexpr std::size_t column = 30;
  std::string list;
  for (const auto& option : options.options()) {
    const std::string letter = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    const bool has_letter = letter.size() == 2 && letter[0] == '-';
    std::string line =
        fmt::format("  {} --{} {}", has_letter ? letter + "," : "   ", option->long_name(), option->format_parameter());
    const std::size_t width = display_width(line);
    list += line + std::string(width < column ? column - width : 1, ' ') + option->description() + "\n";
  }
  return list;
}

}  // namespace

std::string version_line() {
  return fmt::format("Handbill {}\n", HANDBILL_VERSION);
}

std::string general_help(const std::vector<CommandDescription>& commands) {
  std::string list;
  for (const CommandDescription& command : commands)
    list += fmt::format("  {:<9}  {}\n", command.name, command.summary);
  return fmt::format(R"(Handbill prints one Markdown page in every language: flyers, handouts, e-books and plain text.

Usage: handbill COMMAND [OPTION…]

Commands
{}
Options
  --help     this text; handbill COMMAND --help tells more about a command
  --version  which Handbill this is

Example
  handbill build
)",
                     list);
}

std::string help_for(const CommandDescription& command, const po::options_description& options) {
  const std::string arguments = command.arguments.empty() ? "" : fmt::format(" {}", command.arguments);
  return fmt::format("Usage: handbill {}{} [OPTION…]\n\n{}\nOptions\n{}\nExit status: {}.\n\nExamples\n{}",
                     command.name, arguments, command.about, list_of(options), command.status, command.examples);
}

}  // namespace handbill
