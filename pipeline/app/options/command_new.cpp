#include "app/options/command.h"

namespace handbill {
namespace {

void add_new_options(OptionList&) {}

Command read_new_options(Given& given) {
  NewOptions options;
  const std::vector<std::string> words = given.texts("argument");
  const std::string kind = words.empty() ? std::string() : words.front();
  if (kind == "locale")
    options.kind = NewOptions::Kind::locale;
  else if (kind != "document")
    given.report(misuse("new needs to know of what", suggestion(kind, {"document", "locale"})));
  if (words.size() == 2)
    options.name = words.back();
  else if (kind == "locale" || kind == "document")
    given.report(misuse("new " + kind + " needs one name",
                        kind == "locale" ? "as handbill new locale tr" : "as handbill new document spring-meeting"));
  return options;
}

}  // namespace

CommandDescription new_command() {
  return {
      .name = "new",
      .summary = "make the files of a new document or language",
      .arguments = "document|locale NAME",
      .about =
          R"(A new document is a Markdown page in content/ to write over. A new locale is a file for every document and one for the
words that Handbill prints itself, with what Unicode's CLDR knows about the language; what the fonts lack is said.
)",
      .status = "0 made, 1 it is there already or something could not be read, 2 wrong usage",
      .examples = R"(  handbill new document spring-meeting
  handbill new locale tr
)",
      .add_options = add_new_options,
      .read = read_new_options};
}

}  // namespace handbill
