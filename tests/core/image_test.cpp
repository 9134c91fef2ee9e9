#include "core/image.h"

#include <png.h>

#include <cstdio>
// libjpeg's header wants the one above first.
#include <jpeglib.h>

#include <cstdlib>
#include <cstring>
#include <vector>

#include "support/catch.h"

using namespace handbill;

namespace {

const Place place = Place::in_file("page.md").at(7, 1);

std::string png(std::uint32_t width, std::uint32_t height, std::uint32_t format) {
  png_image image;
  std::memset(&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = format;
  std::vector<png_byte> pixels(PNG_IMAGE_SIZE(image));
  for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<png_byte>(i * 31 % 251);
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr);
  bytes.resize(size);
  return bytes;
}

std::string jpeg(std::uint32_t width, std::uint32_t height, bool progressive = false, int components = 3) {
  jpeg_compress_struct image;
  jpeg_error_mgr errors;
  image.err = jpeg_std_error(&errors);
  jpeg_create_compress(&image);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&image, &bytes, &size);
  image.image_width = width;
  image.image_height = height;
  image.input_components = components;
  image.in_color_space = components == 3 ? JCS_RGB : JCS_UNKNOWN;
  jpeg_set_defaults(&image);
  if (progressive) jpeg_simple_progression(&image);
  jpeg_start_compress(&image, TRUE);
  std::vector<JSAMPLE> row(width * static_cast<std::size_t>(components));
  for (std::uint32_t y = 0; y < height; ++y) {
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = static_cast<JSAMPLE>((i * 31 + y * 17) % 251);
    JSAMPROW rows[] = {row.data()};
    jpeg_write_scanlines(&image, rows, 1);
  }
  jpeg_finish_compress(&image);
  std::string result(reinterpret_cast<const char*>(bytes), size);
  jpeg_destroy_compress(&image);
  std::free(bytes);
  return result;
}

void put32(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (24 - 8 * i));
}

/// A PNG whose header says that it is as large as given; its data stay what they were.
std::string png_that_claims(std::uint32_t width, std::uint32_t height) {
  std::string bytes = png(4, 4, PNG_FORMAT_RGB);
  put32(bytes, 16, width);
  put32(bytes, 20, height);
  std::uint32_t crc = 0xFFFFFFFF;
  for (std::size_t i = 12; i < 29; ++i) {
    crc ^= static_cast<unsigned char>(bytes[i]);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  put32(bytes, 29, ~crc);
  return bytes;
}

std::string problem(const std::string& bytes) {
  const auto result = read_image(bytes, "photo", place);
  CHECK(result.value == nullptr);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].place.line == 7);
  CHECK(result.diagnostics[0].hints.size() == 1);
  return result.diagnostics[0].code + ": " + result.diagnostics[0].message;
}

}  // namespace

TEST_CASE("a sound image is known by its size, its transparency and its own bytes") {
  const std::string bytes = png(5, 3, PNG_FORMAT_RGB);
  const auto opaque = read_image(bytes, "photo", place);
  REQUIRE(opaque.value != nullptr);
  CHECK(opaque.value->format == Image::Format::png);
  CHECK(opaque.value->width == 5);
  CHECK(opaque.value->height == 3);
  CHECK_FALSE(opaque.value->alpha);
  CHECK(opaque.value->bytes == bytes);
  CHECK(read_image(png(5, 3, PNG_FORMAT_RGBA), "photo", place).value->alpha);
  CHECK_FALSE(read_image(png(5, 3, PNG_FORMAT_GRAY), "photo", place).value->alpha);
}

TEST_CASE("a JPEG is read, progressive or not") {
  for (const bool progressive : {false, true}) {
    const auto image = read_image(jpeg(40, 30, progressive), "photo", place);
    REQUIRE(image.value != nullptr);
    CHECK(image.value->format == Image::Format::jpeg);
    CHECK(image.value->width == 40);
    CHECK(image.value->height == 30);
    CHECK_FALSE(image.value->alpha);
  }
}

TEST_CASE("a JPEG of two colours is broken: nothing says which they are") {
  CHECK(problem(jpeg(8, 8, false, 2)) ==
        "image-broken: image \"photo\" is broken: it has two colours, which no JPEG file should have");
}

TEST_CASE("what is neither PNG nor JPEG is refused by its content") {
  CHECK(problem("GIF89a") == "image-format: image \"photo\" is neither PNG nor JPEG");
  CHECK(problem("") == "image-format: image \"photo\" is neither PNG nor JPEG");
  CHECK(problem("<svg/>") == "image-format: image \"photo\" is neither PNG nor JPEG");
}

TEST_CASE("an image cut short anywhere is broken") {
  const std::string whole = png(64, 64, PNG_FORMAT_RGB);
  for (const std::size_t size : {std::size_t{8}, std::size_t{20}, whole.size() / 2, whole.size() - 1}) {
    CAPTURE(size);
    CHECK(problem(whole.substr(0, size)) == "image-broken: image \"photo\" is broken: it ends too early");
  }
  for (const bool progressive : {false, true}) {
    const std::string photo = jpeg(64, 64, progressive);
    for (const std::size_t size : {std::size_t{3}, std::size_t{200}, photo.size() / 2, photo.size() - 2}) {
      CAPTURE(size);
      CHECK(problem(photo.substr(0, size)).starts_with("image-broken: image \"photo\" is broken: "));
    }
  }
}

TEST_CASE("an image with a wrong checksum is broken") {
  std::string bytes = png(64, 64, PNG_FORMAT_RGB);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  CHECK(problem(bytes).starts_with("image-broken: "));
}

TEST_CASE("attack: an image that claims more pixels than the limit is refused before a row is read") {
  CHECK(problem(png_that_claims(100'000, 100'000)) ==
        "image-too-large: image \"photo\" has 100000 x 100000 pixels; 50 million in all and 65500 on a side are the "
        "limit");
  CHECK(problem(png_that_claims(20'000, 20'000)).starts_with("image-too-large: "));
  CHECK(problem(png_that_claims(1, 2'000'000'000)).starts_with("image-too-large: "));
  std::string photo = jpeg(16, 16);
  const std::size_t frame = photo.find("\xFF\xC0");
  REQUIRE(frame != std::string::npos);
  for (const std::size_t at : {frame + 5, frame + 7}) photo[at] = photo[at + 1] = '\xFF';
  CHECK(problem(photo).starts_with("image-too-large: "));
}

TEST_CASE("attack: an image that claims more than it has is broken") {
  CHECK(problem(png_that_claims(5'000, 5'000)) == "image-broken: image \"photo\" is broken: it ends too early");
  CHECK(problem(png_that_claims(0, 5)).starts_with("image-broken: "));
}
