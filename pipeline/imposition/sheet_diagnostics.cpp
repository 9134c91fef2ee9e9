#include "imposition/sheet_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

#include "design/length_text.h"
#include "design/sheet_room.h"

namespace handbill {
Size page_size_of(const std::vector<const Pages*>& documents) {
  Size size;
  for (const Pages* pages : documents)
    for (const Page& page : pages->pages)
      size = {std::max(size.width, page.size.width), std::max(size.height, page.size.height)};
  return size;
}

Length bleed_of(const std::vector<const Pages*>& documents) {
  Length bleed;
  for (const Pages* pages : documents)
    for (const Page& page : pages->pages) bleed = std::max(bleed, page.bleed);
  return bleed;
}

std::optional<SheetGrid> grid_for(const Imposition& how, const std::vector<const Pages*>& documents) {
  GridQuery query = grid_query(how, page_size_of(documents), static_cast<int>(documents.size()));
  query.bleed = bleed_of(documents);
  return choose_grid(query);
}

Diagnostic creep_problem(const ImposeInput& input, std::uint32_t sheets, Length creep) {
  return {
      .place = input.how.thickness_place,
      .code = "creep",
      .message = fmt::format("{} sheets of {} move the innermost pages by {}, but the margin at the fold is {}", sheets,
                             millimetres(input.how.thickness), millimetres(creep), millimetres(input.inner_margin)),
      .hints = {"check the paper's thickness: office paper has 0.1mm",
                "or print shorter documents, each as a booklet of its own"}};
}

Diagnostic no_room_for_bleed(const ImposeInput& input) {
  return {.severity = Severity::warning,
          .place = input.how.place,
          .code = "bleed-room",
          .message = fmt::format("a sheet of {} has no room for {} of bleed on all sides of its pages", input.how.sheet,
                                 millimetres(bleed_of(input.documents))),
          .hints = {"choose a larger sheet, as SRA4 or A3"}};
}

Diagnostic no_room_for_marks(const ImposeInput& input) {
  return {.severity = Severity::warning,
          .place = input.how.place,
          .code = "marks-room",
          .message = fmt::format("a sheet of {} has no room for some of the marks around its pages", input.how.sheet),
          .hints = {"choose a larger sheet, as SRA4 or A3, or leave the marks out"}};
}

}  // namespace handbill
