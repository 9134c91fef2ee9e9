// How far a build has come, for whoever waits for it.
#pragma once

#include <cstddef>
#include <string>

namespace handbill {

/// Told by several threads.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void begin(std::size_t files) = 0;
  virtual void made(const std::string& file) = 0;
};

}  // namespace handbill
