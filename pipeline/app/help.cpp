#include "app/help.h"

#include <fmt/format.h>

namespace handbill {

std::string version_line() {
  return fmt::format("Handbill {}\n", HANDBILL_VERSION);
}

std::string general_help() {
  return R"(Handbill prints one Markdown page in every language: flyers, handouts, e-books and plain text.

Usage: handbill COMMAND [OPTION…]

Commands
  build      make the files that a project's documents are printed from

Options
  --help     this text; handbill COMMAND --help tells more about a command
  --version  which Handbill this is

Example
  handbill build
)";
}

std::string help_for_build(std::string_view options) {
  return fmt::format(R"(Usage: handbill build [DOCUMENT…] [OPTION…]

Makes every document in every language and edition: out/nl/page-flyer.pdf. DOCUMENT is a name in content/ or the path
of a Markdown file; without one, everything in content/ is made. Problems are listed on standard error, the files that
were made on standard output.

Options
{}
Exit status: 0 all is well, 1 problems were found or something could not be made, 2 wrong usage.

Examples
  handbill build
  handbill build tech-workers --locale nl,ar --edition flyer
  handbill build letters/invitation.md --output print
)",
                     options);
}

}  // namespace handbill
