// The poster: a flyer's front, large, with the picture under the headline; on one sheet unless more are asked for.
#include <algorithm>

#include "layout/page_plan.h"
#include "layout/panels.h"

namespace handbill {

PassResult compose_poster(Composition& composition) {
  const Size size = page_size(composition);
  return compose_panels(
      composition,
      {.page = size,
       .panel =
           [&](std::size_t side) {
             return Panel{.page = static_cast<std::uint32_t>(side), .rect = {{}, {}, size.width, size.height}};
           },
       .panels = static_cast<std::size_t>(std::max(composition.input().edition.sides, 1))});
}

}  // namespace handbill
