// What booklets and sheets that are cut have in common.
#pragma once

#include "imposition/sheets.h"

namespace handbill {

/// Whether a sheet that is printed on both sides is turned over like a page, round an upright axis.
bool turns_like_a_page(const Size& sheet, Duplex duplex);

/// The edge that a sheet is turned over like a page.
Duplex page_edge(const Size& sheet);

/// The side turned by half a turn: what a back has to be whose sheet is not turned over like a page.
SheetSide turned_round(SheetSide side);

/// `rect` and `bleed` around it, as far as the sheet goes.
Rect with_bleed(const Rect& rect, Length bleed, const Size& sheet);

/// What both of them cover; empty where they do not meet.
Rect common(const Rect& a, const Rect& b);

}  // namespace handbill
