// The terminal that the program was started from, if there is one.
#pragma once

#include <cstddef>
#include <cstdio>
#include <mutex>
#include <string>

#include "project/progress.h"

namespace handbill {

bool is_terminal(std::FILE* stream);

/// Whether a stream's reader wants colours: a terminal that can show them, and NO_COLOR is not set (no-color.org).
bool wants_colour(std::FILE* stream);

/// A bar on standard error that fills up and goes away.
class ProgressBar final : public Progress {
 public:
  ProgressBar() = default;
  ~ProgressBar() override;
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  void begin(std::size_t files) override;
  void made(const std::string& file) override;

 private:
  void draw(const std::string& file);

  std::mutex mutex_;
  std::size_t files_ = 0;
  std::size_t made_ = 0;
  bool drawn_ = false;
};

/// What the bar looks like: "[######......] 6/12 nl/page-flyer.pdf".
std::string progress_line(std::size_t made, std::size_t files, const std::string& file);

}  // namespace handbill
