// The program: reads the command line, runs the command, prints, and says how it went.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "app/build.h"
#include "app/check.h"
#include "app/export.h"
#include "app/import.h"
#include "app/new.h"
#include "app/options/options.h"
#include "app/proof.h"
#include "app/report.h"
#include "app/status.h"
#include "app/sync.h"
#include "app/terminal.h"
#include "app/watch.h"
#include "core/files.h"

namespace handbill {
namespace {

void print(std::FILE* stream, const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
  if (!written && stream == stdout) throw MachineError("cannot write to standard output");
}

void print(const Diagnostics& diagnostics) {
  const bool colour = wants_colour(stderr);
  for (const Diagnostic& one : diagnostics) print(stderr, show(one, colour));
}

int fail(const std::string& message) {
  std::fflush(stdout);
  print(stderr, fmt::format("handbill: error: {}\n", printable(message)));
  return 1;
}

/// A standard stream that is closed would otherwise be the next file that is opened, and be printed into. What stands
/// for it cannot be written to, so that printing fails as it should.
void fill_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) < 0) static_cast<void>(::open("/dev/null", O_RDONLY));
}

/// The disk as the project in the current folder may see it.
DiskFiles project_files() {
  return DiskFiles(std::filesystem::path());
}

Surroundings around(const Files& files) {
  return {.files = files, .project = {}, .home = HANDBILL_HOME};
}

/// Runs a command that says all it has to say at its end.
template <class Options>
int run(const Options& options, Outcome (*command)(const Options&, const Surroundings&)) {
  const DiskFiles disk = project_files();
  const Outcome outcome = command(options, around(disk));
  print(outcome.diagnostics);
  print(stdout, outcome.out);
  return outcome.status;
}

int run(const Answer& answer) {
  print(stdout, answer.text);
  return 0;
}

int run(const Misuse& misuse) {
  print(misuse.diagnostics);
  return 2;
}

int run(const ExportOptions& options) {
  return run(options, export_translation);
}

int run(const ImportOptions& options) {
  return run(options, import_translation);
}

int run(const NewOptions& options) {
  return run(options, make_new);
}

int run(const CheckOptions& options) {
  return run(options, check);
}

int run(const StatusOptions& options) {
  return run(options, status);
}

int run(const SyncOptions& options) {
  return run(options, sync_locales);
}

/// What of a build is shown besides its problems.
struct Shown {
  bool bar = true;    ///< of its progress, on a terminal
  bool list = false;  ///< the files that are up to date
  Timings* timings = nullptr;
};

/// Builds and says what came of it.
template <class Options>
BuildReport show_build(const Options& options, BuildReport (*work)(const Options&, const Surroundings&),
                       const Shown& shown) {
  const auto start = std::chrono::steady_clock::now();
  const DiskFiles disk = project_files();
  Surroundings surroundings = around(disk);
  surroundings.timings = shown.timings;
  std::optional<ProgressBar> bar;
  if (is_terminal(stderr) && shown.bar) surroundings.progress = &bar.emplace();
  BuildReport report = work(options, surroundings);
  bar.reset();
  const auto total = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  print(report.diagnostics);
  print(stdout, report.dump);
  print(stdout, summary(report, shown.list, total));
  if (report.failure) fail(*report.failure);
  return report;
}

void say_saved(const std::vector<std::filesystem::path>& changed) {
  for (const std::filesystem::path& path : changed)
    print(stdout, fmt::format("{} has changed\n", printable(path.string())));
}

int run_watch(const BuildOptions& options) {
  const auto again = [](const BuildOptions& touched) -> WatchedBuild {
    try {
      BuildReport report = show_build(touched, bring_up_to_date, {.list = touched.list});
      return {exit_status(report), std::move(report.stood_on)};
    } catch (const MachineError& error) {
      return {fail(error.what()), {}};
    }
  };
  return watch({.options = options, .build = again, .saved = say_saved});
}

int run(const BuildOptions& options) {
  if (options.watch) return run_watch(options);
  const bool bar = !options.dump;
  if (!options.timings) return exit_status(show_build(options, bring_up_to_date, {bar, options.list}));
  Timings timings;
  const int status = exit_status(show_build(options, bring_up_to_date, {bar, options.list, &timings}));
  print(stdout, "\n" + timings.table());
  if (!options.timings->empty()) write_atomically(*options.timings, timings.trace());
  return status;
}

int run(const ProofOptions& options) {
  return exit_status(show_build(options, make_proof, {}));
}

int run_command_line(const std::vector<std::string>& words) {
  try {
    return std::visit([](const auto& command) { return run(command); }, read_command_line(words));
  } catch (const MachineError& error) {
    return fail(error.what());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    internal_error(error.what());
  }
}

}  // namespace
}  // namespace handbill

#ifdef HANDBILL_JEMALLOC
// What the allocator reads before anything else: memory comes in pages of 2 MB where the system has them. In those of
// 4 kB, touching a long document's for the first time takes a tenth of its build. All threads share one arena, which is
// there before the first of them: jemalloc 5.3 follows a null pointer where a thread's own can no longer be had.
extern "C" {
extern const char* const malloc_conf;
const char* const malloc_conf = "thp:always,narenas:1";
}
#endif

int main(int count, char** arguments) {
  using namespace handbill;
  fill_closed_streams();
  // A file past the user's size limit is then a failed write like any other, and is cleaned up.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return run_command_line({arguments + (count > 0 ? 1 : 0), arguments + count});
  } catch (...) {
    // What is said here must not need any.
    std::fflush(stdout);
    std::fputs("handbill: error: there is not enough memory\n", stderr);
    return 1;
  }
}
