#include "app/options/command.h"

#include <fmt/format.h>

#include <array>
#include <boost/program_options.hpp>

#include "app/options/help.h"
#include "core/limits.h"

namespace handbill {
namespace {

namespace po = boost::program_options;

using Words = std::vector<std::string>;

po::options_description options_of(const CommandDescription& command) {
  po::options_description options("Options");
  auto add = options.add_options();
  command.add_options(add);
  add("help,h", "this text");
  return options;
}

Words long_names(const po::options_description& options) {
  Words names;
  for (const auto& option : options.options()) names.push_back("--" + option->long_name());
  return names;
}

/// "--output", also when it was given as "-o".
std::string full_name(const std::string& given, const po::options_description& options) {
  for (const auto& option : options.options())
    if (given == option->canonical_display_name(po::command_line_style::allow_dash_for_short))
      return "--" + option->long_name();
  return given;
}

Misuse explain(const po::error& error, const CommandDescription& command, const po::options_description& options) {
  const std::string example = fmt::format("handbill {} --help shows an example", command.name);
  const auto* named = dynamic_cast<const po::error_with_option_name*>(&error);
  if (dynamic_cast<const po::too_many_positional_options_error*>(&error) != nullptr)
    return {{misuse(fmt::format("{} takes no such argument", command.name), example)}};
  if (named == nullptr) return {{misuse("the command line cannot be understood", example)}};
  const std::string name = named->get_option_name();
  if (dynamic_cast<const po::unknown_option*>(&error) != nullptr)
    return {{misuse(fmt::format("unknown option {}", name), suggestion(name, long_names(options)))}};
  if (dynamic_cast<const po::multiple_occurrences*>(&error) != nullptr)
    return {{misuse(fmt::format("option {} is given twice", full_name(name, options)))}};
  const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error);
  if (syntax != nullptr && syntax->kind() == po::invalid_syntax::extra_parameter)
    return {{misuse(fmt::format("option {} takes no value", name))}};
  return {{misuse(fmt::format("option {} needs a value", name), example)}};
}

po::variables_map parse(const CommandDescription& command, const Words& arguments,
                        const po::options_description& visible) {
  po::options_description all;
  all.add(visible);
  po::positional_options_description positional;
  if (!command.arguments.empty()) {
    all.add_options()("argument", po::value<Words>());
    positional.add("argument", -1);
  }
  // A part of an option's name is not the option: what is added later must not change what a script says.
  const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  po::variables_map given;
  po::store(po::command_line_parser(arguments).options(all).positional(positional).style(style).run(), given);
  return given;
}

}  // namespace

void add_locale(OptionList& add) {
  add("locale,l", po::value<Words>()->value_name("LOCALE,…"), "only these languages, as nl or nl-BE");
}

void add_edition(OptionList& add) {
  add("edition,e", po::value<Words>()->value_name("EDITION,…"), "only these editions, as flyer or book");
}

void add_output(OptionList& add) {
  add("output,o", po::value<std::string>()->value_name("DIR"), "where to put the files; otherwise out");
}

void add_jobs(OptionList& add) {
  add("jobs,j", po::value<std::string>()->value_name("N"), "how many files to make at the same time");
}

std::optional<std::size_t> read_jobs(Given& given) {
  return given.number("jobs", 1, limits::jobs);
}

void add_format(OptionList& add, const char* help) {
  add("format", po::value<std::string>()->value_name("FORMAT"), help);
}

std::optional<Format> read_format(Given& given) {
  constexpr std::array<std::pair<std::string_view, Format>, 2> formats{
      {{"text", Format::text}, {"json", Format::json}}};
  return given.choice<Format>("format", "format", formats);
}

std::vector<CommandDescription> commands() {
  return {build_command(),  proof_command(),  check_command(),  sync_command(),
          status_command(), export_command(), import_command(), new_command()};
}

Command read_command(const CommandDescription& command, const Words& arguments) {
  const po::options_description visible = options_of(command);
  po::variables_map values;
  try {
    values = parse(command, arguments, visible);
  } catch (const po::error& error) {
    return explain(error, command, visible);
  }
  if (values.count("help") > 0) return Answer{help_for(command, visible)};
  Given given(std::move(values));
  Command read = command.read(given);
  if (!given.wrong().empty()) return Misuse{given.wrong()};
  return read;
}

}  // namespace handbill
