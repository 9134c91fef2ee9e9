#include "text/shaped_text.h"

#include <algorithm>

namespace handbill {

Length ShapedParagraph::natural_width() const {
  Length widest;
  Length line;
  for (const Piece& piece : pieces) {
    widest = std::max(widest, line + piece.visible);
    line = piece.kind == BreakKind::forced ? Length() : line + piece.width;
  }
  return widest;
}

Length ShapedParagraph::minimum_width() const {
  Length widest;
  for (const Piece& piece : pieces) widest = std::max(widest, piece.visible + piece.added);
  return widest;
}

std::size_t ShapedParagraph::run_at(std::uint32_t offset) const {
  const auto after = std::upper_bound(runs.begin(), runs.end(), offset,
                                      [](std::uint32_t at, const ShapedRun& run) { return at < run.begin; });
  return static_cast<std::size_t>(after - runs.begin()) - 1;
}

std::size_t ShapedParagraph::glyph_at(const ShapedRun& run, std::uint32_t offset) const {
  const auto begin = glyphs().begin() + run.first_glyph;
  const auto end = glyphs().begin() + run.end_glyph;
  const auto found = std::lower_bound(begin, end, offset,
                                      [](const ShapedGlyph& glyph, std::uint32_t at) { return glyph.cluster < at; });
  return static_cast<std::size_t>(found - glyphs().begin());
}

Length ShapedParagraph::hyphen_width(std::uint32_t offset) const {
  const ShapedRun& run = runs[run_at(offset - 1)];
  if (run.kind != Segment::Kind::text) return {};
  return run.size * static_cast<double>(hyphens()[run.hyphen].advance);
}

ShapeRequest ShapedParagraph::request(const ShapedRun& run, std::uint32_t begin, std::uint32_t end) const {
  return {text(), begin, end, *run.face, run.level, run.script, style(run)};
}

}  // namespace handbill
