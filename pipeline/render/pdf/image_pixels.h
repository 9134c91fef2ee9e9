// Images as pixels, for presses that do not print what is in the file.
#pragma once

#include <string>

#include "core/image.h"

namespace handbill::pdf {

struct Pixels {
  std::string rgb;    ///< three bytes a pixel (sRGB), row by row
  std::string alpha;  ///< one byte a pixel; empty where all is opaque
};

/// What a JPEG file says of its pixels.
struct JpegFacts {
  unsigned bits = 8;  ///< a component
  unsigned components = 3;
};

/// Throws MachineError when there is not enough memory. The image is known to be sound.
JpegFacts jpeg_facts(const Image& image);

/// Throws MachineError when there is not enough memory. The image is known to be sound.
Pixels decode_pixels(const Image& image);

}  // namespace handbill::pdf
