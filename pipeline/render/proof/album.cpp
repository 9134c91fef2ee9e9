#include "render/proof/album.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/svg/svg.h"

namespace handbill::proof {

std::vector<Picture> Album::draw(const Pages& pages, const std::string& name) {
  if (bytes_ + definitions_.bytes() > most_bytes) return {};
  const auto id_of = [&](std::size_t page) { return fmt::format("{}p{}", name, page + 1); };
  const std::size_t count = std::min(pages.pages.size(), most_pictures);
  const auto address_of = [&](std::uint32_t page) { return "#" + id_of(std::min<std::size_t>(page, count - 1)); };
  std::vector<Picture> pictures;
  for (std::uint32_t page = 0; page < count; ++page) {
    const std::string& printed = pages.pages[page].label;
    Picture picture{id_of(page), printed.empty() ? fmt::format("{}", page + 1) : printed, {}};
    picture.svg = svg::picture(pages, page, definitions_, {.title = pages.title, .page_address = address_of});
    bytes_ += picture.svg.size();
    pictures.push_back(std::move(picture));
  }
  return pictures;
}

}  // namespace handbill::proof
