#include "app/options/command.h"

namespace handbill {
namespace {

void add_status_options(OptionList& add) {
  add_locale(add);
  add_format(add, "text, or json for tools");
}

Command read_status_options(Given& given) {
  StatusOptions options{given.selection()};
  options.format = read_format(given).value_or(options.format);
  return options;
}

}  // namespace

CommandDescription status_command() {
  return {
      .name = "status",
      .summary = "show how much of each document is translated",
      .arguments = "[DOCUMENT…]",
      .about =
          R"(Shows for every document and language how many texts, and how many of the source's words, are translated, were
translated from an earlier text (stale), or are missing.
)",
      .status = "0 done, 1 something could not be read, 2 wrong usage",
      .examples = R"(  handbill status
  handbill status tech-workers --locale nl
  handbill status --format json
)",
      .add_options = add_status_options,
      .read = read_status_options};
}

}  // namespace handbill
