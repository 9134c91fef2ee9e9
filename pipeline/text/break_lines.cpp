#include "text/line_setter.h"
#include "text/shaped_text.h"

namespace handbill {
namespace {

/// Greedy: how many pieces from `first` on go into one line.
std::size_t count_that_fit(const std::vector<Piece>& pieces, std::size_t first, Length room) {
  std::size_t best = first + 1;
  Length width;
  for (std::size_t i = first; i < pieces.size(); ++i) {
    const Length visible = width + pieces[i].visible;
    if (i > first && !fits(visible, room)) break;
    if (fits(visible + pieces[i].added, room)) best = i + 1;
    if (pieces[i].kind == BreakKind::forced) break;
    width += pieces[i].width;
  }
  return best - first;
}

/// A word that is too long for a line is broken on a line of its own, rather than where it happens to start.
std::size_t avoid_emergency(const std::vector<Piece>& pieces, std::size_t first, std::size_t count) {
  std::size_t shorter = count;
  while (shorter > 0 && pieces[first + shorter - 1].kind == BreakKind::emergency) --shorter;
  return shorter == 0 ? count : shorter;
}

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

/// The first-fit strategy: every line takes what it has room for.
std::vector<Line> fill_lines(const std::vector<Piece>& pieces, LineSetter& setter) {
  std::vector<Line> lines;
  for (std::size_t first = 0; first < pieces.size();) {
    const Length room = setter.room(span_of(pieces, first, 1));
    std::size_t count = avoid_emergency(pieces, first, count_that_fit(pieces, first, room));
    Line line = setter.gather(span_of(pieces, first, count));
    // Glyphs that were shaped again at the break may be wider than the ones they replace.
    while (count > 1 && !fits(line.width, room)) line = setter.gather(span_of(pieces, first, --count));
    setter.place(span_of(pieces, first, count), line);
    lines.push_back(std::move(line));
    first += count;
  }
  return lines;
}

}  // namespace

std::vector<Line> break_lines(const ShapedTextPtr& text, const LineOptions& options) {
  const auto& paragraph = dynamic_cast<const ShapedParagraph&>(*text);
  const Length narrowest = std::min(options.measure, options.measure - options.first_indent);
  LineSetter setter(paragraph, options);
  if (all_fit(paragraph.pieces, narrowest)) return fill_lines(paragraph.pieces, setter);
  return fill_lines(cut_to_measure(paragraph, narrowest), setter);
}

}  // namespace handbill
