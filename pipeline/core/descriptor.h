// A file that the system has opened for us.
#pragma once

#include <unistd.h>

#include <utility>

namespace handbill {

/// Closes itself, and leaves errno alone while doing so.
class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Descriptor();
  bool valid() const { return value_ >= 0; }
  int get() const { return value_; }
  /// For who closes it; no longer valid here.
  int release() { return std::exchange(value_, -1); }

 private:
  int value_;
};

}  // namespace handbill
