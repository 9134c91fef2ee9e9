#include "app/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <boost/program_options.hpp>
#include <charconv>
#include <sstream>

#include "app/help.h"
#include "core/unicode.h"

namespace handbill {
namespace {

namespace po = boost::program_options;

constexpr std::size_t most_workers = 256;

/// "nl,ar" and "-l nl -l ar" are the same.
std::vector<std::string> split(const std::vector<std::string>& lists) {
  std::vector<std::string> words;
  for (const std::string& list : lists) {
    std::istringstream stream(list);
    for (std::string word; std::getline(stream, word, ',');)
      if (!word.empty()) words.push_back(word);
  }
  return words;
}

using Words = std::vector<std::string>;

po::options_description build_options() {
  po::options_description options("Options");
  auto add = options.add_options();
  add("locale,l", po::value<Words>()->value_name("LOCALE,…"), "only these languages, as nl or nl-BE");
  add("edition,e", po::value<Words>()->value_name("EDITION,…"), "only these editions, as flyer or book");
  add("output,o", po::value<std::string>()->value_name("DIR"), "where to put the files; otherwise out");
  add("strict", "a text without translation is an error");
  add("jobs,j", po::value<std::string>()->value_name("N"), "how many files to make at the same time");
  add("dump", po::value<std::string>()->value_name("STAGE"),
      "print what a stage hands on: document, units, lines or pages");
  add("help,h", "this text");
  return options;
}

/// One option a line, what it does in a column of its own.
std::string list_of(const po::options_description& options) {
  constexpr std::size_t column = 30;
  std::string list;
  for (const auto& option : options.options()) {
    const std::string letter = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    const bool has_letter = letter.size() == 2 && letter[0] == '-';
    std::string line =
        fmt::format("  {} --{} {}", has_letter ? letter + "," : "   ", option->long_name(), option->format_parameter());
    const std::size_t width = display_width(line);
    list += line + std::string(width < column ? column - width : 1, ' ') + option->description() + "\n";
  }
  return list;
}

Words long_names(const po::options_description& options) {
  Words names;
  for (const auto& option : options.options()) names.push_back("--" + option->long_name());
  return names;
}

Misuse explain(const po::error& error, const po::options_description& options) {
  const std::string example = "handbill build --help shows an example";
  const auto* named = dynamic_cast<const po::error_with_option_name*>(&error);
  if (named == nullptr) return {{misuse("the command line cannot be understood", example)}};
  const std::string name = named->get_option_name();
  if (dynamic_cast<const po::unknown_option*>(&error) != nullptr)
    return {{misuse(fmt::format("unknown option {}", name), suggestion(name, long_names(options)))}};
  if (dynamic_cast<const po::multiple_occurrences*>(&error) != nullptr)
    return {{misuse(fmt::format("option {} is given twice", name))}};
  const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error);
  if (syntax != nullptr && syntax->kind() == po::invalid_syntax::extra_parameter)
    return {{misuse(fmt::format("option {} takes no value", name))}};
  return {{misuse(fmt::format("option {} needs a value", name), example)}};
}

po::variables_map parse(const Words& arguments, const po::options_description& visible) {
  po::options_description all;
  all.add(visible);
  all.add_options()("document", po::value<Words>());
  po::positional_options_description positional;
  positional.add("document", -1);
  // A part of an option's name is not the option: what is added later must not change what a script says.
  const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  po::variables_map given;
  po::store(po::command_line_parser(arguments).options(all).positional(positional).style(style).run(), given);
  return given;
}

Words words_of(const po::variables_map& given, const char* name) {
  return given.count(name) == 0 ? Words() : given[name].as<Words>();
}

void read_jobs(const po::variables_map& given, BuildOptions& options, Diagnostics& wrong) {
  if (given.count("jobs") == 0) return;
  const auto text = given["jobs"].as<std::string>();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), options.workers);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || options.workers < 1 || options.workers > most_workers)
    wrong.push_back(misuse(fmt::format("--jobs must be a number from 1 to {}, not \"{}\"", most_workers, text)));
}

void read_dump(const po::variables_map& given, BuildOptions& options, Diagnostics& wrong) {
  if (given.count("dump") == 0) return;
  const Words names{"document", "units", "lines", "pages"};
  const auto wanted = given["dump"].as<std::string>();
  if (wanted == "document") options.dump = Dump::document;
  if (wanted == "units") options.dump = Dump::units;
  if (wanted == "lines") options.dump = Dump::lines;
  if (wanted == "pages") options.dump = Dump::pages;
  if (!options.dump) wrong.push_back(misuse(fmt::format("unknown stage \"{}\"", wanted), suggestion(wanted, names)));
}

Command read_build(const Words& arguments) {
  const po::options_description visible = build_options();
  po::variables_map given;
  try {
    given = parse(arguments, visible);
  } catch (const po::error& error) {
    return explain(error, visible);
  }
  if (given.count("help") > 0) return Answer{help_for_build(list_of(visible))};
  BuildOptions options;
  Diagnostics wrong;
  options.documents = words_of(given, "document");
  options.locales = split(words_of(given, "locale"));
  options.editions = split(words_of(given, "edition"));
  if (given.count("output") > 0) options.output = given["output"].as<std::string>();
  options.strict = given.count("strict") > 0;
  read_jobs(given, options, wrong);
  read_dump(given, options, wrong);
  if (!wrong.empty()) return Misuse{std::move(wrong)};
  return options;
}

}  // namespace

Diagnostic misuse(std::string message, std::string hint) {
  Diagnostic error{Severity::error, {}, "usage", std::move(message), {}};
  if (!hint.empty()) error.hints.push_back(std::move(hint));
  return error;
}

std::string suggestion(std::string_view wanted, const std::vector<std::string>& known) {
  const std::string meant = nearest(wanted, known);
  if (!meant.empty()) return fmt::format("did you mean {}?", meant);
  return known.empty() ? std::string() : fmt::format("choose from {}", fmt::join(known, ", "));
}

Command read_command_line(const Words& arguments) {
  if (arguments.empty()) return Misuse{{misuse("no command given", "handbill --help lists them")}};
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") return Answer{general_help()};
  if (first == "--version") return Answer{version_line()};
  if (first == "build") return read_build({arguments.begin() + 1, arguments.end()});
  const bool option = first.starts_with("-");
  const Words known = option ? Words{"--help", "--version"} : Words{"build"};
  return Misuse{{misuse(fmt::format("unknown {} {}", option ? "option" : "command", first), suggestion(first, known))}};
}

}  // namespace handbill
