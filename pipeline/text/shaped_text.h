// A shaped paragraph as text/ sees it: ShapedText with its runs, glyphs and break opportunities.
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/bidi.h"
#include "text/itemise.h"
#include "text/paragraph.h"
#include "text/pieces.h"
#include "text/segmenters.h"
#include "text/shaping.h"

namespace handbill {

/// The hyphen that goes with a face, for words broken by the setter.
struct Hyphen {
  FacePtr face;  ///< null when no face has one
  GlyphId glyph = 0;
  float advance = 0;  ///< em
};

struct ShapedRun {
  Segment::Kind kind = Segment::Kind::text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t first_glyph = 0;
  std::uint32_t end_glyph = 0;
  BidiLevel level = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
  std::uint32_t span = 0;
  std::uint32_t box = 0;
  Length size;               ///< of its type
  FacePtr face;              ///< null for a box
  bool scalable = false;     ///< its letters may be scaled when a line is justified
  std::uint32_t hyphen = 0;  ///< index into ShapedParagraph::hyphens
};

struct ShapedParagraph final : ShapedText {
  StyledText styled;
  std::u16string spaced;            ///< `styled.text` with tabs as spaces, when there are any
  std::vector<ShapedRun> runs;      ///< in reading order; together they are the whole text
  std::vector<ShapedGlyph> glyphs;  ///< of all runs, clusters ascending
  std::vector<Piece> pieces;        ///< between the places where a line may end
  std::vector<Hyphen> hyphens;
  std::shared_ptr<const Segmenters> segmenters;

  const StyledText& source() const override { return styled; }
  Length natural_width() const override;
  Length minimum_width() const override;

  /// The text as it is shaped.
  const std::u16string& text() const { return spaced.empty() ? styled.text : spaced; }
  const TextStyle& style(const ShapedRun& run) const { return styled.spans[run.span].style; }

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
