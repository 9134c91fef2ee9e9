#include "imposition/folding.h"

#include <algorithm>
#include <cmath>

#include "support/catch.h"

namespace handbill::test {
namespace {

/// The printer's own axis: sheets turned over the long edge turn round a line parallel to their long side.
bool turns_round_upright_axis(const Size& size, Duplex duplex) {
  const bool tall = size.height > size.width;
  return (duplex == Duplex::long_edge) == tall;
}

Way lines_of(const PlacedPage& placed) {
  return placed.turned ? Way{-1, 0} : Way{1, 0};
}

Way clockwise(Way way) {
  return {-way.y, way.x};
}

Lying seen_from_the_front(const PlacedPage& placed) {
  const Way lines = lines_of(placed);
  return {.document = placed.document,
          .page = placed.page,
          .rect = placed.trim,
          .clip = placed.clip,
          .right = lines,
          .down = clockwise(lines)};
}

Rect through_paper(Rect rect, const Size& size, bool upright_axis) {
  if (upright_axis)
    rect.x = size.width - rect.x - rect.width;
  else
    rect.y = size.height - rect.y - rect.height;
  return rect;
}

Lying seen_through_paper(const PlacedPage& placed, const Size& size, bool upright_axis) {
  Lying lying = seen_from_the_front(placed);
  lying.rect = through_paper(lying.rect, size, upright_axis);
  lying.clip = through_paper(lying.clip, size, upright_axis);
  for (Way* way : {&lying.right, &lying.down}) {
    if (upright_axis)
      way->x = -way->x;
    else
      way->y = -way->y;
  }
  return lying;
}

/// What lies on the left or right half.
std::optional<Lying> on_half(const std::vector<Lying>& side, const Size& size, bool right) {
  for (const Lying& lying : side)
    if ((lying.rect.x + lying.rect.width / 2 > size.width / 2) == right) return lying;
  return std::nullopt;
}

}  // namespace

std::vector<PaperSheet> print(const Sheets& sheets) {
  std::vector<PaperSheet> paper;
  const bool both = sheets.duplex != Duplex::none;
  for (std::size_t i = 0; i < sheets.sides.size(); ++i) {
    const SheetSide& side = sheets.sides[i];
    if (!both || i % 2 == 0) {
      paper.push_back({.size = side.size});
      for (const PlacedPage& page : side.pages) paper.back().front.push_back(seen_from_the_front(page));
    } else {
      REQUIRE((side.size == paper.back().size));
      const bool upright_axis = turns_round_upright_axis(side.size, sheets.duplex);
      for (const PlacedPage& page : side.pages)
        paper.back().back.push_back(seen_through_paper(page, side.size, upright_axis));
    }
  }
  return paper;
}

bool same_place(const Rect& a, const Rect& b) {
  const auto near = [](Length one, Length other) { return std::abs((one - other).pt()) < 0.01; };
  return near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height);
}

bool reads_on(const Lying& front, const Lying& back) {
  return back.right == Way{-front.right.x, -front.right.y} && back.down == front.down;
}

std::vector<std::optional<Lying>> read_booklet(const std::vector<PaperSheet>& sheets, bool bound_right) {
  std::vector<std::optional<Lying>> pages;
  // The halves that are turned to the reader first, from the cover inwards; then the other halves, outwards.
  const bool first_half = !bound_right;
  for (const PaperSheet& sheet : sheets) {
    pages.push_back(on_half(sheet.front, sheet.size, first_half));
    pages.push_back(on_half(sheet.back, sheet.size, first_half));
  }
  for (auto sheet = sheets.rbegin(); sheet != sheets.rend(); ++sheet) {
    pages.push_back(on_half(sheet->back, sheet->size, !first_half));
    pages.push_back(on_half(sheet->front, sheet->size, !first_half));
  }
  return pages;
}

Pages plain_pages(std::size_t count, Size size, const char* language, Length bleed) {
  Pages pages{.title = "Pages", .language = Language::parse(language).value()};
  for (std::size_t i = 0; i < count; ++i)
    pages.pages.push_back({.size = size, .bleed = bleed, .label = std::to_string(i + 1)});
  return pages;
}

}  // namespace handbill::test
