#include "app/options/options.h"

#include "support/catch.h"

using namespace handbill;

namespace {

BuildOptions options(const std::vector<std::string>& arguments) {
  const Command command = read_command_line(arguments);
  REQUIRE(std::holds_alternative<BuildOptions>(command));
  return std::get<BuildOptions>(command);
}

std::string complaint(const std::vector<std::string>& arguments) {
  const Command command = read_command_line(arguments);
  REQUIRE(std::holds_alternative<Misuse>(command));
  std::string text;
  for (const Diagnostic& one : std::get<Misuse>(command).diagnostics) text += to_string(one);
  return text;
}

std::string answer(const std::vector<std::string>& arguments) {
  const Command command = read_command_line(arguments);
  REQUIRE(std::holds_alternative<Answer>(command));
  return std::get<Answer>(command).text;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("build without anything builds everything into out") {
  const BuildOptions all = options({"build"});
  CHECK(all.documents.empty());
  CHECK(all.locales.empty());
  CHECK(all.editions.empty());
  CHECK(all.output == "out");
  CHECK_FALSE(all.strict);
  CHECK(all.workers == 0);
  CHECK_FALSE(all.dump);
}

TEST_CASE("options and documents may stand in any order") {
  const BuildOptions some =
      options({"build", "page", "-l", "nl,ar", "other.md", "-e", "flyer", "-o", "print", "--strict", "-j4"});
  CHECK(some.documents == Words{"page", "other.md"});
  CHECK(some.locales == Words{"nl", "ar"});
  CHECK(some.editions == Words{"flyer"});
  CHECK(some.output == "print");
  CHECK(some.strict);
  CHECK(some.workers == 4);
}

TEST_CASE("a list may be given in parts") {
  CHECK(options({"build", "-l", "nl,", "--locale", "ar", "--locale=he"}).locales == Words{"nl", "ar", "he"});
}

TEST_CASE("every stage can be dumped") {
  CHECK(options({"build", "--dump", "document"}).dump == Dump::document);
  CHECK(options({"build", "--dump", "units"}).dump == Dump::units);
  CHECK(options({"build", "--dump", "lines"}).dump == Dump::lines);
  CHECK(options({"build", "--dump", "pages"}).dump == Dump::pages);
}

TEST_CASE("a build may say for all texts which bidi marks they have") {
  CHECK_FALSE(options({"build"}).bidi);
  CHECK(options({"build", "--bidi", "none"}).bidi == BidiMarks::none);
  CHECK(options({"build", "--bidi=isolates"}).bidi == BidiMarks::isolates);
  CHECK(complaint({"build", "--bidi", "nome"}) ==
        "error: unknown bidi marks \"nome\" [usage]\n  hint: did you mean none?\n");
}

TEST_CASE("wrong usage is named, with the nearest that would be right") {
  CHECK(complaint({}) == "error: no command given [usage]\n  hint: handbill --help lists them\n");
  CHECK(complaint({"biuld"}) == "error: unknown command biuld [usage]\n  hint: did you mean build?\n");
  CHECK(complaint({"--versoin"}) == "error: unknown option --versoin [usage]\n  hint: did you mean --version?\n");
  CHECK(complaint({"build", "--strct"}) == "error: unknown option --strct [usage]\n  hint: did you mean --strict?\n");
  CHECK(complaint({"build", "--dump", "page"}) ==
        "error: unknown stage \"page\" [usage]\n  hint: did you mean pages?\n");
  CHECK(complaint({"build", "--locale"}) ==
        "error: option --locale needs a value [usage]\n  hint: handbill build --help shows an example\n");
  CHECK(complaint({"build", "--strict=yes"}) == "error: option --strict takes no value [usage]\n");
  CHECK(complaint({"build", "-o", "a", "-o", "b"}) == "error: option --output is given twice [usage]\n");
}

TEST_CASE("the beginning of an option's name is not the option") {
  CHECK(complaint({"build", "--str"}).starts_with("error: unknown option --str "));
}

TEST_CASE("a number of workers is a number") {
  for (const char* jobs : {"0", "-1", "two", "4x", "", "257", "99999999999999999999"}) {
    CAPTURE(jobs);
    CHECK(complaint({"build", std::string("--jobs=") + jobs}).starts_with("error: "));
  }
}

TEST_CASE("everything wrong with the values is said at once") {
  const std::string text = complaint({"build", "-j", "none", "--dump", "x"});
  CHECK(text.find("--jobs must be a number") != std::string::npos);
  CHECK(text.find("unknown stage") != std::string::npos);
}

TEST_CASE("help shows an example and every option") {
  CHECK(answer({"--help"}).find("Example") != std::string::npos);
  const std::string help = answer({"build", "page", "--help"});
  for (const char* part :
       {"Examples", "-l, --locale", "-e, --edition", "-o, --output", "--strict", "-j, --jobs", "--dump", "--bidi"})
    CHECK(help.find(part) != std::string::npos);
  CHECK(answer({"--version"}).starts_with("Handbill "));
}

TEST_CASE("check takes documents, languages and a format") {
  const Command command = read_command_line({"check", "page", "-l", "nl", "--format", "github"});
  REQUIRE(std::holds_alternative<CheckOptions>(command));
  const auto& check = std::get<CheckOptions>(command);
  CHECK(check.documents == Words{"page"});
  CHECK(check.locales == Words{"nl"});
  CHECK(check.format == Format::github);
  CHECK(complaint({"check", "--format", "jsn"}) ==
        "error: unknown format \"jsn\" [usage]\n  hint: did you mean json?\n");
  CHECK(complaint({"chek"}) == "error: unknown command chek [usage]\n  hint: did you mean check?\n");
}

TEST_CASE("every command has help with an example of itself") {
  for (const char* name : {"build", "check", "sync", "status"}) {
    CAPTURE(name);
    const std::string help = answer({name, "--help"});
    CHECK(help.find(std::string("Usage: handbill ") + name) == 0);
    CHECK(help.find(std::string("\n  handbill ") + name) != std::string::npos);
    CHECK(answer({"--help"}).find(std::string("\n  ") + name) != std::string::npos);
  }
}
