#include <array>

#include "app/options/command.h"

namespace handbill {
namespace {

void add_check_options(OptionList& add) {
  add_locale(add);
  add_format(add, "text, json for tools, or github for notes beside the lines of a pull request");
}

Command read_check_options(Given& given) {
  constexpr std::array<std::pair<std::string_view, Format>, 3> formats{
      {{"text", Format::text}, {"json", Format::json}, {"github", Format::github}}};
  CheckOptions options{given.selection()};
  options.format = given.choice<Format>("format", "format", formats).value_or(options.format);
  return options;
}

}  // namespace

CommandDescription check_command() {
  return {
      .name = "check",
      .summary = "say what is wrong with documents and their translations",
      .arguments = "[DOCUMENT…]",
      .about =
          R"(Reads every document and every locale file and makes nothing. DOCUMENT is a name in content/ or the path of a Markdown
file; without one, everything in content/ is checked. Problems are listed on standard error, in other formats
on standard output.
)",
      .status = "0 all is well, 1 problems were found, 2 wrong usage",
      .examples = R"(  handbill check
  handbill check tech-workers --locale nl
  handbill check --format json
)",
      .add_options = add_check_options,
      .read = read_check_options};
}

}  // namespace handbill
