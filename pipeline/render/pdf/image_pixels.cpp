#include "render/pdf/image_pixels.h"

#include <png.h>

#include <cstddef>
#include <cstdio>
// libjpeg's headers want the two above first.
#include <jpeglib.h>

#include <algorithm>
#include <csetjmp>
#include <vector>

#include "core/diagnostic.h"
#include "core/files.h"

namespace handbill::pdf {
namespace {

[[noreturn]] void no_memory() {
  throw MachineError("There is not enough memory to decode an image.");
}

Pixels decode_png(const Image& image) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&png, image.bytes.data(), image.bytes.size()) == 0)
    internal_error("a PNG image that was decoded before cannot be read");
  png.format = PNG_FORMAT_RGBA;
  std::string all(PNG_IMAGE_SIZE(png), '\0');
  if (png_image_finish_read(&png, nullptr, all.data(), 0, nullptr) == 0) no_memory();
  Pixels out;
  out.rgb.reserve(all.size() / 4 * 3);
  for (std::size_t at = 0; at < all.size(); at += 4) {
    out.rgb.append(all, at, 3);
    out.alpha += all[at + 3];
  }
  if (out.alpha.find_first_not_of('\xFF') == std::string::npos) out.alpha.clear();
  return out;
}

/// libjpeg leaves by longjmp: nothing with a destructor may live in what it jumps out of.
struct JpegReader {
  jpeg_error_mgr manager = {};
  std::jmp_buf exit = {};
  jpeg_decompress_struct image = {};
  JpegReader() {
    image.err = jpeg_std_error(&manager);
    image.client_data = this;
    manager.error_exit = [](j_common_ptr common) {
      std::longjmp(static_cast<JpegReader*>(common->client_data)->exit, 1);
    };
    manager.emit_message = [](j_common_ptr, int) {};
  }
  ~JpegReader() { jpeg_destroy_decompress(&image); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;
};

bool read_header(JpegReader& reader, const std::string& bytes) {
  if (setjmp(reader.exit)) return false;
  jpeg_create_decompress(&reader.image);
  reader.image.client_data = &reader;
  jpeg_mem_src(&reader.image, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return jpeg_read_header(&reader.image, TRUE) == JPEG_HEADER_OK;
}

bool start(JpegReader& reader) {
  if (setjmp(reader.exit)) return false;
  reader.image.out_color_space = reader.image.num_components == 4 ? JCS_CMYK : JCS_RGB;
  reader.image.dct_method = JDCT_ISLOW;
  return jpeg_start_decompress(&reader.image) == TRUE;
}

bool read_row(JpegReader& reader, JSAMPROW row) {
  if (setjmp(reader.exit)) return false;
  return jpeg_read_scanlines(&reader.image, &row, 1) == 1;
}

/// A row of CMYK, inverted where Adobe's programs wrote it, as the RGB that it looks like without a profile.
void append_cmyk(std::string& out, const std::vector<JSAMPLE>& row, bool inverted) {
  const auto ink = [&](std::size_t at) { return inverted ? 255 - row[at] : row[at]; };
  for (std::size_t at = 0; at + 3 < row.size(); at += 4)
    for (std::size_t i = 0; i < 3; ++i) out += static_cast<char>((255 - ink(at + i)) * (255 - ink(at + 3)) / 255);
}

Pixels decode_jpeg(const Image& image) {
  JpegReader reader;
  if (!read_header(reader, image.bytes) || !start(reader)) no_memory();
  std::vector<JSAMPLE> row(static_cast<std::size_t>(reader.image.output_width) *
                           static_cast<std::size_t>(reader.image.output_components));
  Pixels out;
  out.rgb.reserve(static_cast<std::size_t>(image.width) * image.height * 3);
  for (std::uint32_t y = 0; y < image.height; ++y) {
    if (!read_row(reader, row.data())) no_memory();
    if (reader.image.out_color_space == JCS_CMYK) {
      append_cmyk(out.rgb, row, reader.image.saw_Adobe_marker == TRUE);
    } else {
      out.rgb.append(reinterpret_cast<const char*>(row.data()), row.size());
    }
  }
  return out;
}

}  // namespace

JpegFacts jpeg_facts(const Image& image) {
  JpegReader reader;
  if (!read_header(reader, image.bytes)) no_memory();
  return {.bits = static_cast<unsigned>(reader.image.data_precision),
          .components = static_cast<unsigned>(reader.image.num_components)};
}

Pixels decode_pixels(const Image& image) {
  return image.format == Image::Format::png ? decode_png(image) : decode_jpeg(image);
}

}  // namespace handbill::pdf
