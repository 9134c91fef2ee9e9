// Numbers and texts as bytes, and back.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "manifest/digest.h"

namespace handbill {

class ByteWriter {
 public:
  ByteWriter() = default;
  /// Goes on behind `begun`.
  explicit ByteWriter(std::string begun) : bytes_(std::move(begun)) {}

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(0x80 | (value & 0x7F));
    bytes_ += static_cast<char>(value);
  }
  void signed_number(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void flag(bool value) { bytes_ += value ? '\1' : '\0'; }
  void word(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) bytes_ += static_cast<char>(value >> (8 * i));
  }
  void real(double value) { word(std::bit_cast<std::uint64_t>(value)); }
  void digest(const Digest& value) {
    word(value.low);
    word(value.high);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  /// As they are.
  void append(std::string_view bytes) { bytes_ += bytes; }
  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Answers with zeros past the end, and remembers that: whoever reads asks good() at the end. Every answer is safe to
/// use; a count is never more than there are bytes left.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }
  void fail() { good_ = false; }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
      if ((next & 0x80) == 0) return value;
    }
    good_ = false;
    return 0;
  }
  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
  }
  /// At most `most`; more is a fault.
  std::uint64_t number_up_to(std::uint64_t most) { return up_to(most, number()); }
  std::size_t count() {
    const std::uint64_t value = number();
    return up_to(rest_.size(), value);  // what is left behind the count
  }
  bool flag() { return number_up_to(1) == 1; }
  std::uint64_t word() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value |= static_cast<std::uint64_t>(byte()) << (8 * i);
    return value;
  }
  double real() { return std::bit_cast<double>(word()); }
  Digest digest() {
    const std::uint64_t low = word();
    return {low, word()};
  }
  std::string_view text() {
    const std::size_t size = count();
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }

 private:
  std::uint64_t up_to(std::uint64_t most, std::uint64_t value) {
    if (value <= most) return value;
    good_ = false;
    return 0;
  }

  std::uint8_t byte() {
    if (rest_.empty()) {
      good_ = false;
      return 0;
    }
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace handbill
