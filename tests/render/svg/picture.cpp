#include "render/svg/picture.h"

#include <png.h>

#include <algorithm>

#include "core/files.h"
#include "support/catch.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

constexpr int dark = 96;    // surely ink
constexpr int light = 208;  // surely none, or the faintest edge

Picture read_png(const std::string& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_file(&image, path.c_str()));
  image.format = PNG_FORMAT_GRAY;
  Picture picture{image.width, image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
  const png_color white{255, 255, 255};
  REQUIRE(png_image_finish_read(&image, &white, picture.pixels.data(), 0, nullptr));
  return picture;
}

Picture draw(const std::string& bytes, const std::vector<std::string>& command) {
  const TemporaryFolder folder;
  write_atomically(folder / "in", bytes);
  const Finished finished = run(command, folder.path());
  INFO(finished.err);
  REQUIRE(finished.status == 0);
  return read_png((folder / "out.png").string());
}

/// Of the dark pixels of `a`, how many are light in `b`, all round.
std::size_t missing(const Picture& a, const Picture& b, std::size_t& all) {
  const auto ink_near = [&](std::uint32_t x, std::uint32_t y) {
    for (std::uint32_t row = std::max(y, 1U) - 1; row <= std::min(y + 1, b.height - 1); ++row)
      for (std::uint32_t column = std::max(x, 1U) - 1; column <= std::min(x + 1, b.width - 1); ++column)
        if (b.pixels[std::size_t(row) * b.width + column] < light) return true;
    return false;
  };
  std::size_t count = 0;
  for (std::uint32_t y = 0; y < a.height; ++y) {
    for (std::uint32_t x = 0; x < a.width; ++x) {
      if (a.pixels[std::size_t(y) * a.width + x] > dark) continue;
      ++all;
      if (!ink_near(x, y)) ++count;
    }
  }
  return count;
}

}  // namespace

Picture draw_pdf(const std::string& bytes) {
  return draw(bytes,
              {"pdftoppm", "-r", std::to_string(picture_resolution), "-png", "-gray", "-singlefile", "in", "out"});
}

Picture draw_svg(const std::string& bytes) {
  const std::string resolution = std::to_string(picture_resolution);
  return draw(bytes, {"rsvg-convert", "-d", resolution, "-p", resolution, "-b", "white", "-o", "out.png", "in"});
}

double misplaced(const Picture& a, const Picture& b) {
  REQUIRE(a.pixels.size() == b.pixels.size());
  std::size_t all = 0;
  const std::size_t count = missing(a, b, all) + missing(b, a, all);
  return all == 0 ? 0 : double(count) / double(all);
}

}  // namespace handbill::test
