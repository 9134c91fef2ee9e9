#include "bench/run.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

namespace handbill::bench {

std::optional<Measured> run(const std::vector<std::string>& command, const std::filesystem::path& folder) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    if (chdir(folder.c_str()) != 0) _exit(127);
    const int nothing = open("/dev/null", O_RDWR);
    for (int descriptor = 0; descriptor < 3; ++descriptor) dup2(nothing, descriptor);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  struct rusage used = {};
  if (child < 0 || wait4(child, &status, 0, &used) < 0) return std::nullopt;
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return Measured{time.count(), static_cast<double>(used.ru_maxrss) / 1024};
}

std::optional<Measured> fastest(int times, const std::vector<std::string>& command,
                                const std::filesystem::path& folder) {
  std::optional<Measured> best;
  for (int i = 0; i < times; ++i) {
    const auto one = run(command, folder);
    if (!one) return std::nullopt;
    if (!best || one->seconds < best->seconds) best = one;
  }
  return best;
}

}  // namespace handbill::bench
