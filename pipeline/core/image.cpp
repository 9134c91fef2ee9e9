#include "core/image.h"

#include <fmt/format.h>

#include "core/image_decoders.h"
#include "core/limits.h"

namespace handbill {
namespace {

Result<ImagePtr> refused_image(std::string code, std::string message, const Place& place, std::string hint) {
  return {nullptr, {{Severity::error, place, std::move(code), std::move(message), {std::move(hint)}}}};
}

}  // namespace

Result<ImagePtr> read_image(std::string bytes, std::string_view name, const Place& place) {
  constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";
  constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";
  const bool png = bytes.starts_with(png_signature);
  if (!png && !bytes.starts_with(jpeg_signature)) {
    return refused_image("image-format", fmt::format("image \"{}\" is neither PNG nor JPEG", name), place,
                   "save the image as PNG or JPEG");
  }
  const Decoded decoded = png ? decode_png(bytes) : decode_jpeg(bytes);
  switch (decoded.outcome) {
    case Decoded::Outcome::too_large:
      return refused_image(
          "image-too-large",
          fmt::format("image \"{}\" has {} x {} pixels; {} million in all and {} on a side are the limit", name,
                      decoded.width, decoded.height, limits::image_pixels / 1'000'000, limits::image_side),
          place, "scale the image down; 3000 pixels fill an A4 page");
    case Decoded::Outcome::broken:
      return refused_image("image-broken", fmt::format("image \"{}\" is broken: {}", name, decoded.fault), place,
                     "save or download the image again");
    case Decoded::Outcome::sound:
      break;
  }
  auto image = std::make_shared<Image>();
  image->format = png ? Image::Format::png : Image::Format::jpeg;
  image->width = decoded.width;
  image->height = decoded.height;
  image->alpha = decoded.alpha;
  image->bytes = std::move(bytes);
  return {std::move(image), {}};
}

}  // namespace handbill
