#include "app/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "core/diagnostic.h"

namespace handbill {

bool is_terminal(std::FILE* stream) {
  return ::isatty(::fileno(stream)) == 1;
}

bool wants_colour(std::FILE* stream) {
  const char* refused = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  if (refused != nullptr && *refused != '\0') return false;
  return is_terminal(stream) && terminal != nullptr && std::string_view(terminal) != "dumb";
}

std::string progress_line(std::size_t made, std::size_t files, const std::string& file) {
  constexpr std::size_t width = 24;
  const std::size_t filled = files == 0 ? width : width * made / files;
  return fmt::format("[{}{}] {}/{} {}", std::string(filled, '#'), std::string(width - filled, '.'), made, files,
                     printable(file));
}

ProgressBar::~ProgressBar() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
}

void ProgressBar::begin(std::size_t files) {
  const std::lock_guard lock(mutex_);
  files_ = files;
  draw({});
}

void ProgressBar::made(const std::string& file) {
  const std::lock_guard lock(mutex_);
  ++made_;
  draw(file);
}

void ProgressBar::draw(const std::string& file) {
  drawn_ = true;
  // Not fmt::print, which throws when a terminal has gone.
  std::fputs(("\r\x1b[K" + progress_line(made_, files_, file)).c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace handbill
