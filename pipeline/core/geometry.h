// Points, sizes and rectangles on a page.
//
// The origin is the page's top left corner, x grows to the right and y grows downwards, in every language: mirroring
// for right-to-left documents is layout's business and is done before anything is a Point.
#pragma once

#include "core/length.h"

namespace handbill {

struct Point {
  Length x;
  Length y;
  friend constexpr bool operator==(const Point&, const Point&) = default;
};

struct Size {
  Length width;
  Length height;
  friend constexpr bool operator==(const Size&, const Size&) = default;
};

struct Rect {
  Length x;
  Length y;
  Length width;
  Length height;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  friend constexpr bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace handbill
