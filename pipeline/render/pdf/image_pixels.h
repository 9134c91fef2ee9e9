// Images as pixels, for presses that do not print what is in the file.
#pragma once

#include <string>

#include "core/image.h"

namespace handbill::pdf {

struct Pixels {
  std::string rgb;    ///< three bytes a pixel (sRGB), row by row
  std::string alpha;  ///< one byte a pixel; empty where all is opaque
};

/// Throws MachineError when there is not enough memory. The image is known to be sound.
Pixels decode_pixels(const Image& image);

}  // namespace handbill::pdf
