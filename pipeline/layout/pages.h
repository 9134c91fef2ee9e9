// Pages: where every mark stands. The boundary between layout and rendering.
//
// Built once by layout, then immutable; threads may share it. Positions are physical (top left origin, y down), all
// mirroring is done. A renderer needs nothing else: no Markdown, no theme, no line breaking.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/colour.h"
#include "core/geometry.h"
#include "core/image.h"
#include "core/language.h"
#include "layout/structure.h"
#include "text/paragraph.h"

namespace handbill {

/// A run of glyphs on its baseline. `text` is the whole paragraph's text; the run's clusters are offsets into it. Both
/// are shared with the paragraph that they are part of.
struct PlacedRun {
  Point baseline;  ///< left end of the baseline (rise already applied)
  std::shared_ptr<const LineRun> run;
  Colour colour;
  std::shared_ptr<const std::u16string> text;
  /// Made by the setter, not written by anybody: a list's number, a page's, a link's. It is drawn, but copying and
  /// searching pass over it (as browsers pass over list markers); what it says to screen readers is its structure
  /// node's StructureNode::says.
  bool generated = false;
  StructureId structure = StructureId::artefact;
};

/// A filled rectangle, with round corners if radius is set (half its side makes a disc).
struct PlacedBox {
  Rect rect;
  Colour colour;
  Length radius;
  StructureId structure = StructureId::artefact;
};

/// A horizontal row of dots from left to right at the baseline, one every `pitch`: contents leaders.
struct PlacedLeader {
  Point from;
  Length width;
  Length pitch;
  Length dot;  ///< diameter
  Colour colour;
};

/// A stroked line.
struct PlacedStroke {
  Point from;
  Point to;
  Length thickness;
  Colour colour;
};

struct PlacedImage {
  ImagePtr image;
  Rect rect;  ///< of the whole image
  StructureId structure = StructureId::artefact;
  std::optional<Rect> visible;  ///< the part of it that shows, where that is not all
};

/// A matrix of square modules (a QR code), quiet zone not included; drawn as one path so that no seams show.
struct PlacedModules {
  Rect rect;
  std::uint32_t side = 0;  ///< modules a side
  std::vector<bool> dark;  ///< row by row from the top left
  Colour colour;
  StructureId structure = StructureId::artefact;
};

struct PlacedGroup;

using Mark = std::variant<PlacedRun, PlacedBox, PlacedLeader, PlacedStroke, PlacedImage, PlacedModules, PlacedGroup>;

/// Marks that are turned together: the half of a table tent that stands on its head, a strip to tear off. They have
/// coordinates of their own, whose origin lies at `origin` on the page and whose axes are turned from there. Groups are
/// never in groups. Whatever else a page has (links, destinations) is in the page's coordinates.
struct PlacedGroup {
  Point origin;
  int quarter_turns = 0;  ///< clockwise, 0 to 3
  std::vector<Mark> marks;

  /// Where a rectangle of the group's coordinates stands on the page.
  Rect on_page(const Rect& rect) const;
};

/// Something that can be clicked: one link, its rectangles on this page.
struct LinkArea {
  std::vector<Rect> rects;
  std::string address;      ///< absolute, or "#destination"
  std::string description;  ///< its text, for screen readers
  StructureId structure = StructureId::artefact;
};

/// Where a sheet is folded, across all of it.
struct Fold {
  bool upright = true;  ///< from top to bottom, else from side to side
  Length at;            ///< from the left edge, or from the top
};

struct Page {
  Size size;  ///< of the trimmed page, whose top left corner is the origin
  /// How far marks may reach outside the trimmed page on every side, for paper that is cut a little off. Without bleed
  /// nothing does.
  Length bleed;
  /// In painting order, which is reading order from line to line; the runs of one line stand next to each other and
  /// go from left to right.
  std::vector<Mark> marks;
  std::vector<LinkArea> links;
  std::vector<Fold> folds;
  std::string label;  ///< the page's number as it is printed
};

/// A place that links, outlines and contents lead to.
struct Destination {
  std::string id;
  std::uint32_t page = 0;  ///< index
  Length y;
};

struct OutlineEntry {
  std::string title;
  int level = 1;
  std::uint32_t page = 0;
  Length y;
};

/// What copyfitting chose, each against what the theme says.
struct Fitting {
  double size = 1;
  double leading = 1;
  double space = 1;
  double fill = 0;  ///< how much of the last side's height is filled, before the rest was shared out
};

struct Pages {
  std::string title;
  std::string author;
  std::string description;
  Language language;
  std::string date;           ///< ISO 8601, may be empty
  std::string last_modified;  ///< ISO 8601, may be empty
  std::vector<Page> pages;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
  Structure structure;
  std::optional<Fitting> fitting;  ///< where the edition asked for it
};

/// One fact a line, rounded to hundredths of a point: page sizes, every mark with its text and structure, links,
/// destinations, outline, the structure tree.
std::string dump(const Pages& pages);

/// The lines of text alone, page by page, each in logical order with the place and width it takes.
std::string dump_lines(const Pages& pages);

}  // namespace handbill
