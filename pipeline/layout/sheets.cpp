#include "layout/sheets.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "layout/booklet.h"
#include "layout/edition.h"
#include "layout/n_up.h"

namespace handbill {
namespace {

constexpr std::array<std::pair<std::string_view, Size>, 4> raw_sheets = {{
    {"RA4", {215_mm, 305_mm}},
    {"SRA4", {225_mm, 320_mm}},
    {"RA3", {305_mm, 430_mm}},
    {"SRA3", {320_mm, 450_mm}},
}};

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

std::optional<Size> sheet_size(std::string_view name) {
  for (const auto& [known, size] : raw_sheets)
    if (known == name) return size;
  return paper_size(name);
}

std::vector<std::string> sheet_names() {
  std::vector<std::string> names = paper_names();
  for (const auto& [name, size] : raw_sheets) names.emplace_back(name);
  return names;
}

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
