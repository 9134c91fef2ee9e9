// A PNG or JPEG file, decoded and put into a PDF.
#include "core/image.h"
#include "fuzz/fuzz.h"
#include "render/pdf/image_pixels.h"
#include "render/pdf/pdf.h"

void handbill::fuzz::targets::image(std::string_view input) {
  const ImagePtr image = take(read_image(std::string(input), "image", place("page.md")));
  if (image == nullptr) return;
  promise(image->width > 0 && image->height > 0, "an image has no size");
  promise(pdf::decode_pixels(*image).rgb.size() == std::size_t{3} * image->width * image->height,
          "an image has other pixels than its header says");
  Pages pages;
  pages.pages.push_back({.size = {100_pt, 100_pt}});
  pages.pages[0].marks.emplace_back(PlacedImage{.image = image, .rect = {0_pt, 0_pt, 50_pt, 50_pt}});
  (void)pdf::write(pages);
}
