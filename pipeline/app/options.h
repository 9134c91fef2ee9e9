// The command line as a value.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/diagnostic.h"

namespace handbill {

/// A boundary between stages, to be shown as text.
enum class Dump : std::uint8_t { document, units, lines, pages };

struct BuildOptions {
  std::vector<std::string> documents;  ///< names in content/ or paths; empty means everything in content/
  std::vector<std::string> locales;    ///< empty means the project's
  std::vector<std::string> editions;   ///< empty means all
  std::filesystem::path output = "out";
  bool strict = false;      ///< a text without translation is an error
  std::size_t workers = 0;  ///< 0: as many as the machine has processors
  std::optional<Dump> dump;
};

/// Text to print on standard output, and nothing else to do: --help, --version.
struct Answer {
  std::string text;
};

/// A command line that cannot be understood.
struct Misuse {
  Diagnostics diagnostics;
};

using Command = std::variant<BuildOptions, Answer, Misuse>;

/// Reads what follows the program's name. Unknown commands, options and values come with the nearest known one.
Command read_command_line(const std::vector<std::string>& arguments);

/// A Misuse of one line and perhaps a hint.
Diagnostic misuse(std::string message, std::string hint = {});

/// "did you mean …?" for a word that is none of `known`; when none is near, what there is to choose from.
std::string suggestion(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace handbill
