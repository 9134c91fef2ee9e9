// A right-to-left page is its left-to-right twin seen in a mirror, but for the inside of its lines.
#include <algorithm>
#include <cmath>
#include <map>

#include "design/theme_file.h"
#include "layout/fixture.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

// Without full stops: they stand at the other end of a right-to-left line, where they are not kerned.
constexpr std::string_view everything = R"(---
title: A page with everything
subtitle: Under it
kicker: Over it
description: What it is about
feature: /feature.png
---

A first paragraph with a [link](https://example.org/a) and a note[^1] and `code` inside

- one
- two

  with a second paragraph
  1. nested
  2. again

> A quotation
>
> of two paragraphs

| Left | Right |
|------|------:|
| a    | one   |
| b    | four  |

![A picture](picture.png)

---

{{< button href="join" >}}Join{{< /button >}}

## A heading

The end

[^1]: A note
)";

struct Extent {
  double left;
  double right;
  bool operator==(const Extent&) const = default;
};

double rounded(Length length) {
  return std::round(length.pt() * 100) / 100;
}

Extent extent(const Rect& rect) {
  return {rounded(rect.x), rounded(rect.right())};
}

/// Where everything on a page reaches to the left and right, line by line, in order of height.
std::multimap<double, Extent> extents(const Page& page) {
  std::multimap<double, Extent> all;
  const PlacedRun* before = nullptr;
  std::multimap<double, Extent>::iterator line;
  for (const Mark& mark : page.marks) {
    if (const auto* run = std::get_if<PlacedRun>(&mark)) {
      const Extent here{rounded(run->baseline.x), rounded(run->baseline.x + run->run->width)};
      const Length base = run->baseline.y + run->run->rise;
      if (before != nullptr && before->text == run->text && before->baseline.y + before->run->rise == base)
        line->second = {std::min(line->second.left, here.left), std::max(line->second.right, here.right)};
      else
        line = all.emplace(rounded(base), here);
      before = run;
      continue;
    }
    if (const auto* box = std::get_if<PlacedBox>(&mark)) all.emplace(rounded(box->rect.y), extent(box->rect));
    if (const auto* image = std::get_if<PlacedImage>(&mark)) all.emplace(rounded(image->rect.y), extent(image->rect));
    if (const auto* code = std::get_if<PlacedModules>(&mark)) all.emplace(rounded(code->rect.y), extent(code->rect));
    if (const auto* stroke = std::get_if<PlacedStroke>(&mark))
      all.emplace(rounded(stroke->from.y), Extent{rounded(stroke->from.x), rounded(stroke->to.x)});
  }
  return all;
}

void expect_mirrored(LayoutKind layout) {
  // Arabic letters as large as Latin ones.
  const auto file = ThemeFile::parse("scripts: {Arab: {size: 1, leading: 1}}", Place::in_file("theme.yaml"), {}).value;
  Theme theme = file.theme(layout, Language::parse("en").value());
  theme.margins.start = 30_pt;
  theme.margins.end = 20_pt;
  LayoutSetting setting{.layout = layout,
                        .theme = &theme,
                        .images = {{"/feature.png", image(1600, 900)}, {"picture.png", image(1000, 1000)}}};
  const auto ltr = lay_out_markdown(everything, setting);
  // English in Arabic letters, were it written so: everything the same, but right to left.
  setting.language = "en-Arab";
  const auto rtl = lay_out_markdown(everything, setting);
  CHECK(ltr.diagnostics.empty());
  REQUIRE(ltr.value.pages.size() == rtl.value.pages.size());
  for (std::size_t page = 0; page < ltr.value.pages.size(); ++page) {
    const double width = ltr.value.pages[page].size.width.pt();
    const auto there = extents(ltr.value.pages[page]);
    const auto here = extents(rtl.value.pages[page]);
    REQUIRE(there.size() == here.size());
    for (auto a = there.begin(), b = here.begin(); a != there.end(); ++a, ++b) {
      CAPTURE(page, a->first, a->second.left, a->second.right, b->second.left, b->second.right);
      CHECK(std::abs(a->first - b->first) < 0.02);
      CHECK(std::abs(a->second.left - (width - b->second.right)) < 0.05);
      CHECK(std::abs(a->second.right - (width - b->second.left)) < 0.05);
    }
  }
}

}  // namespace

TEST_CASE("A handout mirrors as a whole in a right-to-left document") {
  expect_mirrored(LayoutKind::handout);
}

TEST_CASE("A flyer mirrors as a whole in a right-to-left document") {
  expect_mirrored(LayoutKind::flyer);
}

TEST_CASE("Code reads from left to right, on the left of its ground, in a right-to-left document") {
  const auto pages = lay_out_markdown("```\nif (a < b) return;\n```\n", {.language = "ar"}).value;
  REQUIRE(pages.pages.size() == 1);
  const Page& page = pages.pages[0];
  const PlacedBox* ground = nullptr;
  const PlacedRun* first = nullptr;
  for (const Mark& mark : page.marks) {
    if (const auto* box = std::get_if<PlacedBox>(&mark); box != nullptr && box->rect.height > 10_pt) ground = box;
    if (const auto* run = std::get_if<PlacedRun>(&mark); run != nullptr && first == nullptr) first = run;
  }
  REQUIRE(ground != nullptr);
  REQUIRE(first != nullptr);
  CHECK(first->baseline.x > ground->rect.x);
  CHECK(first->baseline.x < ground->rect.x + 12_pt);
  CHECK_FALSE(first->run->right_to_left());
  CHECK(lines_on(pages, 0) == std::vector<std::string>{"if (a < b) return;"});
}
