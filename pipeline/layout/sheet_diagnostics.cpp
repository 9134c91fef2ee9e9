#include "layout/sheet_diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace handbill {
namespace {

std::string millimetres(Length length) {
  return fmt::format("{:.3g} mm", length.mm());
}

std::string millimetres(const Size& size) {
  return fmt::format("{:.0f} x {:.0f} mm", size.width.mm(), size.height.mm());
}

GridQuery query_for(const Imposition& how, const Size& page, int languages) {
  const auto sheet = sheet_size(how.sheet);
  if (!sheet) internal_error("an edition on a sheet that does not exist");
  GridQuery query{.sheet = *sheet, .page = page, .margin = how.margin};
  switch (how.kind) {
    case Impose::none:
      break;
    case Impose::n_up:
      query.places = how.up;
      break;
    case Impose::booklet:
      query.places = 2;
      query.folded = true;
      break;
    case Impose::languages:
      query.places = languages;
      break;
  }
  return query;
}

std::string too_many(const Imposition& how, const GridQuery& query) {
  const std::string room = how.margin > Length() ? fmt::format(" inside a margin of {}", millimetres(how.margin)) : "";
  const std::string one = millimetres(query.page);
  if (how.kind == Impose::booklet)
    return fmt::format("two pages of {} side by side do not go on a sheet of {}{}", one, how.sheet, room);
  if (query.places == 1) return fmt::format("a page of {} does not go on a sheet of {}{}", one, how.sheet, room);
  const std::string what = how.kind == Impose::languages ? "languages on pages" : "pages";
  return fmt::format("{} {} of {} do not go on a sheet of {}{}", query.places, what, one, how.sheet, room);
}

}  // namespace

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
  GridQuery query = query_for(how, page_size_of(documents), static_cast<int>(documents.size()));
  query.bleed = bleed_of(documents);
  return choose_grid(query);
}

Diagnostics check_room(const Imposition& how, const Size& page, int languages) {
  if (how.kind == Impose::none) return {};
  const GridQuery query = query_for(how, page, languages);
  if (choose_grid(query)) return {};
  Diagnostic problem{.place = how.place, .code = "sheet-too-small", .message = too_many(how, query)};
  const int most = query.folded ? 0 : most_places(query);
  problem.hints = {most == 0 ? "choose a larger sheet or a smaller paper"
                             : fmt::format("it has room for {}; or choose a larger sheet or a smaller paper", most)};
  return {problem};
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
