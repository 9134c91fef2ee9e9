// Backslashes (CommonMark 0.31, 2.4).
#pragma once

#include <cstddef>
#include <string_view>

namespace handbill {

/// Whether a backslash stands before `offset` that is none of a pair.
inline bool is_escaped(std::string_view text, std::size_t offset) {
  std::size_t backslashes = 0;
  while (backslashes < offset && text[offset - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

}  // namespace handbill
