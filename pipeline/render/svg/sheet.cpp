#include "render/svg/sheet.h"

#include "core/decimal.h"
#include "core/markup.h"
#include "render/svg/marks.h"

namespace handbill::svg {
namespace {

/// About what a screen shows of an ink.
std::string colour_of(Ink ink) {
  switch (ink) {
    case Ink::cyan:
      return "#00aeef";
    case Ink::magenta:
      return "#ec008c";
    case Ink::yellow:
      return "#fff200";
    case Ink::key:
      return "#231f20";
  }
  internal_error("an ink without a colour");
}

void write_page(Markup& markup, const PlacedPage& placed, const Page& page, Definitions& definitions) {
  const Rect& clip = placed.clip;
  const std::string x = points(clip.x), y = points(clip.y), width = points(clip.width), height = points(clip.height);
  // An inner <svg> shows what lies in its view box, and nothing beside it.
  const auto window = markup.element("svg", {{"x", x},
                                             {"y", y},
                                             {"width", width},
                                             {"height", height},
                                             {"viewBox", x + " " + y + " " + width + " " + height}});
  const Rect& trim = placed.trim;
  const std::string transform = placed.turned
                                    ? "translate(" + points(trim.right()) + " " + points(trim.bottom()) + ")rotate(180)"
                                    : "translate(" + points(trim.x) + " " + points(trim.y) + ")";
  const auto group = markup.element("g", {{"transform", transform}});
  MarkWriter writer(markup, definitions);
  for (const Mark& mark : page.marks) std::visit([&](const auto& one) { writer.write(one); }, mark);
}

void write_trim_marks(Markup& markup, const TrimMarks& marks) {
  for (const MarkStroke& stroke : marks.strokes)
    markup.empty("line", {{"x1", points(stroke.from.x)},
                          {"y1", points(stroke.from.y)},
                          {"x2", points(stroke.to.x)},
                          {"y2", points(stroke.to.y)},
                          {"stroke", "#000"},
                          {"stroke-width", points(mark_thickness)}});
  for (const InkPatch& patch : marks.patches)
    markup.empty("rect", {{"x", points(patch.rect.x)},
                          {"y", points(patch.rect.y)},
                          {"width", points(patch.rect.width)},
                          {"height", points(patch.rect.height)},
                          {"fill", colour_of(patch.ink)},
                          {"fill-opacity", decimal(patch.tint, 2)}});
}

}  // namespace

std::string sheet(const Sheets& sheets, std::size_t side, const std::vector<const Pages*>& documents,
                  Definitions& definitions) {
  const SheetSide& shown = sheets.sides.at(side);
  const std::string width = points(shown.size.width), height = points(shown.size.height);
  Markup markup;
  {
    const auto element = markup.element("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                                                {"viewBox", "0 0 " + width + " " + height},
                                                {"width", width + "pt"},
                                                {"height", height + "pt"},
                                                {"role", "img"}});
    markup.element("title", {}, documents.front()->title);
    markup.empty("rect", {{"width", width}, {"height", height}, {"fill", "#fff"}});
    for (const PlacedPage& placed : shown.pages)
      write_page(markup, placed, documents.at(placed.document)->pages.at(placed.page), definitions);
    write_trim_marks(markup, shown.marks);
  }
  return markup.take();
}

}  // namespace handbill::svg
