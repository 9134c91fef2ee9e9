#include "render/proof/album.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/svg/sheet.h"
#include "render/svg/svg.h"

namespace handbill::proof {

std::vector<Picture> Album::draw(const Pages& pages, const std::string& name) {
  if (is_full()) return {};
  const auto id_of = [&](std::size_t page) { return fmt::format("{}p{}", name, page + 1); };
  const std::size_t count = std::min(pages.pages.size(), most_pictures);
  const auto address_of = [&](std::uint32_t page) { return "#" + id_of(std::min<std::size_t>(page, count - 1)); };
  std::vector<Picture> pictures;
  for (std::uint32_t page = 0; page < count; ++page) {
    const std::string& printed = pages.pages[page].label;
    Picture picture{id_of(page), "Page", printed.empty() ? fmt::format("{}", page + 1) : printed, {}};
    picture.svg = svg::picture(pages, page, definitions_, {.title = pages.title, .page_address = address_of});
    bytes_ += picture.svg.size();
    pictures.push_back(std::move(picture));
  }
  return pictures;
}

std::vector<Picture> Album::draw(const Sheets& sheets, const std::vector<const Pages*>& documents,
                                 const std::string& name) {
  if (is_full()) return {};
  std::vector<Picture> pictures;
  for (std::size_t side = 0; side < std::min(sheets.sides.size(), most_pictures); ++side) {
    pictures.push_back({fmt::format("{}p{}", name, side + 1), "Sheet", sheets.sides[side].label,
                        svg::sheet(sheets, side, documents, definitions_)});
    bytes_ += pictures.back().svg.size();
  }
  return pictures;
}

}  // namespace handbill::proof
