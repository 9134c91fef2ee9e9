// Rectangles on a page as PDF has them.
#pragma once

#include "render/pdf/haru.h"

namespace handbill::pdf {

inline Haru::Boxes::Box box(const Rect& rect, const Size& page) {
  return {rect.x.pt(), (page.height - rect.bottom()).pt(), rect.right().pt(), (page.height - rect.y).pt()};
}

}  // namespace handbill::pdf
