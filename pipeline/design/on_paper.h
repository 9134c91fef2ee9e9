// A theme on a paper that it was not drawn for.
#pragma once

#include "design/theme.h"

namespace handbill {

/// The theme as it is on `paper`: all of it in proportion to the paper's height where it is drawn for one
/// (Theme::drawn_for), else the margins and the gutter alone, each in proportion to the side that it lies along
/// (Theme::margins_for). No margin is made narrower than the 9 mm that every printer reaches, unless it was.
Theme on_paper(Theme theme, const Size& paper);

}  // namespace handbill
