#include "render/pdf/images.h"

#include <fmt/format.h>

#include <utility>

#include "core/diagnostic.h"
#include "render/pdf/image_dictionary.h"
#include "render/pdf/image_pixels.h"

namespace handbill::pdf {

void DocumentImages::add(const ImagePtr& image) {
  const auto number = static_cast<std::uint32_t>(images_.size() + 1);
  if (numbers_.emplace(image.get(), number).second) images_.push_back(image);
}

std::uint32_t DocumentImages::number_of(const Image& image) const {
  const auto found = numbers_.find(&image);
  if (found == numbers_.end()) internal_error("a page shows an image that the document does not have");
  return found->second;
}

Object embed_for_press(Haru& haru, const Image& image, const Press& press) {
  Pixels pixels = decode_pixels(image);
  Dictionary dictionary = image_dictionary(image, name(press.colour_space()), 8);
  if (!pixels.alpha.empty())
    dictionary.add("SMask",
                   haru.add_stream(image_dictionary(image, "/DeviceGray", 8), std::move(pixels.alpha)).reference());
  return haru.add_stream(dictionary, press.pixels(pixels.rgb));
}

Dictionary DocumentImages::embed(Haru& haru, const Press& press) const {
  const auto embedded = [&](const Image& image) {
    if (press.inks() != Inks::colour) return embed_for_press(haru, image, press);
    return image.format == Image::Format::png ? embed_png(haru, image) : embed_jpeg(haru, image);
  };
  Dictionary resources;
  for (std::size_t i = 0; i < images_.size(); ++i)
    resources.add(fmt::format("I{}", i + 1), embedded(*images_[i]).reference());
  return resources;
}

}  // namespace handbill::pdf
