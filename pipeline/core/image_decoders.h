// The C libraries behind read_image(): each decodes one image to its last row and keeps nothing of it.
//
// libpng and libjpeg leave by longjmp when an image is broken, so that no object with a destructor may live in the
// functions they jump out of: what must be cleaned up lives outside, in the callers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace handbill {

struct Decoded {
  enum class Outcome : std::uint8_t { sound, broken, too_large };
  Outcome outcome = Outcome::broken;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  bool alpha = false;
  std::string fault;  ///< what is broken, to follow "image … is broken: "
};

Decoded decode_png(std::string_view bytes);
Decoded decode_jpeg(std::string_view bytes);

/// Whether an image of this size may be decoded; asked before anything is allocated for its rows.
bool within_limits(std::uint64_t width, std::uint64_t height);

}  // namespace handbill
