// The table tent: a sheet folded across its middle so that it stands. Its upper half is printed on its head. Both
// halves show the same, or, with two sides, the text goes on from one to the other.
#include "layout/page_plan.h"
#include "layout/panels.h"

namespace handbill {

PassResult compose_tent(Composition& composition) {
  const Size sheet = page_size(composition);
  const Length half = sheet.height / 2;
  const std::size_t faces = composition.input().edition.sides > 1 ? 2 : 1;
  const auto face = [&](std::size_t number) {
    const auto page = static_cast<std::uint32_t>(number / faces);
    if (number % 2 == 1 && faces == 2)
      return Panel{.page = page, .rect = {{}, {}, sheet.width, half}, .quarter_turns = 2};
    return Panel{.page = page, .rect = {{}, half, sheet.width, half}};
  };
  return compose_panels(
      composition, {.page = sheet,
                    .panel = face,
                    .panels = faces,
                    .copy = faces == 1 ? std::optional(Panel{.rect = {{}, {}, sheet.width, half}, .quarter_turns = 2})
                                       : std::nullopt,
                    .folds = [&](std::uint32_t) { return std::vector<Fold>{{.upright = false, .at = half}}; }});
}

}  // namespace handbill
