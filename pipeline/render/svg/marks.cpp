#include "render/svg/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/decimal.h"
#include "render/svg/path_data.h"

namespace handbill::svg {
namespace {

/// A hundredth of a point is a third of a printer's finest dot.
constexpr int places = 2;

/// Glyphs of a run stand in units of its face, which is finer.
std::string run_transform(const PlacedRun& placed) {
  const double unit = placed.run->size.pt() / placed.run->face->units_per_em();
  std::string text = "translate(" + points(placed.baseline.x) + " " + points(placed.baseline.y) + ")scale(";
  append_decimal(text, unit * placed.run->scale, 6);
  if (placed.run->scale != 1) append_decimal(text += ' ', unit, 6);
  return text + ")";
}

void append_coordinate(std::string& out, std::string_view name, double value) {
  const auto rounded = std::round(value);
  if (rounded == 0) return;
  out += ' ';
  out += name;
  out += "=\"";
  append_decimal(out, rounded, 0);
  out += '"';
}

std::string round_box(const Rect& rect, double radius) {
  PathData path(places);
  const double left = rect.x.pt(), top = rect.y.pt(), right = rect.right().pt(), bottom = rect.bottom().pt();
  path.move_to(left + radius, top);
  path.line_to(right - radius, top);
  path.quarter_to(radius, right, top + radius);
  path.line_to(right, bottom - radius);
  path.quarter_to(radius, right - radius, bottom);
  path.line_to(left + radius, bottom);
  path.quarter_to(radius, left, bottom - radius);
  path.line_to(left, top + radius);
  path.quarter_to(radius, left + radius, top);
  path.close();
  return path.str();
}

std::string matrix(const PlacedModules& modules) {
  PathData path(places);
  const auto x = [&](std::uint32_t column) {
    return (modules.rect.x + modules.rect.width * (double(column) / modules.side)).pt();
  };
  const auto y = [&](std::uint32_t row) {
    return (modules.rect.y + modules.rect.height * (double(row) / modules.side)).pt();
  };
  for (std::uint32_t row = 0; row < modules.side; ++row) {
    const auto dark = [&](std::uint32_t column) { return modules.dark[row * modules.side + column]; };
    for (std::uint32_t column = 0; column < modules.side;) {
      std::uint32_t end = column;
      while (end < modules.side && dark(end)) ++end;
      if (end > column) {
        path.move_to(x(column), y(row));
        path.line_to(x(end), y(row));
        path.line_to(x(end), y(row + 1));
        path.line_to(x(column), y(row + 1));
        path.close();
      }
      column = std::max(end, column + 1);
    }
  }
  return path.str();
}

}  // namespace

std::string points(Length length) {
  return decimal(length.pt(), places);
}

std::string hex(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

void MarkWriter::write(const PlacedRun& placed) {
  if (placed.run->face == nullptr) return;
  std::string uses;
  double pen = 0;
  const double em = placed.run->face->units_per_em();
  for (const Glyph& glyph : placed.run->glyphs) {
    const std::string& name = definitions_->name_of(placed.run->face, glyph.id);
    if (!name.empty()) {
      uses += "<use href=\"#" + name + '"';
      append_coordinate(uses, "x", (pen + double(glyph.dx)) * em);
      append_coordinate(uses, "y", -double(glyph.dy) * em);
      uses += "/>";
    }
    pen += double(glyph.advance);
  }
  if (uses.empty()) return;
  const auto group = markup_->element("g", {{"fill", hex(placed.colour)}, {"transform", run_transform(placed)}});
  markup_->raw(uses);
}

void MarkWriter::write(const PlacedBox& box) {
  const double radius = std::min({box.radius.pt(), box.rect.width.pt() / 2, box.rect.height.pt() / 2});
  if (radius > 0) {
    markup_->empty("path", {{"fill", hex(box.colour)}, {"d", round_box(box.rect, radius)}});
    return;
  }
  markup_->empty("rect", {{"x", points(box.rect.x)},
                          {"y", points(box.rect.y)},
                          {"width", points(box.rect.width)},
                          {"height", points(box.rect.height)},
                          {"fill", hex(box.colour)}});
}

/// Dashes without length and with round ends are dots. The first stands half a dot in from the left.
void MarkWriter::write(const PlacedLeader& leader) {
  if (leader.width < leader.dot || leader.pitch.pt() <= 0) return;
  const Length radius = leader.dot / 2;
  PathData path(places);
  path.move_to((leader.from.x + radius).pt(), (leader.from.y - radius).pt());
  path.line_to((leader.from.x + leader.width - radius).pt(), (leader.from.y - radius).pt());
  markup_->empty("path", {{"d", path.str()},
                          {"stroke", hex(leader.colour)},
                          {"stroke-width", points(leader.dot)},
                          {"stroke-linecap", "round"},
                          {"stroke-dasharray", "0 " + points(leader.pitch)}});
}

void MarkWriter::write(const PlacedStroke& stroke) {
  markup_->empty("line", {{"x1", points(stroke.from.x)},
                          {"y1", points(stroke.from.y)},
                          {"x2", points(stroke.to.x)},
                          {"y2", points(stroke.to.y)},
                          {"stroke", hex(stroke.colour)},
                          {"stroke-width", points(stroke.thickness)}});
}

void MarkWriter::write(const PlacedImage& image) {
  // An inner <svg> shows what lies in its view box, and nothing beside it.
  std::optional<Markup::Guard> window;
  if (image.visible) {
    const std::string x = points(image.visible->x), y = points(image.visible->y);
    const std::string width = points(image.visible->width), height = points(image.visible->height);
    window.emplace(markup_->element("svg", {{"x", x},
                                            {"y", y},
                                            {"width", width},
                                            {"height", height},
                                            {"viewBox", x + " " + y + " " + width + " " + height}}));
  }
  markup_->empty("use", {{"href", "#" + definitions_->name_of(image.image)},
                         {"transform", "translate(" + points(image.rect.x) + " " + points(image.rect.y) + ")scale(" +
                                           points(image.rect.width) + " " + points(image.rect.height) + ")"}});
}

void MarkWriter::write(const PlacedModules& modules) {
  if (modules.side == 0) return;
  markup_->empty("path", {{"fill", hex(modules.colour)}, {"d", matrix(modules)}});
}

void MarkWriter::write(const PlacedGroup& group) {
  const auto turned =
      markup_->element("g", {{"transform", fmt::format("translate({} {})rotate({})", points(group.origin.x),
                                                       points(group.origin.y), group.quarter_turns * 90)}});
  for (const Mark& mark : group.marks) std::visit([this](const auto& one) { write(one); }, mark);
}

}  // namespace handbill::svg
