// What every image XObject says of itself.
#pragma once

#include <string_view>

#include "core/image.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {

/// `colour_space` is PDF syntax.
inline Dictionary image_dictionary(const Image& image, std::string_view colour_space, unsigned bits) {
  Dictionary out;
  out.add_name("Type", "XObject").add_name("Subtype", "Image");
  out.add_number("Width", image.width).add_number("Height", image.height);
  out.add("ColorSpace", colour_space).add_number("BitsPerComponent", bits);
  return out;
}

}  // namespace handbill::pdf
