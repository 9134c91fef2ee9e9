// A number that stands for some bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace handbill {

/// FNV-1a, 64 bits: for telling versions apart, not for trust. Goes on from `hash`, so that parts can be
/// added one by one.
constexpr std::uint64_t fingerprint(std::string_view bytes, std::uint64_t hash = 0xCBF29CE484222325U) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

}  // namespace handbill
