// The flyer: a headline block in colour, a lead, numbered actions, and a bar with the address and its QR code at the
// foot of the front; the picture on the back.
#include "layout/page_plan.h"
#include "layout/panels.h"

namespace handbill {

PassResult compose_flyer(Composition& composition) {
  const Size size = page_size(composition);
  const auto sides = static_cast<std::size_t>(composition.input().edition.sides);
  return compose_panels(
      composition,
      {.page = size,
       .panel =
           [&](std::size_t side) {
             return Panel{.page = static_cast<std::uint32_t>(side), .rect = {{}, {}, size.width, size.height}};
           },
       .panels = sides,
       .picture = sides == 1 ? 0U : 1U,
       .picture_under_text = sides == 0,
       .folios = true});
}

}  // namespace handbill
