// Boxes, strokes, leaders and modules as paths.
#pragma once

#include "imposition/sheets.h"
#include "layout/pages.h"
#include "render/pdf/operators.h"

namespace handbill::pdf {

/// A page's content stream together with what turns a place on the page (y downwards) into PDF's (y upwards).
struct Canvas {
  ContentStream stream;
  Length height;
  double y(Length from_top) const { return (height - from_top).pt(); }
};

void draw(Canvas& canvas, const PlacedBox& box);
void draw(Canvas& canvas, const PlacedStroke& stroke);
void draw(Canvas& canvas, const PlacedLeader& leader);
void draw(Canvas& canvas, const PlacedModules& modules);

void draw(Canvas& canvas, const TrimMarks& marks);

/// From here to the end of the save() round it, coordinates are the group's.
void turn(Canvas& canvas, const PlacedGroup& group);

/// Hides what is drawn outside `rect` until the save() round it ends.
void clip(Canvas& canvas, const Rect& rect);

}  // namespace handbill::pdf
