// Images, known by their headers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/diagnostic.h"

namespace handbill {

/// A PNG or JPEG file as it was read, with the facts layout and renderers need. Immutable, shared.
struct Image {
  enum class Format : std::uint8_t { png, jpeg };
  Format format = Format::png;
  std::uint32_t width = 0;   ///< pixels
  std::uint32_t height = 0;  ///< pixels
  bool alpha = false;
  std::string bytes;
};

using ImagePtr = std::shared_ptr<const Image>;

/// Decodes the whole image once (libpng, libjpeg) to be sure that it is sound, so that nothing later can fail on it.
/// Null with one diagnostic at `place` otherwise: `image-format` (neither PNG nor JPEG), `image-broken`,
/// `image-too-large` (limits::image_pixels, limits::image_side).
Result<ImagePtr> read_image(std::string bytes, std::string_view name, const Place& place);

}  // namespace handbill
