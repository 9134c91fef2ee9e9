#include <array>
#include <boost/program_options/value_semantic.hpp>

#include "app/options/command.h"

namespace handbill {
namespace {

namespace po = boost::program_options;

constexpr std::array<std::pair<std::string_view, ExchangeFormat>, 3> formats{
    {{"po", ExchangeFormat::po}, {"xliff", ExchangeFormat::xliff_2_0}, {"xliff1", ExchangeFormat::xliff_1_2}}};

void add_export_options(OptionList& add) {
  add("locale,l", po::value<std::vector<std::string>>()->value_name("LOCALE"), "the language to translate into");
  add("to", po::value<std::string>()->value_name("FORMAT"), "po, xliff (2.0) or xliff1 (1.2); otherwise po");
  add("output,o", po::value<std::string>()->value_name("FILE"), "where to write it; otherwise standard output");
}

Command read_export_options(Given& given) {
  ExportOptions options{given.selection()};
  options.format = given.choice<ExchangeFormat>("to", "format", formats).value_or(options.format);
  options.output = given.text("output").value_or("");
  if (options.documents.size() != 1) given.report(misuse("export needs one document", "name it: handbill export page"));
  if (options.locales.size() != 1) given.report(misuse("export needs one locale", "name it with --locale nl"));
  return options;
}

}  // namespace

CommandDescription export_command() {
  return {
      .name = "export",
      .summary = "write a file for translators: gettext PO or XLIFF",
      .arguments = "DOCUMENT",
      .about =
          R"(Writes every text of a document with its translation so far, for Poedit, Weblate and the like. What was translated
from an earlier text is marked: fuzzy in a PO file, not confirmed in XLIFF. handbill import takes the file back.
)",
      .status = "0 written, 1 the document or its locale file cannot be read, 2 wrong usage",
      .examples = R"(  handbill export tech-workers --locale nl --output tech-workers.nl.po
  handbill export tech-workers --locale ar --to xliff --output tech-workers.ar.xlf
)",
      .add_options = add_export_options,
      .read = read_export_options};
}

}  // namespace handbill
