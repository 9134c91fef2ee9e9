#include "support/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string_view>

#include "core/files.h"

namespace handbill::test {
namespace {

// Output goes to unlinked temporary files rather than pipes, so that no program can block on a full one.
std::string contents(int descriptor) {
  std::string text;
  char buffer[65536];
  lseek(descriptor, 0, SEEK_SET);
  for (ssize_t got; (got = read(descriptor, buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(got));
  close(descriptor);
  return text;
}

int temporary() {
  std::string name = (std::filesystem::temp_directory_path() / "handbill-test-XXXXXX").string();
  const int descriptor = mkstemp(name.data());
  if (descriptor < 0) throw MachineError("cannot make a temporary file " + name);
  unlink(name.c_str());
  return descriptor;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

/// This process's, with messages as the tests expect them.
std::vector<std::string> environment() {
  std::vector<std::string> variables{"LC_ALL=C.UTF-8"};
  for (char** variable = environ; *variable != nullptr; ++variable)
    if (!std::string_view(*variable).starts_with("LC_ALL=")) variables.emplace_back(*variable);
  return variables;
}

// Spawned and not forked: to copy what a process under a sanitizer has mapped takes longer than most programs run.
bool start(pid_t& child, std::vector<std::string> command, const std::filesystem::path& folder, int out, int err) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (!folder.empty()) posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  posix_spawn_file_actions_adddup2(&actions, err, 2);
  std::vector<std::string> variables = environment();
  const std::vector<char*> arguments = pointers(command);
  const bool started =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), pointers(variables).data()) == 0;
  posix_spawn_file_actions_destroy(&actions);
  return started;
}

}  // namespace

Finished run(const std::vector<std::string>& command, const std::filesystem::path& folder) {
  const int out = temporary();
  const int err = temporary();
  Finished finished;
  pid_t child = 0;
  if (start(child, command, folder, out, err)) {
    int status = 0;
    waitpid(child, &status, 0);
    finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  } else {
    finished.status = 127;
  }
  finished.out = contents(out);
  finished.err = contents(err);
  return finished;
}

bool has_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');)
    if (access((folder + "/" + name).c_str(), X_OK) == 0) return true;
  return false;
}

}  // namespace handbill::test
