#include "render/pdf/page_writer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/unicode.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {
namespace {

/// Said by a glyph whose character is said elsewhere.

/// The line's baseline: a run's own without its rise.
double line_y(const PlacedRun& placed) {
  return (placed.baseline.y + placed.run->rise).pt();
}

bool on_one_height(const PlacedRun& a, const PlacedRun& b) {
  return std::abs(line_y(a) - line_y(b)) < 0.01;
}

/// Cells of a table row stand on one height too, but each has its own text.
bool on_one_line(const PlacedRun& a, const PlacedRun& b) {
  return on_one_height(a, b) && a.text == b.text;
}

void number_resources(const std::vector<Mark>& marks, DocumentParts& parts) {
  const Face* last = nullptr;
  for (const Mark& mark : marks) {
    if (const auto* placed = std::get_if<PlacedRun>(&mark)) {
      const Face* face = placed->run->face.get();
      if (face == last || face == nullptr || placed->run->glyphs.empty()) continue;
      parts.fonts.add(placed->run->face);
      last = face;
    } else if (const auto* image = std::get_if<PlacedImage>(&mark)) {
      parts.images.add(image->image);
    } else if (const auto* group = std::get_if<PlacedGroup>(&mark)) {
      number_resources(group->marks, parts);
    }
  }
}

}  // namespace

void number_resources(const Page& page, DocumentParts& parts) {
  number_resources(page.marks, parts);
}

PageWriter::PageWriter(const Page& page, Direction direction, const DocumentParts& parts, PageContent room)
    : page_(page),
      direction_(direction),
      parts_(parts),
      canvas_{ContentStream(parts.press, std::move(room.bytes), std::move(room.ranges)), page.size.height},
      cids_(std::move(room.cids)) {
  cids_.clear();
}

PageContent PageWriter::write(const TrimMarks& marks) {
  write_marks(page_.marks);
  if (!marks.strokes.empty() || !marks.patches.empty()) {
    enter(StructureId::artefact);
    draw(canvas_, marks);
  }
  leave();
  return {canvas_.stream.take_bytes(), canvas_.stream.take_cids(), std::move(cids_), std::move(shown_)};
}

void PageWriter::write_marks(const std::vector<Mark>& marks) {
  for (std::size_t i = 0; i < marks.size();) {
    if (std::holds_alternative<PlacedRun>(marks[i])) {
      i = write_line(marks, i);
    } else {
      std::visit([this](const auto& mark) { write_mark(mark); }, marks[i]);
      ++i;
    }
  }
}

/// Writes the runs of the line that starts with mark `first`; answers the mark after them.
std::size_t PageWriter::write_line(const std::vector<Mark>& marks, std::size_t first) {
  std::vector<const PlacedRun*> runs;
  std::size_t end = first;
  for (; end < marks.size(); ++end) {
    const auto* run = std::get_if<PlacedRun>(&marks[end]);
    if (run == nullptr || (!runs.empty() && !on_one_line(*runs.front(), *run))) break;
    runs.push_back(run);
  }
  const bool goes_on = std::all_of(runs.begin(), runs.end(), [this](const PlacedRun* run) { return is_open(*run); });
  if (!waiting_.empty() && !goes_on) leave();  // not in the middle of this line
  auto pieces = read_line(runs, parts_.fonts, {direction_, is_left_of_the_last(*runs.front())});
  for (Piece& piece : pieces) {
    if (piece.look->generated) {
      write_silent(piece);
    } else {
      write_piece(piece);
    }
  }
  // Readers take raised marks for a line of their own, so they come when this line has ended; and Poppler's reader of
  // structure takes the end of what says nothing for the end of all marked content, so they come last in it.
  for (Piece& piece : pieces) {
    if (piece.look->generated || piece.spelling.raised.empty()) continue;
    if (is_open(*piece.look)) {
      waiting_.push_back(take_raised(piece));
    } else {
      write_silent(piece);
      leave();
    }
  }
  for (const Piece& piece : pieces) write_missing(piece);
  if (!runs.front()->generated) last_ = runs.front();
  return end;
}

bool PageWriter::is_open(const PlacedRun& run) const {
  return structure_ == run.structure && language_ == run.run->language;
}

bool PageWriter::is_left_of_the_last(const PlacedRun& run) const {
  return direction_ == Direction::right_to_left && last_ != nullptr && on_one_height(*last_, run) &&
         run.baseline.x < last_->baseline.x;
}

void PageWriter::write_piece(const Piece& piece) {
  if (piece.spelling.shown.empty()) return;
  const PlacedRun& look = *piece.look;
  const double left = piece.spelling.shown.front().x;
  PageFont& font = cids_.of(*piece.font);
  array_.clear();
  for (const ShownGlyph& glyph : piece.spelling.shown) {
    const auto [number, width] = font.of(glyph.meaning);
    array_.add(number, width, (glyph.x - left) * 1000);
  }

  enter(look.structure, look.run->language);
  begin_text();
  std::optional<ContentStream::Guard> together;
  if (piece.says != 0)
    together.emplace(canvas_.stream.marked("Span", "/ActualText " + text_string(to_utf8(piece.says))));
  canvas_.stream.fill_colour(look.colour);
  canvas_.stream.font(piece.font->number(), look.run->size.pt());
  canvas_.stream.text_scale(look.run->scale);
  canvas_.stream.text_position((look.baseline.x + look.run->size * look.run->scale * left).pt(),
                               canvas_.y(look.baseline.y));
  canvas_.stream.show(array_);
}

PageWriter::Raised PageWriter::take_raised(Piece& piece) {
  return {piece.look, piece.font, std::move(piece.spelling.raised)};
}

void PageWriter::write_silent(Piece& piece) {
  if (piece.spelling.raised.empty()) return;
  enter(piece.look->structure, piece.look->run->language);
  show_raised(take_raised(piece));
}

/// Those of one height in one array.
void PageWriter::show_raised(const Raised& raised) {
  const PlacedRun& look = *raised.look;
  begin_text();
  const auto silent = canvas_.stream.marked("Span", "/ActualText ()");
  canvas_.stream.fill_colour(look.colour);
  canvas_.stream.font(raised.font->number(), look.run->size.pt());
  canvas_.stream.text_scale(look.run->scale);
  PageFont& font = cids_.of(*raised.font);
  const auto& glyphs = raised.glyphs;
  for (std::size_t first = 0; first < glyphs.size();) {
    const RaisedGlyph& start = glyphs[first];
    ShowArray array;
    for (; first < glyphs.size() && glyphs[first].y == start.y; ++first) {
      const auto [number, width] = font.of({glyphs[first].glyph, zero_width_space, 0, {}});
      array.add(number, width, (glyphs[first].x - start.x) * 1000);
    }
    canvas_.stream.text_position((look.baseline.x + look.run->size * look.run->scale * start.x).pt(),
                                 canvas_.y(look.baseline.y - look.run->size * start.y));
    canvas_.stream.show(array);
  }
}

/// Empty boxes where the face has no glyph: PDF/A allows no .notdef.
void PageWriter::write_missing(const Piece& piece) {
  if (piece.spelling.missing.empty()) return;
  const PlacedRun& look = *piece.look;
  enter(look.structure, look.run->language);
  text_.reset();
  const Length em = look.run->size;
  const double side = piece.font->face().metrics().cap_height;
  const auto state = canvas_.stream.save();
  canvas_.stream.stroke_colour(look.colour);
  canvas_.stream.line_width((em * 0.05).pt());
  for (const MissingGlyph& glyph : piece.spelling.missing) {
    const Length left = look.baseline.x + em * look.run->scale * (glyph.x + glyph.advance * 0.1);
    canvas_.stream.rectangle(left.pt(), canvas_.y(look.baseline.y), (em * look.run->scale * glyph.advance * 0.8).pt(),
                             (em * side).pt());
  }
  canvas_.stream.stroke();
}

void PageWriter::write_mark(const PlacedRun&) {
  internal_error("a run of glyphs is not written with its line");
}

void PageWriter::write_mark(const PlacedBox& box) {
  enter(box.structure);
  draw(canvas_, box);
}

void PageWriter::write_mark(const PlacedLeader& leader) {
  enter(StructureId::artefact);
  draw(canvas_, leader);
}

void PageWriter::write_mark(const PlacedStroke& stroke) {
  enter(StructureId::artefact);
  draw(canvas_, stroke);
}

void PageWriter::write_mark(const PlacedImage& image) {
  enter(image.structure);
  const Rect& rect = image.rect;
  std::optional<ContentStream::Guard> saved;
  if (image.visible) {
    saved.emplace(canvas_.stream.save());
    clip(canvas_, *image.visible);
  }
  canvas_.stream.image(parts_.images.number_of(*image.image), rect.x.pt(), canvas_.y(rect.bottom()), rect.width.pt(),
                       rect.height.pt());
  add_box(image.structure, image.visible.value_or(rect));
}

void PageWriter::write_mark(const PlacedModules& modules) {
  enter(modules.structure);
  draw(canvas_, modules);
  add_box(modules.structure, modules.rect);
}

/// Everything in the group is turned about the place of its origin.
void PageWriter::write_mark(const PlacedGroup& group) {
  leave();
  const auto saved = canvas_.stream.save();
  turn(canvas_, group);
  group_ = &group;
  last_ = nullptr;
  write_marks(group.marks);
  leave();
  group_ = nullptr;
  last_ = nullptr;
}

void PageWriter::add_box(StructureId structure, const Rect& box) {
  if (parts_.structure.node(structure) == nullptr) return;
  const Rect rect = group_ == nullptr ? box : group_->on_page(box);
  shown_.add_box(structure, {rect.x.pt(), canvas_.y(rect.bottom()), rect.right().pt(), canvas_.y(rect.y)});
}

/// For text. What is no part of the document's is a page number or the like.
void PageWriter::enter(StructureId structure, const Language& language) {
  if (structure_ != structure || language_ != language || artefact_ != Artefact::pagination)
    open(structure, language, Artefact::pagination);
}

/// For marks without words.
void PageWriter::enter(StructureId structure) {
  const bool other_artefact = structure == StructureId::artefact && artefact_ != Artefact::layout;
  if (structure_ != structure || other_artefact)
    open(structure, parts_.structure.language(structure), Artefact::layout);
  text_.reset();
}

/// Opens the marked content for what comes next. A document without structure has none.
void PageWriter::open(StructureId structure, const Language& language, Artefact artefact) {
  leave();
  structure_ = structure;
  language_ = language;
  artefact_ = structure == StructureId::artefact ? artefact : Artefact::pagination;
  if (parts_.structure.empty()) return;
  const StructureNode* node = parts_.structure.node(structure);
  if (node == nullptr) {
    marked_.emplace(canvas_.stream.artefact(artefact));
    return;
  }
  marked_.emplace(canvas_.stream.marked(parts_.structure.type(structure), shown_.add_content(structure)));
  if (!(language == parts_.structure.language(structure)))
    spoken_.emplace(canvas_.stream.marked("Span", "/Lang " + text_string(language.tag())));
}

void PageWriter::begin_text() {
  if (!text_) text_.emplace(canvas_.stream.text());
}

void PageWriter::leave() {
  if (!waiting_.empty())
    for (const Raised& raised : std::exchange(waiting_, {})) show_raised(raised);
  text_.reset();
  spoken_.reset();
  marked_.reset();
  structure_.reset();
}

}  // namespace handbill::pdf
