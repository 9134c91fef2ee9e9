// Sheets: pages where a printer, a knife and a fold want them. What is between Pages and a printing press.
//
// Positions are physical on the side that is printed (top left origin, y down), as it is looked at when printed. How
// front and back come to lie on each other is Sheets::duplex: turned over the long edge, a portrait sheet's back is
// seen as one turns a page, a landscape sheet's as one turns a calendar's; over the short edge, the other way round.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/geometry.h"
#include "design/imposition.h"
#include "layout/pages.h"

namespace handbill {

struct PlacedPage {
  std::uint32_t document = 0;  ///< which of the imposed Pages
  std::uint32_t page = 0;      ///< index
  Rect trim;                   ///< the whole page as it lies, without bleed
  bool turned = false;         ///< by half a turn
  Rect clip;                   ///< what of it may be seen: its trim and what bleed there is room for
};

/// A thin line in all inks.
struct MarkStroke {
  Point from;
  Point to;
};

inline constexpr Length mark_thickness = 0.25_pt;

enum class Ink : std::uint8_t { cyan, magenta, yellow, key };  // key is black

struct InkPatch {
  Rect rect;
  Ink ink = Ink::key;
  double tint = 1;  ///< 0 to 1
};

struct TrimMarks {
  std::vector<MarkStroke> strokes;
  std::vector<InkPatch> patches;
};

/// One side of a sheet.
struct SheetSide {
  std::string label;  ///< "1a" is the first sheet's front, "1b" its back
  Size size;
  Rect trim;   ///< what is left when it has been cut, with all pages in it
  Rect bleed;  ///< trim and bleed
  std::vector<PlacedPage> pages;
  TrimMarks marks;
};

struct Sheets {
  std::vector<SheetSide> sides;  ///< in the order they are printed: front, back, front, …
  Duplex duplex = Duplex::none;  ///< none: every side is on a sheet of its own
};

struct ImposeInput {
  const Imposition& how;
  const std::vector<const Pages*>& documents;  ///< one; Impose::languages: one a language. At least one page in all
  PrinterMarks marks;
  Length inner_margin;  ///< between a page's text and the fold
};

/// Puts pages on sheets: every page once (Fill::same: once in each place), and where something is cut, the page's back
/// behind its front. Blanks stand at the reading end. Right-to-left documents begin at the right and are bound there.
/// Diagnostics at the edition's keys: `sheet-too-small`, `creep` (more than the inner margin), both errors that leave
/// no sides; warnings `bleed-room` and `marks-room`, when the sheet has no room for them.
Result<Sheets> impose(const ImposeInput& input);

/// The surroundings of a page that is printed by itself, in its own coordinates: those outside the trimmed page are
/// negative or beyond its size.
struct PageFrame {
  Rect media;  ///< the sheet
  Rect bleed;
  TrimMarks marks;
};
PageFrame frame_of(const Page& page, PrinterMarks marks);

/// One fact a line, rounded to hundredths of a point.
std::string dump(const Sheets& sheets);

}  // namespace handbill
