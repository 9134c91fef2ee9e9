// Colours as the theme gives them.
#pragma once

#include <cstdint>

namespace handbill {

/// An sRGB colour, 8 bits a channel. Conversion to grey or CMYK is the PDF renderer's business.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  friend constexpr bool operator==(const Colour&, const Colour&) = default;
};

inline constexpr Colour black{0, 0, 0};
inline constexpr Colour white{255, 255, 255};

}  // namespace handbill
