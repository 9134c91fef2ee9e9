// What few of many values have.
#pragma once

#include <memory>

namespace handbill {

/// A T that is mostly as T() makes it, and then takes no more room than a pointer. Copies are copies of the T.
template <class T>
class Rare {
 public:
  Rare() = default;
  Rare(const Rare& other) : value_(other.value_ == nullptr ? nullptr : std::make_unique<T>(*other.value_)) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(const Rare& other) { return *this = Rare(other); }
  Rare& operator=(Rare&&) noexcept = default;
  ~Rare() = default;

  const T& operator*() const { return value_ == nullptr ? usual() : *value_; }
  const T* operator->() const { return &**this; }

  /// To be changed: from here on it takes its room.
  T& edit() {
    if (value_ == nullptr) value_ = std::make_unique<T>();
    return *value_;
  }

 private:
  static const T& usual() {
    static const T value{};
    return value;
  }

  std::unique_ptr<T> value_;
};

}  // namespace handbill
