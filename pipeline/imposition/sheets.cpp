#include "imposition/sheets.h"

#include <fmt/format.h>

#include <iterator>

#include "imposition/booklet.h"
#include "imposition/n_up.h"

namespace handbill {
namespace {

std::string text_of(const Rect& rect) {
  return fmt::format("{:.2f},{:.2f} {:.2f} x {:.2f}", rect.x.pt(), rect.y.pt(), rect.width.pt(), rect.height.pt());
}

std::string_view name_of(Duplex duplex) {
  switch (duplex) {
    case Duplex::none:
      return "none";
    case Duplex::long_edge:
      return "long-edge";
    case Duplex::short_edge:
      return "short-edge";
  }
  internal_error("a duplex without a name");
}

}  // namespace

Result<Sheets> impose(const ImposeInput& input) {
  switch (input.how.kind) {
    case Impose::none:
      internal_error("pages that are not to be imposed are imposed");
    case Impose::booklet:
      return impose_booklet(input);
    case Impose::n_up:
    case Impose::languages:
      return impose_n_up(input);
  }
  internal_error("a way of imposing that nothing does");
}

std::string dump(const Sheets& sheets) {
  std::string text = fmt::format("duplex {}\n", name_of(sheets.duplex));
  const auto out = std::back_inserter(text);
  for (const SheetSide& side : sheets.sides) {
    fmt::format_to(out, "side {} {:.2f} x {:.2f}\n  trim {}\n  bleed {}\n", side.label, side.size.width.pt(),
                   side.size.height.pt(), text_of(side.trim), text_of(side.bleed));
    for (const PlacedPage& page : side.pages)
      fmt::format_to(out, "  page {}/{} {} at {} clip {}\n", page.document + 1, page.page + 1,
                     page.turned ? "turned" : "upright", text_of(page.trim), text_of(page.clip));
    for (const MarkStroke& stroke : side.marks.strokes)
      fmt::format_to(out, "  mark {:.2f},{:.2f} to {:.2f},{:.2f}\n", stroke.from.x.pt(), stroke.from.y.pt(),
                     stroke.to.x.pt(), stroke.to.y.pt());
    for (const InkPatch& patch : side.marks.patches)
      fmt::format_to(out, "  patch {} {:.2f} at {}\n", static_cast<int>(patch.ink), patch.tint, text_of(patch.rect));
  }
  return text;
}

}  // namespace handbill
