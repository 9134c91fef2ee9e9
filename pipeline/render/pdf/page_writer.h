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

/// What the pages of one document share.
struct DocumentParts {
  DocumentFonts fonts;
  DocumentImages images;
  StructureWriter structure;
  Direction direction = Direction::left_to_right;
  Press press = {};
};

class PageWriter {
 public:
  /// `number` is the page's index.
  PageWriter(const Page& page, std::uint32_t number, DocumentParts& parts);

  /// The content stream. Called once.
  std::string write();
  /// With marks around the page.
  std::string write(const TrimMarks& marks);

 private:
  void write_marks(const std::vector<Mark>& marks);
  std::size_t write_line(const std::vector<Mark>& marks, std::size_t first);
  bool is_open(const PlacedRun& run) const;
  bool is_left_of_the_last(const PlacedRun& run) const;
  void write_piece(const Piece& piece);
  void write_silent(const Piece& piece);
  void show_raised(const Piece& piece);
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
  std::uint32_t number_;
  DocumentParts& parts_;
  Canvas canvas_;
  const PlacedGroup* group_ = nullptr;  ///< the one that is being written
  const PlacedRun* last_ = nullptr;     ///< the leftmost run of the last line with text

  std::vector<Piece> waiting_;  ///< whose raised glyphs belong into what is open, when all text is in it

  // What is open now, from the outside in; closed in the opposite order.
  std::optional<StructureId> structure_;
  Language language_;
  Artefact artefact_ = Artefact::pagination;
  std::optional<ContentStream::Guard> marked_;
  std::optional<ContentStream::Guard> spoken_;  ///< a span in another language than its structure node's
  std::optional<ContentStream::Guard> text_;
};

}  // namespace handbill::pdf
