// Telling addresses from words.
#pragma once

#include <cstdint>
#include <string_view>

namespace handbill {

/// Finds web and e-mail addresses in a text, by the whole of what stands between two spaces. Quick when it is asked in
/// the text's order.
class AddressFinder {
 public:
  explicit AddressFinder(std::u16string_view text) : text_(text) {}

  bool is_address(std::uint32_t offset);

 private:
  void find(std::uint32_t offset);

  std::u16string_view text_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  bool address_ = false;
};

}  // namespace handbill
