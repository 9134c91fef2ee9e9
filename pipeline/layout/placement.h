// Strips put onto pages: the one place where start and end become left and right.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "layout/composition.h"
#include "layout/flow.h"
#include "layout/pages.h"
#include "layout/pagination.h"

namespace handbill {

/// What is gathered over all pages while they are filled.
struct Gathered {
  KnownPages found;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
};

class PagePlacer {
 public:
  /// Fills `page`, number `index`. `column` is where the flow's strips stand on the paper.
  PagePlacer(Composition& composition, Gathered& gathered, Page& page, std::uint32_t index);

  /// From here to end_group() everything is placed in a turned group's coordinates (see PlacedGroup).
  void begin_group(Point origin, int quarter_turns);
  void end_group();

  /// While set, what is placed is a copy of what stands elsewhere: it is drawn, and neither read nor clicked nor led
  /// to.
  void copying(bool copying) { copying_ = copying; }

  void place(const std::vector<PlacedItem>& items, const Rect& column);
  void place(const Flow& flow, const Rect& column);
  void box(const Rect& rect, Colour colour);

  /// A box that goes on to the bleed's edge on those sides where it touches the page's.
  void ground(const Rect& rect, Colour colour);

  void stroke(Point from, Point to, Length thickness, Colour colour);

  /// Covers `rect`, and the bleed where it touches the page's edge, with the middle of the image.
  void cover(const ImagePtr& image, const Rect& rect, StructureId structure);

  void image(const ImagePtr& image, const Rect& rect, StructureId structure);

  /// The footnotes of a page, their last line on the column's lower edge, under a short rule.
  void place_notes(const NoteArea& area, const std::vector<NoteKey>& keys, const Rect& column);

 private:
  struct Band {
    handbill::Band band;
    Length top;
    Length bottom;
  };

  Length left(const Rect& column, Length start, Length width) const;
  Rect with_bleed(const Rect& rect) const;
  StructureId readable(StructureId structure) const { return copying_ ? StructureId::artefact : structure; }
  std::vector<Mark>& marks() { return group_ ? group_->marks : page_.marks; }
  Rect on_page(const Rect& rect) const { return group_ ? group_->on_page(rect) : rect; }
  void place(const FlowItem& item, const Rect& column, Length y);
  void gather(const FlowItem& item, Length y);
  std::vector<Band> bands_of(const std::vector<PlacedItem>& items, Length y) const;

  void put(const LineMark& mark, const Rect& column, Length y);
  void put(const BoxMark& mark, const Rect& column, Length y);
  void put(const StrokeMark& mark, const Rect& column, Length y);
  void put(const ImageMark& mark, const Rect& column, Length y);
  void put(const QrMark& mark, const Rect& column, Length y);
  void put(const PageNumberMark& mark, const Rect& column, Length y);

  void check_resolution(const Image& image, Length width, StructureId structure);
  void put_run(const LineRun& run, const LineMark& mark, Point baseline);
  void add_link_area(std::uint32_t link, const Rect& rect);

  Composition& composition_;
  Gathered& gathered_;
  Page& page_;
  std::uint32_t index_;
  bool right_to_left_;
  std::optional<PlacedGroup> group_;  ///< the one that is being filled
  bool copying_ = false;
  std::map<std::uint32_t, std::size_t> areas_;  ///< index into page_.links by link
};

/// A page number's text, for folios and contents.
std::string page_label(const Composition& composition, std::uint32_t index);

}  // namespace handbill
