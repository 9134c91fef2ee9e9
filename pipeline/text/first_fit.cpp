#include "text/first_fit.h"

namespace handbill {
namespace {

/// How many pieces from `first` on go into one line.
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

/// Goes back to the last place where a line may end well, if the line has one.
std::size_t avoid_emergency(const std::vector<Piece>& pieces, std::size_t first, std::size_t count) {
  std::size_t shorter = count;
  while (shorter > 0 && pieces[first + shorter - 1].kind == BreakKind::emergency) --shorter;
  return shorter == 0 ? count : shorter;
}

}  // namespace

std::vector<Line> first_fit(const std::vector<Piece>& pieces, LineSetter& setter) {
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

}  // namespace handbill
