#include "text/line_setter.h"

#include <algorithm>

#include "text/elongated_line.h"
#include "text/justification.h"
#include "text/optical_margin.h"

namespace handbill {
namespace {

Glyph to_glyph(const ShapedGlyph& shaped) {
  return {shaped.id, shaped.cluster, shaped.advance, shaped.dx, shaped.dy};
}

Length width_of(const LineRun& run) {
  double em = 0;
  for (const Glyph& glyph : run.glyphs) em += static_cast<double>(glyph.advance);
  return run.size * em;
}

/// Of what hangs behind a line's visible end.
Length hanging_width(const Line& line, std::uint32_t visible_end) {
  Length width;
  for (const LineRun& run : line.runs) {
    if (run.generated || run.end <= visible_end) continue;
    for (const Glyph& glyph : run.glyphs)
      if (glyph.cluster >= visible_end) width += run.size * static_cast<double>(glyph.advance);
  }
  return width;
}

bool continues(const LineRun& left, const LineRun& right) {
  const bool contiguous = left.right_to_left() ? right.end == left.begin : left.end == right.begin;
  return contiguous && left.face && left.face == right.face && left.level == right.level && left.tag == right.tag &&
         left.size == right.size && left.rise == right.rise && left.language == right.language && !left.generated &&
         !right.generated;
}

/// Joins neighbours that differ in nothing a renderer wants to know, such as script.
void add_run(std::vector<LineRun>& runs, LineRun run) {
  if (runs.empty() || !continues(runs.back(), run)) {
    runs.push_back(std::move(run));
    return;
  }
  LineRun& last = runs.back();
  last.begin = std::min(last.begin, run.begin);
  last.end = std::max(last.end, run.end);
  last.width += run.width;
  last.glyphs.insert(last.glyphs.end(), run.glyphs.begin(), run.glyphs.end());
}

}  // namespace

LineSpan span_of(const std::vector<Piece>& pieces, std::size_t first, std::size_t count) {
  const Piece& last = pieces[first + count - 1];
  LineSpan span;
  span.begin = first == 0 ? 0 : pieces[first - 1].end;
  span.end = last.end;
  span.visible_end = last.visible_end;
  span.hyphen = last.kind == BreakKind::hyphen;
  span.forced = last.kind == BreakKind::forced;
  return span;
}

Line LineSetter::gather(const LineSpan& span, const Elongations& elongations) {
  Line line;
  line.begin = span.begin;
  line.end = span.end;
  line.forced_end = span.forced;
  const std::vector<Portion> portions = portions_of(span);
  std::vector<BidiLevel> levels;
  levels.reserve(portions.size());
  for (const Portion& portion : portions) levels.push_back(portion.level);
  for (const std::int32_t index : visual_order(levels)) {
    const Portion& portion = portions[static_cast<std::size_t>(index)];
    LineRun run = run_for(portion, elongations);
    const bool box = portion.run->kind == Segment::Kind::box;
    const InlineBox* inline_box = box ? &paragraph_.styled->boxes[portion.run->box] : nullptr;
    const Length ascent = box ? inline_box->ascent : run.size * run.face->metrics().ascent + run.rise;
    const Length descent = box ? inline_box->descent : run.size * run.face->metrics().descent - run.rise;
    line.ascent = std::max(line.ascent, ascent);
    line.descent = std::max(line.descent, descent);
    line.width += run.width;
    if (box || !run.glyphs.empty()) add_run(line.runs, std::move(run));
  }
  line.width -= hanging_width(line, span.visible_end);
  return line;
}

std::vector<LineSetter::Portion> LineSetter::portions_of(const LineSpan& span) const {
  std::vector<Portion> portions;
  for (std::size_t i = paragraph_.run_at(span.begin); i < paragraph_.runs.size(); ++i) {
    if (paragraph_.runs[i].begin >= span.end) break;
    add_portions(span, paragraph_.runs[i], portions);
  }
  return portions;
}

/// A run's part of the line. What hangs at the line's end has the paragraph's level there (rule L1).
void LineSetter::add_portions(const LineSpan& span, const ShapedRun& run, std::vector<Portion>& portions) const {
  const std::uint32_t begin = std::max(run.begin, span.begin);
  const std::uint32_t end = std::min(run.end, span.end);
  const std::uint32_t visible = std::clamp(span.visible_end, begin, end);
  const bool whole = run.level == base_level() && !span.hyphen;
  if (begin < visible) portions.push_back({&run, begin, whole ? end : visible, run.level, false});
  if (span.hyphen && visible == span.visible_end && begin < visible && paragraph_.hyphens()[run.hyphen].face)
    portions.push_back({&run, visible, visible, run.level, true});
  if (visible < end && (begin == visible || !whole)) portions.push_back({&run, visible, end, base_level(), false});
}

LineRun LineSetter::run_for(const Portion& portion, const Elongations& elongations) {
  const TextStyle& style = paragraph_.style(*portion.run);
  LineRun run;
  run.face = portion.run->face;
  run.size = portion.run->size;
  run.rise = style.rise;
  run.level = portion.level;
  run.begin = portion.begin;
  run.end = portion.end;
  run.tag = style.tag;
  run.language = style.language;
  if (portion.run->kind == Segment::Kind::box) {
    const InlineBox& box = paragraph_.styled->boxes[portion.run->box];
    run.tag = box.tag;
    run.width = box.width;
    return run;
  }
  if (portion.hyphen) {
    const Hyphen& hyphen = paragraph_.hyphens()[portion.run->hyphen];
    run.face = hyphen.face;
    run.generated = true;
    run.glyphs.push_back({hyphen.glyph, portion.begin, hyphen.advance, 0, 0});
  } else if (portion.run->kind == Segment::Kind::text) {
    take_glyphs(portion, elongations, run.glyphs);
  }
  run.width = width_of(run);
  return run;
}

void LineSetter::take_glyphs(const Portion& portion, const Elongations& elongations, std::vector<Glyph>& glyphs) {
  const ShapedRun& run = *portion.run;
  const ShapedGlyph* begin = paragraph_.glyphs().data() + paragraph_.glyph_at(run, portion.begin);
  const ShapedGlyph* end = paragraph_.glyphs().data() + paragraph_.glyph_at(run, portion.end);
  const bool longer = has_elongation(elongations, portion.begin, portion.end);
  if (longer || !safe_to_break(run, portion.begin) || !safe_to_break(run, portion.end)) {
    reshaped_.clear();
    const ShapeRequest request = paragraph_.request(run, portion.begin, portion.end);
    if (longer)
      shaper_.shape_elongated(request, elongations, reshaped_);
    else
      shaper_.shape(request, reshaped_);
    begin = reshaped_.data();
    end = begin + reshaped_.size();
  }
  glyphs.reserve(static_cast<std::size_t>(end - begin));
  std::transform(begin, end, std::back_inserter(glyphs), to_glyph);
  if (portion.level % 2 == 1) std::reverse(glyphs.begin(), glyphs.end());
}

/// Whether the glyphs on either side are the same when the text is shaped apart here.
bool LineSetter::safe_to_break(const ShapedRun& run, std::uint32_t offset) const {
  if (offset == run.begin || offset == run.end) return true;
  const std::size_t index = paragraph_.glyph_at(run, offset);
  if (index == run.end_glyph) return run.end_glyph == run.first_glyph;
  const ShapedGlyph& glyph = paragraph_.glyphs()[index];
  return glyph.cluster == offset && !glyph.unsafe_to_break;
}

/// Draws words out as far as the room goes. Strokes are nearly always as wide as was expected; where they are not, the
/// last ones are given up.
void LineSetter::elongate(const LineSpan& span, Length room, Line& line) {
  Elongations elongations =
      choose_elongations(paragraph_, {.begin = span.begin, .end = span.visible_end, .missing = room - line.width});
  while (!elongations.empty()) {
    Line longer = gather(span, elongations);
    if (fits(longer.width, room)) {
      line = std::move(longer);
      return;
    }
    elongations.pop_back();
  }
}

void LineSetter::place(const LineSpan& span, Line& line) {
  const bool fill = options_.alignment == TextAlignment::justify && !span.forced;
  const bool optical = options_.alignment == TextAlignment::justify && options_.optical_margins;
  const Length out_at_start = optical ? hang_at(Edge::start, span, line) : Length();
  const Length out_at_end = optical && fill ? hang_at(Edge::end, span, line) : Length();
  const Length space = room(span) + out_at_start + out_at_end;
  if (fill && options_.elongate && line.width < space) elongate(span, space, line);
  const Length hanging = hanging_width(line, span.visible_end);
  if (fill || !fits(line.width, space)) justify(line, {space, span.visible_end, paragraph_.text()});
  line.width -= out_at_start + out_at_end;
  Length x = left_edge(span, line.width);
  x -= base_level() == 0 ? out_at_start : out_at_end + hanging;
  for (LineRun& run : line.runs) {
    run.x = x;
    x += run.width;
  }
}

/// How far the line's first or last visible character stands out into the margin.
Length LineSetter::hang_at(Edge edge, const LineSpan& span, const Line& line) const {
  const bool at_left = (edge == Edge::start) == (base_level() == 0);
  const std::size_t runs = line.runs.size();
  for (std::size_t r = 0; r < runs; ++r) {
    const LineRun& run = line.runs[at_left ? r : runs - 1 - r];
    const std::size_t glyphs = run.glyphs.size();
    for (std::size_t g = 0; g < glyphs; ++g) {
      const Glyph& glyph = run.glyphs[at_left ? g : glyphs - 1 - g];
      if (!run.generated && glyph.cluster >= span.visible_end) continue;
      return run.size * (static_cast<double>(glyph.advance) * share_hanging(edge, run, glyph));
    }
    if (glyphs == 0) return {};
  }
  return {};
}

double LineSetter::share_hanging(Edge edge, const LineRun& run, const Glyph& glyph) const {
  if (run.generated) return edge == Edge::end ? hyphen_share_hanging : 0;
  if (run.level % 2 != base_level()) return 0;
  return edge == Edge::start ? share_hanging_at_start(paragraph_.text(), glyph.cluster)
                             : share_hanging_at_end(paragraph_.text(), glyph.cluster);
}

Length LineSetter::left_edge(const LineSpan& span, Length width) const {
  const Length free = room(span) - width;
  const bool from_left = base_level() == 0;
  const Length indent = options_.measure - room(span);
  const Length left = from_left ? indent : Length();
  switch (options_.alignment) {
    case TextAlignment::centre:
      return left + free / 2;
    case TextAlignment::end:
      return from_left ? left + free : left;
    case TextAlignment::start:
    case TextAlignment::justify:
      return from_left ? left : left + free;
  }
  return left;
}

}  // namespace handbill
