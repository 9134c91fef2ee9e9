#include <algorithm>

#include "layout/fixture.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

constexpr std::string_view page = R"(---
title: Come
feature: wide.png
featureAlt: A street
---

Join us.

{{< button href="/join" >}}Join{{< /button >}}
)";

Pages flyer(Length bleed, const std::string& language = "en") {
  return lay_out_markdown(page, {.language = language,
                                 .layout = LayoutKind::flyer,
                                 .paper = "A6",
                                 .images = {{"wide.png", image(800, 400)}},
                                 .bleed = bleed})
      .value;
}

/// The rectangle a mark inks, where it has one.
std::optional<Rect> rect_of(const Mark& mark) {
  if (const auto* box = std::get_if<PlacedBox>(&mark)) return box->rect;
  if (const auto* picture = std::get_if<PlacedImage>(&mark)) return picture->visible.value_or(picture->rect);
  return std::nullopt;
}

/// What the marks of a page cover together.
Rect extent(const Page& of) {
  Length left = of.size.width, top = of.size.height, right, bottom;
  for (const Mark& mark : of.marks) {
    const auto rect = rect_of(mark);
    if (!rect) continue;
    left = std::min(left, rect->x);
    top = std::min(top, rect->y);
    right = std::max(right, rect->right());
    bottom = std::max(bottom, rect->bottom());
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace

TEST_CASE("A flyer's grounds reach to the edge of the bleed on all sides, in both directions") {
  for (const char* language : {"en", "ar"}) {
    const Pages pages = flyer(3_mm, language);
    const Page& front = pages.pages.front();
    CHECK(front.bleed == 3_mm);
    const Rect covered = extent(front);
    CHECK(covered.x == -3_mm);
    CHECK(covered.y == -3_mm);
    CHECK(fits(covered.right(), front.size.width + 3_mm));
    CHECK(fits(front.size.width + 3_mm, covered.right()));
    CHECK(fits(front.size.height + 3_mm, covered.bottom()));
  }
}

TEST_CASE("Without bleed nothing reaches outside the page") {
  for (const Page& side : flyer(Length()).pages) {
    const Rect covered = extent(side);
    CHECK(covered.x >= Length());
    CHECK(covered.y >= Length());
    CHECK(fits(covered.right(), side.size.width));
    CHECK(fits(covered.bottom(), side.size.height));
  }
}

TEST_CASE("Bleed moves nothing that stands on the page") {
  const Pages trimmed = flyer(Length());
  const Pages bled = flyer(3_mm);
  CHECK(dump_lines(trimmed) == dump_lines(bled));
}
