#include <png.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "core/image_decoders.h"
#include "core/limits.h"

namespace handbill {
namespace {

constexpr const char* too_early = "it ends too early";

struct Input {
  std::string_view bytes;
  std::size_t at = 0;
  char fault[120] = {};
};

void read_bytes(png_structp png, png_bytep to, std::size_t count) {
  auto* input = static_cast<Input*>(png_get_io_ptr(png));
  if (input->bytes.size() - input->at < count) png_error(png, too_early);
  std::memcpy(to, input->bytes.data() + input->at, count);
  input->at += count;
}

[[noreturn]] void on_png_error(png_structp png, png_const_charp message) {
  auto* input = static_cast<Input*>(png_get_error_ptr(png));
  if (std::strcmp(message, "Not enough image data") == 0) message = too_early;
  const char* format = message == too_early ? "%s" : "its data are damaged (%s)";
  std::snprintf(input->fault, sizeof input->fault, format, message);
  png_longjmp(png, 1);
}

// Warnings are about chunks that change nothing of the picture.
void on_warning(png_structp, png_const_charp) {}

// libpng takes what a chunk says it needs, and its own limit for that only warns.
png_voidp allocate(png_structp, png_alloc_size_t size) {
  return size <= limits::png_chunk_bytes ? std::malloc(size) : nullptr;
}

void release(png_structp, png_voidp memory) {
  std::free(memory);
}

/// libpng's structures, freed whichever way reading ends.
struct PngReader {
  png_structp png;
  png_infop info;
  explicit PngReader(Input& input)
      : png(png_create_read_struct_2(PNG_LIBPNG_VER_STRING, &input, on_png_error, on_warning, nullptr, allocate, release)),
        info(png == nullptr ? nullptr : png_create_info_struct(png)) {}
  ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;
};

bool read_png_header(const PngReader& reader, Input& input) {
  if (setjmp(png_jmpbuf(reader.png))) return false;
  png_set_read_fn(reader.png, &input, read_bytes);
  // Sizes are judged by our own limits, which say what they are.
  png_set_user_limits(reader.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_read_info(reader.png, reader.info);
  return true;
}

bool read_png_rows(const PngReader& reader, std::vector<png_byte>& row) {
  if (setjmp(png_jmpbuf(reader.png))) return false;
  const int passes = png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
  const png_uint_32 height = png_get_image_height(reader.png, reader.info);
  for (int pass = 0; pass < passes; ++pass)
    for (png_uint_32 y = 0; y < height; ++y) png_read_row(reader.png, row.data(), nullptr);
  png_read_end(reader.png, nullptr);
  return true;
}

}  // namespace

bool within_limits(std::uint64_t width, std::uint64_t height) {
  return width <= limits::image_side && height <= limits::image_side && width * height <= limits::image_pixels;
}

Decoded decode_png(std::string_view bytes) {
  Input input;
  input.bytes = bytes;
  const PngReader reader(input);
  if (reader.info == nullptr) return {Decoded::Outcome::broken, 0, 0, false, "there is not enough memory to read it"};
  Decoded decoded;
  const bool header = read_png_header(reader, input);
  decoded.width = png_get_image_width(reader.png, reader.info);
  decoded.height = png_get_image_height(reader.png, reader.info);
  if (header && !within_limits(decoded.width, decoded.height)) {
    decoded.outcome = Decoded::Outcome::too_large;
    return decoded;
  }
  if (header) {
    decoded.alpha = (png_get_color_type(reader.png, reader.info) & PNG_COLOR_MASK_ALPHA) != 0 ||
                    png_get_valid(reader.png, reader.info, PNG_INFO_tRNS) != 0;
    std::vector<png_byte> row(png_get_rowbytes(reader.png, reader.info));
    if (read_png_rows(reader, row)) decoded.outcome = Decoded::Outcome::sound;
  }
  decoded.fault = input.fault;
  return decoded;
}

}  // namespace handbill
