#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <utility>

#include "core/diagnostic.h"
#include "core/files.h"
#include "render/pdf/image_dictionary.h"
#include "render/pdf/images.h"

namespace handbill::pdf {
namespace {

constexpr std::size_t signature_size = 8;

struct PngFacts {
  unsigned bits = 8;
  unsigned colour_type = 0;
  bool interlaced = false;
  bool transparent = false;  ///< has a transparent colour or palette entry
  std::string palette;
  std::string data;  ///< the zlib stream of filtered rows
};

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// Gathers what a PDF needs from the file's chunks. The image is known to be sound.
PngFacts read_facts(const std::string& bytes) {
  PngFacts facts;
  for (std::size_t at = signature_size; at + 12 <= bytes.size();) {
    const std::size_t size = big_endian(bytes, at);
    const std::string_view type(&bytes[at + 4], 4);
    const std::size_t start = at + 8;
    if (size > bytes.size() - start) break;
    if (type == "IHDR" && size >= 13) {
      facts.bits = static_cast<unsigned char>(bytes[start + 8]);
      facts.colour_type = static_cast<unsigned char>(bytes[start + 9]);
      facts.interlaced = bytes[start + 12] != 0;
    }
    if (type == "PLTE") facts.palette.assign(bytes, start, size);
    if (type == "tRNS") facts.transparent = true;
    if (type == "IDAT") facts.data.append(bytes, start, size);
    at = start + size + 4;
  }
  return facts;
}

/// PDF's Flate filter knows PNG's row filters, so an image without transparency needs no decoding.
Object embed_as_it_is(Haru& haru, const Image& image, PngFacts facts) {
  const unsigned channels = facts.colour_type == PNG_COLOR_TYPE_RGB ? 3 : 1;
  std::string space = channels == 3 ? "/DeviceRGB" : "/DeviceGray";
  if (facts.colour_type == PNG_COLOR_TYPE_PALETTE)
    space = fmt::format("[/Indexed /DeviceRGB {} {}]", facts.palette.size() / 3 - 1, hex_string(facts.palette));
  Dictionary dictionary = image_dictionary(image, space, facts.bits);
  dictionary.add_name("Filter", "FlateDecode");
  dictionary.add("DecodeParms", fmt::format("<</Predictor 15 /Colors {} /BitsPerComponent {} /Columns {}>>", channels,
                                            facts.bits, image.width));
  return haru.add_encoded_stream(dictionary, std::move(facts.data));
}

std::string decode(const Image& image, png_uint_32 format) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&png, image.bytes.data(), image.bytes.size()) == 0)
    internal_error("a PNG image that was decoded before cannot be read");
  png.format = format;
  std::string pixels(PNG_IMAGE_SIZE(png), '\0');
  if (png_image_finish_read(&png, nullptr, pixels.data(), 0, nullptr) == 0)
    throw MachineError("There is not enough memory to decode an image.");
  return pixels;
}

/// The colours as one image, the transparency as another: its soft mask.
Object embed_decoded(Haru& haru, const Image& image, const PngFacts& facts) {
  const bool grey = (facts.colour_type & PNG_COLOR_MASK_COLOR) == 0;
  const std::size_t channels = grey ? 1 : 3;
  const std::string pixels = decode(image, grey ? PNG_FORMAT_GA : PNG_FORMAT_RGBA);
  const std::size_t count = pixels.size() / (channels + 1);
  std::string colours(count * channels, '\0');
  std::string mask(count, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    std::copy_n(&pixels[i * (channels + 1)], channels, &colours[i * channels]);
    mask[i] = pixels[i * (channels + 1) + channels];
  }
  Dictionary dictionary = image_dictionary(image, grey ? "/DeviceGray" : "/DeviceRGB", 8);
  if (mask.find_first_not_of('\xFF') != std::string::npos)
    dictionary.add("SMask", haru.add_stream(image_dictionary(image, "/DeviceGray", 8), std::move(mask)).reference());
  return haru.add_stream(dictionary, std::move(colours));
}

}  // namespace

/// libharu's own PNG reader is not used: 2.3 takes libpng's warnings for errors and reads past a row's end where a
/// palette of less than 8 bits has transparent entries.
Object embed_png(Haru& haru, const Image& image) {
  PngFacts facts = read_facts(image.bytes);
  const bool alpha = (facts.colour_type & PNG_COLOR_MASK_ALPHA) != 0 || facts.transparent;
  if (alpha || facts.interlaced) return embed_decoded(haru, image, facts);
  return embed_as_it_is(haru, image, std::move(facts));
}

}  // namespace handbill::pdf
