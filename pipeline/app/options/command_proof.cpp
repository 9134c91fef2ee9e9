#include "app/options/command.h"

namespace handbill {
namespace {

void add_proof_options(OptionList& add) {
  add_locale(add);
  add_edition(add);
  add_output(add);
  add_jobs(add);
}

Command read_proof_options(Given& given) {
  ProofOptions options{given.selection()};
  options.editions = given.list("edition");
  options.output_in_project = !given.text("output");
  options.output = given.text("output").value_or(options.output.string());
  options.workers = read_jobs(given).value_or(options.workers);
  return options;
}

}  // namespace

CommandDescription proof_command() {
  return {
      .name = "proof",
      .summary = "make the files and one page to look them all over before they are printed",
      .arguments = "[DOCUMENT…]",
      .about =
          R"(Makes what build makes, and out/proof.html: every document in every language and edition as pictures of its pages, side
by side, with what is wrong beside them and links to the files. Open it in a browser. DOCUMENT is a name in content/ or
the path of a Markdown file; without one, the page shows everything in content/.
)",
      .status = "0 all is well, 1 problems were found or something could not be made, 2 wrong usage",
      .examples = R"(  handbill proof
  handbill proof tech-workers --locale nl,ar --edition flyer
)",
      .add_options = add_proof_options,
      .read = read_proof_options};
}

}  // namespace handbill
