#include "render/pdf/images.h"

#include <fmt/format.h>

#include "render/pdf/image_dictionary.h"
#include "render/pdf/image_pixels.h"

namespace handbill::pdf {

std::uint32_t DocumentImages::number_of(const ImagePtr& image) {
  const auto [at, is_new] = numbers_.emplace(image.get(), static_cast<std::uint32_t>(images_.size() + 1));
  if (is_new) images_.push_back(image);
  return at->second;
}

Object embed_for_press(Haru& haru, const Image& image, const Press& press) {
  const Pixels pixels = decode_pixels(image);
  Dictionary dictionary = image_dictionary(image, name(press.colour_space()), 8);
  if (!pixels.alpha.empty())
    dictionary.add("SMask", haru.add_stream(image_dictionary(image, "/DeviceGray", 8), pixels.alpha).reference());
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
