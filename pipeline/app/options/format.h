// How a report is written.
#pragma once

#include <cstdint>

namespace handbill {

enum class Format : std::uint8_t {
  text,   ///< for people
  json,   ///< for tools
  github  ///< annotations that a code-hosting service shows beside the lines they are about
};

}  // namespace handbill
