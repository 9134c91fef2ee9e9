#include "app/options/command.h"

namespace handbill {
namespace {

void add_sync_options(OptionList& add) {
  add_locale(add);
  add("check", "change nothing; say what would change, and end with status 1 when something would");
  add_format(add, "text, or json for tools");
}

Command read_sync_options(Given& given) {
  SyncOptions options{given.selection()};
  options.check = given.flag("check");
  options.format = read_format(given).value_or(options.format);
  return options;
}

}  // namespace

CommandDescription sync_command() {
  return {
      .name = "sync",
      .summary = "bring locale files up to date with their documents",
      .arguments = "[DOCUMENT…]",
      .about =
          R"(Makes the locale files that are not there yet, and brings the others up to date: new texts are added without a
translation, a text that was changed keeps its translation with the earlier text beside it as "stale:", one that is gone
is kept under "obsolete:". What people wrote, comments and layout included, stays as it is.
)",
      .status = "0 all is well, 1 problems were found or, with --check, something would change, 2 wrong usage",
      .examples = R"(  handbill sync
  handbill sync tech-workers --locale nl
  handbill sync --check
)",
      .add_options = add_sync_options,
      .read = read_sync_options};
}

}  // namespace handbill
