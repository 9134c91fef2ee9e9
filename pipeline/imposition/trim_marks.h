// Marks outside the trimmed pages for whoever cuts, folds and measures.
#pragma once

#include <vector>

#include "imposition/sheets.h"

namespace handbill {

struct TrimMarksQuery {
  Rect sheet;
  Rect trim;  ///< all pages
  Length bleed;
  std::vector<Length> vertical_cuts;    ///< x of each
  std::vector<Length> horizontal_cuts;  ///< y of each
  std::vector<Fold> folds;              ///< in the sheet's coordinates
  PrinterMarks wanted;
};

struct TrimMarksResult {
  TrimMarks marks;
  bool all = true;  ///< false when the sheet has no room for some of them
};

/// Marks keep clear of the bleed and reach five millimetres at most. Crop marks are whole lines, fold marks are
/// dashed; patches stand in a row under the pages.
TrimMarksResult trim_marks(const TrimMarksQuery& query);

/// How far marks reach outside the trimmed page when there is room.
Length reach_of(PrinterMarks marks, Length bleed);

}  // namespace handbill
