#include "design/sheet_room.h"

#include <fmt/format.h>

#include "design/length_text.h"

namespace handbill {
namespace {

std::string millimetres(const Size& size) {
  return fmt::format("{:.0f} x {:.0f} mm", size.width.mm(), size.height.mm());
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

GridQuery grid_query(const Imposition& how, const Size& page, int languages) {
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

Diagnostics check_room(const Imposition& how, const Size& page, int languages) {
  if (how.kind == Impose::none) return {};
  const GridQuery query = grid_query(how, page, languages);
  if (choose_grid(query)) return {};
  Diagnostic problem{.place = how.place, .code = "sheet-too-small", .message = too_many(how, query)};
  const int most = query.folded ? 0 : most_places(query);
  problem.hints = {most == 0 ? "choose a larger sheet or a smaller paper"
                             : fmt::format("it has room for {}; or choose a larger sheet or a smaller paper", most)};
  return {problem};
}

}  // namespace handbill
