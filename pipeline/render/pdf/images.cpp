#include "render/pdf/images.h"

#include <fmt/format.h>

namespace handbill::pdf {

std::uint32_t DocumentImages::number_of(const ImagePtr& image) {
  const auto [at, is_new] = numbers_.emplace(image.get(), static_cast<std::uint32_t>(images_.size() + 1));
  if (is_new) images_.push_back(image);
  return at->second;
}

Dictionary DocumentImages::embed(Haru& haru) const {
  Dictionary resources;
  for (std::size_t i = 0; i < images_.size(); ++i) {
    const Image& image = *images_[i];
    const Object object = image.format == Image::Format::png ? embed_png(haru, image) : embed_jpeg(haru, image);
    resources.add(fmt::format("I{}", i + 1), object.reference());
  }
  return resources;
}

}  // namespace handbill::pdf
