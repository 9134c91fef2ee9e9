// What stands for some bytes.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace handbill {

/// XXH3's 128 bits. Bytes that differ have different digests unless somebody went to great lengths; who did gains that
/// his own file counts as the one it was before.
struct Digest {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const Digest&, const Digest&) = default;
  friend auto operator<=>(const Digest&, const Digest&) = default;
};

Digest digest_of(std::string_view bytes);

/// Of a list: {"ab", "c"} and {"a", "bc"} differ.
Digest digest_of(const std::vector<std::string>& parts);

}  // namespace handbill
