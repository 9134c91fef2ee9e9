// A text set into lines.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "text/paragraph.h"

namespace handbill {

/// Lines that texts which are alike have in common, as every pass over a document has the same ones.
using LinesPtr = std::shared_ptr<const std::vector<Line>>;

/// A text with its lines. Never changed once it is made; pages share it. Every text has
/// its own, however often its words stand in the document.
struct SetLines {
  StyledTextPtr styled;
  LinesPtr lines;

  const std::u16string& text() const { return styled->text; }
};

using SetLinesPtr = std::shared_ptr<const SetLines>;

}  // namespace handbill
