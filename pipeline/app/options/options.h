// The command line as a value.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/options/build_options.h"
#include "app/options/check_options.h"
#include "app/options/export_options.h"
#include "app/options/import_options.h"
#include "app/options/new_options.h"
#include "app/options/proof_options.h"
#include "app/options/status_options.h"
#include "app/options/sync_options.h"
#include "core/diagnostic.h"

namespace handbill {

/// Text to print on standard output, and nothing else to do: --help, --version.
struct Answer {
  std::string text;
};

/// A command line that cannot be understood.
struct Misuse {
  Diagnostics diagnostics;
};

/// What to do. A command is a file command_<name>.cpp, which describes it, a struct of options here, and a function
/// that main.cpp calls with them.
using Command = std::variant<BuildOptions, CheckOptions, SyncOptions, StatusOptions, ProofOptions, ExportOptions,
                             ImportOptions, NewOptions, Answer, Misuse>;

/// Reads what follows the program's name. Unknown commands, options and values come with the nearest known one.
Command read_command_line(const std::vector<std::string>& arguments);

}  // namespace handbill
