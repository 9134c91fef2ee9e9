#include <boost/program_options/value_semantic.hpp>

#include "app/options/command.h"

namespace handbill {
namespace {

namespace po = boost::program_options;

void add_import_options(OptionList& add) {
  add("document,d", po::value<std::string>()->value_name("DOCUMENT"),
      "what it translates; otherwise what it says, or its name");
  add("locale,l", po::value<std::string>()->value_name("LOCALE"), "its language; otherwise what it says, or its name");
  add("overwrite", "take what is translated otherwise already as well");
}

Command read_import_options(Given& given) {
  ImportOptions options;
  const std::vector<std::string> files = given.texts("argument");
  if (files.size() == 1)
    options.file = files.front();
  else
    given.report(misuse("import needs one file", "name it: handbill import page.nl.po"));
  options.document = given.text("document").value_or("");
  options.locale = given.text("locale").value_or("");
  options.overwrite = given.flag("overwrite");
  return options;
}

}  // namespace

CommandDescription import_command() {
  return {
      .name = "import",
      .summary = "take translations from PO, XLIFF or a translated page",
      .arguments = "FILE",
      .about =
          R"(Puts the translations in FILE into the document's locale file: a gettext PO file, XLIFF 1.2 or 2.0, or a whole
translated page (page.nl.md), which is laid beside its source. What is translated already and not stale is kept; what a
build would not print, such as a changed link, is refused and said why.
)",
      .status = "0 all is well, 1 something was refused or the file cannot be read, 2 wrong usage",
      .examples = R"(  handbill import tech-workers.nl.po
  handbill import translated/page.nl.md --document tech-workers
  handbill import from-weblate.xlf --locale ar --overwrite
)",
      .add_options = add_import_options,
      .read = read_import_options};
}

}  // namespace handbill
