// A page's marks as a content stream.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "imposition/sheets.h"
#include "layout/pages.h"
#include "render/pdf/fonts.h"
#include "render/pdf/images.h"
#include "render/pdf/line_text.h"
#include "render/pdf/shapes.h"
#include "render/pdf/structure_writer.h"

namespace handbill::pdf {

/// What the pages of one document share. While pages are written it stays as it is, so that they can be written on
/// several threads; what they show is numbered by number_resources() before.
struct DocumentParts {
  DocumentFonts fonts;
  DocumentImages images;
  StructureWriter structure;
  Press press = {};
};

/// Numbers the page's fonts and images in the order in which it shows them, after those that were numbered before.
void number_resources(const Page& page, DocumentParts& parts);

/// A content stream, and what is to be learnt from it for the document.
struct PageContent {
  std::string bytes;  ///< its CIDs are those of `cids`
  std::vector<CidRange> ranges;
  PageCids cids;
  PageStructure structure;
};

class PageWriter {
 public:
  /// `direction` is that of most of the document's text. `room` is what another page has been written into, to be used
  /// again.
  PageWriter(const Page& page, Direction direction, const DocumentParts& parts, PageContent room = {});

  /// The content with marks around the page. Called once.
  PageContent write(const TrimMarks& marks = {});

 private:
  /// Glyphs without text of one piece.
  struct Raised {
    const PlacedRun* look = nullptr;
    const DocumentFont* font = nullptr;
    std::vector<RaisedGlyph> glyphs;
  };
  static Raised take_raised(Piece& piece);

  void write_marks(const std::vector<Mark>& marks);
  std::size_t write_line(const std::vector<Mark>& marks, std::size_t first);
  bool is_open(const PlacedRun& run) const;
  bool is_left_of_the_last(const PlacedRun& run) const;
  void write_piece(const Piece& piece);
  void write_silent(Piece& piece);
  void show_raised(const Raised& raised);
  void write_missing(const Piece& piece);
  void write_mark(const PlacedRun& run);
  void write_mark(const PlacedBox& box);
  void write_mark(const PlacedLeader& leader);
  void write_mark(const PlacedStroke& stroke);
  void write_mark(const PlacedImage& image);
  void write_mark(const PlacedModules& modules);
  void write_mark(const PlacedGroup& group);

  void enter(StructureId structure, const Language& language);
  void enter(StructureId structure);
  void open(StructureId structure, const Language& language, Artefact artefact);
  void begin_text();
  void leave();
  void add_box(StructureId structure, const Rect& rect);

  const Page& page_;
  Direction direction_;
  const DocumentParts& parts_;
  Canvas canvas_;
  PageCids cids_;
  PageStructure shown_;                 ///< what the page shows of the structure
  ShowArray array_;                     ///< a piece's, emptied for the next
  const PlacedGroup* group_ = nullptr;  ///< the one that is being written
  const PlacedRun* last_ = nullptr;     ///< the leftmost run of the last line with text

  std::vector<Raised> waiting_;  ///< what belongs into what is open, when all text is in it

  // What is open now, from the outside in; closed in the opposite order.
  std::optional<StructureId> structure_;
  Language language_;
  Artefact artefact_ = Artefact::pagination;
  std::optional<ContentStream::Guard> marked_;
  std::optional<ContentStream::Guard> spoken_;  ///< a span in another language than its structure node's
  std::optional<ContentStream::Guard> text_;
};

}  // namespace handbill::pdf
