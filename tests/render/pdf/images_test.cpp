#include "render/pdf/images.h"

#include <jpeglib.h>
#include <png.h>
#include <cstdio>
#include <vector>

#include "render/pdf/image_pixels.h"
#include "render/pdf/sample.h"
#include "support/catch.h"
#include "support/process.h"

using namespace handbill;
using namespace handbill::test;

namespace {

constexpr std::uint32_t side = 4;

std::string encode_png(std::uint32_t format, const std::string& pixels, const std::string& palette = "") {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = side;
  image.height = side;
  image.format = format;
  image.colormap_entries = static_cast<std::uint32_t>(palette.size() / 4);
  const void* colours = palette.empty() ? nullptr : palette.data();
  png_alloc_size_t size = 0;
  REQUIRE(png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, colours) != 0);
  std::string bytes(size, '\0');
  REQUIRE(png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, colours) != 0);
  bytes.resize(size);
  return bytes;
}

/// What a JPEG file is made of: pixels of one colour, and how they are written.
struct Jpeg {
  std::string pixel;
  J_COLOR_SPACE space;
  J_COLOR_SPACE written = space;
  bool adobe = true;  ///< with Adobe's marker, where libjpeg writes one by itself
};

std::string encode_jpeg(const Jpeg& wanted) {
  jpeg_compress_struct jpeg;
  jpeg_error_mgr errors;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* data = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &data, &size);
  jpeg.image_width = side;
  jpeg.image_height = side;
  jpeg.input_components = static_cast<int>(wanted.pixel.size());
  jpeg.in_color_space = wanted.space;
  jpeg_set_defaults(&jpeg);
  jpeg_set_colorspace(&jpeg, wanted.written);
  if (!wanted.adobe) jpeg.write_Adobe_marker = FALSE;
  jpeg_start_compress(&jpeg, TRUE);
  std::string row;
  for (std::uint32_t x = 0; x < side; ++x) row += wanted.pixel;
  for (std::uint32_t y = 0; y < side; ++y) {
    auto* pointer = reinterpret_cast<JSAMPROW>(row.data());
    jpeg_write_scanlines(&jpeg, &pointer, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string bytes(reinterpret_cast<char*>(data), size);
  jpeg_destroy_compress(&jpeg);
  std::free(data);
  return bytes;
}

ImagePtr image(Image::Format format, std::string bytes) {
  auto made = std::make_shared<Image>();
  made->format = format;
  made->width = side;
  made->height = side;
  made->bytes = std::move(bytes);
  return made;
}

Pages showing(const ImagePtr& shown, int times = 1) {
  Pages pages = one_page("en");
  const StructureId figure = add_node(pages, Role::figure);
  pages.structure.back().alternative = "A square";
  for (int i = 0; i < times; ++i)
    pages.pages[0].marks.emplace_back(PlacedImage{shown, {20_pt, 30_pt, 40_pt, 40_pt}, figure});
  return pages;
}

/// What pdfimages says of every image: type, colour space, components, bits, encoding.
std::string listed(const Pages& pages) {
  const PdfFile file(pages);
  file.ask({"qpdf", "--check", "{}"});
  const std::string table = file.ask({"pdfimages", "-list", "{}"});
  std::string out;
  std::size_t at = table.find('\n', table.find('\n') + 1) + 1;
  for (; at < table.size(); at = table.find('\n', at) + 1) {
    char type[16], colour[16], encoding[16];
    int width = 0, height = 0, components = 0, bits = 0;
    REQUIRE(std::sscanf(table.c_str() + at, "%*d %*d %15s %d %d %15s %d %d %15s", type, &width, &height, colour,
                        &components, &bits, encoding) == 7);
    out += std::string(type) + ' ' + colour + ' ' + std::to_string(components) + ' ' + std::to_string(bits) + ' ' +
           encoding + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("PNG images without transparency go into the file as they are") {
  SECTION("Colour") {
    CHECK(listed(showing(image(Image::Format::png, encode_png(PNG_FORMAT_RGB, std::string(48, '\x40'))))) ==
          "image rgb 3 8 image\n");
  }
  SECTION("Grey") {
    CHECK(listed(showing(image(Image::Format::png, encode_png(PNG_FORMAT_GRAY, std::string(16, '\x40'))))) ==
          "image gray 1 8 image\n");
  }
  SECTION("A palette") {
    const std::string palette("\xFF\x00\x00\xFF\x00\xFF\x00\xFF", 8);
    CHECK(listed(showing(image(Image::Format::png, encode_png(PNG_FORMAT_RGBA_COLORMAP, std::string(16, '\1'),
                                                              palette)))) == "image index 1 1 image\n");
  }
}

TEST_CASE("A PNG image's transparency becomes a soft mask") {
  SECTION("Colour") {
    CHECK(listed(showing(image(Image::Format::png, encode_png(PNG_FORMAT_RGBA, std::string(64, '\x40'))))) ==
          "image rgb 3 8 image\nsmask gray 1 8 image\n");
  }
  SECTION("Grey") {
    CHECK(listed(showing(image(Image::Format::png, encode_png(PNG_FORMAT_GA, std::string(32, '\x40'))))) ==
          "image gray 1 8 image\nsmask gray 1 8 image\n");
  }
  SECTION("A palette of a few bits with transparent entries") {
    const std::string palette("\xFF\x00\x00\x80\x00\xFF\x00\xFF", 8);
    CHECK(listed(showing(image(Image::Format::png, encode_png(PNG_FORMAT_RGBA_COLORMAP, std::string(16, '\1') + "",
                                                              palette)))) == "image rgb 3 8 image\n");
    CHECK(listed(showing(
              image(Image::Format::png, encode_png(PNG_FORMAT_RGBA_COLORMAP, std::string(16, '\0'), palette)))) ==
          "image rgb 3 8 image\nsmask gray 1 8 image\n");
  }
}

TEST_CASE("JPEG images in RGB or grey go into the file as they are") {
  const std::string pixel(3, '\x7F');
  CHECK(listed(showing(image(Image::Format::jpeg, encode_jpeg({pixel, JCS_RGB})))) == "image rgb 3 8 jpeg\n");
  CHECK(listed(showing(image(Image::Format::jpeg, encode_jpeg({pixel, JCS_RGB, JCS_YCbCr})))) ==
        "image rgb 3 8 jpeg\n");
  CHECK(listed(showing(image(Image::Format::jpeg, encode_jpeg({"\x7F", JCS_GRAYSCALE})))) == "image gray 1 8 jpeg\n");
}

TEST_CASE("A JPEG image with bytes between its parts that are no part goes into the file as it is") {
  for (const J_COLOR_SPACE space : {JCS_RGB, JCS_GRAYSCALE}) {
    std::string bytes =
        encode_jpeg({std::string(space == JCS_RGB ? 3 : 1, '\x7F'), space, space == JCS_RGB ? JCS_YCbCr : space});
    REQUIRE(bytes.substr(6, 4) == "JFIF");
    bytes.insert(20, std::string("\xFF\xFF\xFF\x00\x09\xC0\xFF\x00\xFF\xFF", 10));
    // Other programs say that such a file has bytes too many, so that none is asked here.
    const std::string file = readable(showing(image(Image::Format::jpeg, bytes)));
    CHECK(file.find("/Filter /DCTDecode") != std::string::npos);
    CHECK(file.find(space == JCS_RGB ? "/ColorSpace /DeviceRGB" : "/ColorSpace /DeviceGray") != std::string::npos);
  }
}

TEST_CASE("JPEG images in CMYK go into the file in RGB, as the file's output intent wants it") {
  // Cyan 40%, no magenta, yellow 100%, black 20%; Adobe's programs write how much of an ink is not there.
  const std::string inks("\x66\x00\xFF\x33", 4);
  const std::string without("\x99\xFF\x00\xCC", 4);
  const ImagePtr plain = image(Image::Format::jpeg, encode_jpeg({inks, JCS_CMYK, JCS_CMYK, false}));
  const ImagePtr adobe = image(Image::Format::jpeg, encode_jpeg({without, JCS_CMYK}));
  const ImagePtr ycck = image(Image::Format::jpeg, encode_jpeg({without, JCS_CMYK, JCS_YCCK}));
  for (const ImagePtr& made : {plain, adobe, ycck}) {
    CHECK(listed(showing(made)) == "image rgb 3 8 image\n");
    const std::string pixels = pdf::decode_pixels(*made).rgb;
    REQUIRE(pixels.size() == 3 * side * side);
    const std::vector<int> wanted = {0x99 * 0xCC / 255, 0xCC, 0};
    for (std::size_t i = 0; i < pixels.size(); ++i)
      CHECK(std::abs(static_cast<unsigned char>(pixels[i]) - wanted[i % 3]) <= (made == ycck ? 3 : 1));
  }
}

TEST_CASE("An image that is shown twice is in the file once") {
  const Pages pages = showing(image(Image::Format::png, encode_png(PNG_FORMAT_RGB, std::string(48, '\x40'))), 2);
  const std::string file = readable(pages);
  CHECK(file.find("/Subtype /Image") == file.rfind("/Subtype /Image"));
  CHECK(content_of(file) ==
        "/Figure <</MCID 0>> BDC\nq\n40 0 0 40 20 130 cm\n/I1 Do\nQ\nq\n40 0 0 40 20 130 cm\n/I1 Do\nQ\nEMC\n");
  CHECK(contains(file, "/Alt (A square)"));
  CHECK(contains(file, "/BBox [20 130 60 170]"));
}
