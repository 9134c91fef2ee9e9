// Copyfitting: the largest type at which a text fills its sides and no more.
//
// A try is a Fit: how much larger or smaller than the theme says everything is. Tries stand on a ladder of fixed steps,
// the smallest at its foot: leading and spaces open up first, then type grows to the theme's own size, then the picture
// to its full height, then type on to the largest. The highest rung on which the text fits is the type's size; what is
// left of the sides then goes to the leading and to the spaces between blocks. Because rungs are fixed and a rung is
// more than a line of a side, changing a word moves the size by one rung or not at all.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "design/theme.h"

namespace handbill {

/// Factors of what a theme says.
struct Fit {
  double size = 1;
  double leading = 1;  ///< on top of the size
  double space = 1;    ///< on top of the size
  double picture = 1;
  friend bool operator==(const Fit&, const Fit&) = default;
};

/// The theme with everything that `fit` says applied: type, leading, spaces, indents, bars, QR codes (never below the
/// 20 mm at which they can be read) and the picture. Margins and gutters stay.
Theme scaled(Theme theme, const Fit& fit);

/// The theme with everything in it so much larger, margins included.
Theme enlarged(Theme theme, double factor);

/// The ladder, from the smallest to the largest.
std::vector<Fit> rungs(const FitLimits& limits);

/// The best fit within `limits`; nothing when the text is too long even on the lowest rung. `fits` says whether the
/// text goes onto its sides; it is asked some 15 times. Text that fits on a rung mostly fits on those below it; where
/// it does not, because lines and pages break otherwise, a rung near the highest is found.
std::optional<Fit> find_fit(const FitLimits& limits, const std::function<bool(const Fit&)>& fits);

}  // namespace handbill
