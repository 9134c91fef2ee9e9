#include "app/options/options.h"

#include <fmt/format.h>

#include "app/options/command.h"
#include "app/options/help.h"

namespace handbill {

Command read_command_line(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return Misuse{{misuse("no command given", "handbill --help lists them")}};
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") return Answer{general_help(commands())};
  if (first == "--version") return Answer{version_line()};
  std::vector<std::string> known;
  for (const CommandDescription& command : commands()) {
    if (first == command.name) return read_command(command, {arguments.begin() + 1, arguments.end()});
    known.emplace_back(command.name);
  }
  const bool option = first.starts_with("-");
  if (option) known = {"--help", "--version"};
  return Misuse{{misuse(fmt::format("unknown {} {}", option ? "option" : "command", first), suggestion(first, known))}};
}

}  // namespace handbill
