#include <array>
#include <boost/program_options/value_semantic.hpp>

#include "app/options/command.h"

namespace handbill {
namespace {

namespace po = boost::program_options;

constexpr std::array<std::pair<std::string_view, Dump>, 5> stages{{{"document", Dump::document},
                                                                   {"units", Dump::units},
                                                                   {"lines", Dump::lines},
                                                                   {"pages", Dump::pages},
                                                                   {"sheets", Dump::sheets}}};

void add_build_options(OptionList& add) {
  add_locale(add);
  add_edition(add);
  add_output(add);
  add("strict", "a text without translation is an error");
  add_jobs(add);
  add("timings", po::value<std::string>()->implicit_value("")->value_name("[=FILE]"),
      "say where the time went; FILE shows it in chrome://tracing");
  add("again", "make all files again, up to date or not");
  add("list", "list the files that are up to date, too");
  add("watch", "build again whenever something is saved, until Ctrl-C");
  add("dump", po::value<std::string>()->value_name("STAGE"),
      "print what a stage hands on: document, units, lines, pages or sheets");
  add("bidi", po::value<std::string>()->value_name("MARKS"),
      "invisible characters in texts that keep directions apart: isolates or none");
}

Command read_build_options(Given& given) {
  BuildOptions options{given.selection()};
  options.editions = given.list("edition");
  options.output_in_project = !given.text("output");
  options.output = given.text("output").value_or(options.output.string());
  options.strict = given.flag("strict");
  options.workers = read_jobs(given).value_or(options.workers);
  options.timings = given.text("timings");
  options.again = given.flag("again");
  options.list = given.flag("list");
  options.watch = given.flag("watch");
  options.dump = given.choice<Dump>("dump", "stage", stages);
  options.bidi = given.choice<BidiMarks>("bidi", "bidi marks", bidi_marks_by_name);
  if (options.watch && options.dump) given.report(misuse("--watch and --dump do not go together"));
  return options;
}

}  // namespace

CommandDescription build_command() {
  return {
      .name = "build",
      .summary = "make the files that a project's documents are printed from",
      .arguments = "[DOCUMENT…]",
      .about =
          R"(Makes every document in every language and edition: out/nl/page-flyer.pdf. DOCUMENT is a name in content/ or the path
of a Markdown file; without one, everything in content/ is made. Problems are listed on standard error, the files that
were made on standard output. Two languages need no translation and show what will not fit or cannot be translated:
en-XA has accents and is 40% longer, ar-XB is in Arabic letters, from right to left.
)",
      .status = "0 all is well, 1 problems were found or something could not be made, 2 wrong usage",
      .examples = R"(  handbill build
  handbill build tech-workers --locale nl,ar --edition flyer
  handbill build letters/invitation.md --output print
  handbill build --locale en-XA,ar-XB
)",
      .add_options = add_build_options,
      .read = read_build_options};
}

}  // namespace handbill
