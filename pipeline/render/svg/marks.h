// A page's marks as SVG elements, in points.
#pragma once

#include "core/markup.h"
#include "layout/pages.h"
#include "render/svg/definitions.h"

namespace handbill::svg {

class MarkWriter {
 public:
  MarkWriter(Markup& markup, Definitions& definitions) : markup_(&markup), definitions_(&definitions) {}

  void write(const PlacedRun& placed);
  void write(const PlacedBox& box);
  void write(const PlacedLeader& leader);
  void write(const PlacedStroke& stroke);
  void write(const PlacedImage& image);
  void write(const PlacedModules& modules);
  void write(const PlacedGroup& group);

 private:
  Markup* markup_;
  Definitions* definitions_;
};

/// A number of points.
std::string points(Length length);

/// #rrggbb
std::string hex(Colour colour);

}  // namespace handbill::svg
