#include "render/pdf/shapes.h"

#include <algorithm>
#include <cmath>

#include "render/pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// A rectangle in PDF coordinates.
struct Outline {
  double left, bottom, right, top;
};

Point at(double x, double y) {
  return {Length::points(x), Length::points(y)};
}

void trace_round(ContentStream& stream, const Outline& box, double radius) {
  // A Bézier curve comes nearest to a quarter of a circle with its control points this far from the corner.
  const double corner = radius * (1 - 4.0 / 3.0 * (std::sqrt(2.0) - 1));
  const auto [left, bottom, right, top] = box;
  stream.move_to(left + radius, bottom);
  stream.line_to(right - radius, bottom);
  stream.curve_to(at(right - corner, bottom), at(right, bottom + corner), at(right, bottom + radius));
  stream.line_to(right, top - radius);
  stream.curve_to(at(right, top - corner), at(right - corner, top), at(right - radius, top));
  stream.line_to(left + radius, top);
  stream.curve_to(at(left + corner, top), at(left, top - corner), at(left, top - radius));
  stream.line_to(left, bottom + radius);
  stream.curve_to(at(left, bottom + corner), at(left + corner, bottom), at(left + radius, bottom));
  stream.close_path();
}

}  // namespace

void draw(Canvas& canvas, const PlacedBox& placed) {
  const Rect& rect = placed.rect;
  const Outline box{rect.x.pt(), canvas.y(rect.bottom()), rect.right().pt(), canvas.y(rect.y)};
  canvas.stream.fill_colour(placed.colour);
  const double radius = std::min({placed.radius.pt(), rect.width.pt() / 2, rect.height.pt() / 2});
  if (radius > 0) {
    trace_round(canvas.stream, box, radius);
  } else {
    canvas.stream.rectangle(box.left, box.bottom, rect.width.pt(), rect.height.pt());
  }
  canvas.stream.fill();
}

void turn(Canvas& canvas, const PlacedGroup& group) {
  const double x = group.origin.x.pt();
  const double y = canvas.y(group.origin.y);
  const double height = canvas.height.pt();
  // The group's places come here turned upside down already, from the page's height.
  switch (group.quarter_turns) {
    case 0:
      return canvas.stream.transform({1, 0, 0, 1, x, y - height});
    case 1:
      return canvas.stream.transform({0, -1, 1, 0, x - height, y});
    case 2:
      return canvas.stream.transform({-1, 0, 0, -1, x, y + height});
    case 3:
      return canvas.stream.transform({0, 1, -1, 0, x + height, y});
  }
  internal_error("a group that is turned by more than a whole turn");
}

void clip(Canvas& canvas, const Rect& rect) {
  canvas.stream.rectangle(rect.x.pt(), canvas.y(rect.bottom()), rect.width.pt(), rect.height.pt());
  canvas.stream.clip();
}

void draw(Canvas& canvas, const PlacedStroke& stroke) {
  canvas.stream.stroke_colour(stroke.colour);
  canvas.stream.line_width(stroke.thickness.pt());
  canvas.stream.move_to(stroke.from.x.pt(), canvas.y(stroke.from.y));
  canvas.stream.line_to(stroke.to.x.pt(), canvas.y(stroke.to.y));
  canvas.stream.stroke();
}

/// Dashes without length and with round ends are dots. The first stands half a dot in from the left.
void draw(Canvas& canvas, const PlacedLeader& leader) {
  const double radius = leader.dot.pt() / 2;
  if (leader.width < leader.dot || leader.pitch.pt() <= 0) return;
  const auto saved = canvas.stream.save();
  canvas.stream.stroke_colour(leader.colour);
  canvas.stream.line_width(leader.dot.pt());
  canvas.stream.round_cap();
  canvas.stream.dash(0, leader.pitch.pt());
  const double y = canvas.y(leader.from.y) + radius;
  canvas.stream.move_to(leader.from.x.pt() + radius, y);
  canvas.stream.line_to((leader.from.x + leader.width).pt() - radius, y);
  canvas.stream.stroke();
}

void draw(Canvas& canvas, const TrimMarks& marks) {
  for (const InkPatch& patch : marks.patches) {
    canvas.stream.fill_ink(patch.ink, patch.tint);
    const Rect& rect = patch.rect;
    canvas.stream.rectangle(rect.x.pt(), canvas.y(rect.bottom()), rect.width.pt(), rect.height.pt());
    canvas.stream.fill();
  }
  if (marks.strokes.empty()) return;
  canvas.stream.stroke_all_inks();
  canvas.stream.line_width(mark_thickness.pt());
  for (const MarkStroke& stroke : marks.strokes) {
    canvas.stream.move_to(stroke.from.x.pt(), canvas.y(stroke.from.y));
    canvas.stream.line_to(stroke.to.x.pt(), canvas.y(stroke.to.y));
  }
  canvas.stream.stroke();
}

/// Dark modules that touch in a row are one rectangle, and all are one path: no seam shows at any resolution. Edges
/// are rounded before widths are taken from them, so that neighbours meet exactly.
void draw(Canvas& canvas, const PlacedModules& modules) {
  if (modules.side == 0) return;
  canvas.stream.fill_colour(modules.colour);
  const auto rounded = [](double value) { return double(thousandths(value)) / 1000; };
  const auto x = [&](std::uint32_t column) {
    return rounded((modules.rect.x + modules.rect.width * (double(column) / modules.side)).pt());
  };
  const auto y = [&](std::uint32_t row) {
    return rounded(canvas.y(modules.rect.y + modules.rect.height * (double(row) / modules.side)));
  };
  for (std::uint32_t row = 0; row < modules.side; ++row) {
    const auto dark = [&](std::uint32_t column) { return modules.dark[row * modules.side + column]; };
    for (std::uint32_t column = 0; column < modules.side;) {
      std::uint32_t end = column;
      while (end < modules.side && dark(end)) ++end;
      if (end > column) canvas.stream.rectangle(x(column), y(row + 1), x(end) - x(column), y(row) - y(row + 1));
      column = std::max(end, column + 1);
    }
  }
  canvas.stream.fill();
}

}  // namespace handbill::pdf
