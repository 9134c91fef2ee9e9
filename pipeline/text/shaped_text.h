// A shaped paragraph as text/ sees it: ShapedText with its runs, glyphs, sizes and break opportunities.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/paragraph.h"
#include "text/paragraph_shape.h"
#include "text/pieces.h"
#include "text/segmenters.h"
#include "text/shaping.h"

namespace handbill {

struct ShapedParagraph final : ShapedText {
  StyledTextPtr styled;
  std::u16string spaced;  ///< the text with tabs as spaces, when there are any
  std::shared_ptr<const ParagraphShape> shape;
  std::vector<ShapedRun> runs;  ///< those of `shape`, with their sizes
  std::vector<Piece> pieces;    ///< between the places where a line may end
  std::shared_ptr<const Segmenters> segmenters;

  const StyledTextPtr& shared_source() const override { return styled; }
  Length natural_width() const override;
  Length minimum_width() const override;

  /// The text as it is shaped.
  const std::u16string& text() const { return spaced.empty() ? styled->text : spaced; }
  const std::vector<ShapedGlyph>& glyphs() const { return shape->glyphs; }
  const std::vector<Hyphen>& hyphens() const { return shape->hyphens; }
  const TextStyle& style(const ShapedRun& run) const { return styled->spans[run.span].style; }

  /// Index of the run that holds the character at `offset`.
  std::size_t run_at(std::uint32_t offset) const;

  /// Index of the run's first glyph for what stands at `offset` or after it.
  std::size_t glyph_at(const ShapedRun& run, std::uint32_t offset) const;

  /// The width of the hyphen that is added when a line ends at `offset`.
  Length hyphen_width(std::uint32_t offset) const;

  /// What a run, or a part of it, is shaped from.
  ShapeRequest request(const ShapedRun& run, std::uint32_t begin, std::uint32_t end) const;
};

}  // namespace handbill
