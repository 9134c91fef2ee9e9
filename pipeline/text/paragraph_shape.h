// What shaping makes of a paragraph, whatever the sizes of its type: the part of it that is kept.
#pragma once

#include <hb.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/bidi.h"
#include "text/face_runs.h"
#include "text/itemise.h"
#include "text/line_ends.h"
#include "text/shaping.h"
#include "text/shared_cache.h"
#include "text/word_shaper.h"

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
  UScriptCode script_code = USCRIPT_COMMON;
  hb_script_t script = HB_SCRIPT_COMMON;
  std::uint32_t span = 0;
  std::uint32_t box = 0;
  Length size;               ///< of its type; known to a ShapedParagraph only
  FacePtr face;              ///< null for a box
  bool scalable = false;     ///< its letters may be scaled when a line is justified
  std::uint32_t hyphen = 0;  ///< index into ParagraphShape::hyphens
};

/// Glyphs are shaped at 1 em without hinting, so that type of any size has the same ones (HarfBuzz's device tables and
/// optical sizes come into play only when a font is told its size in pixels or points, which ours are not). Immutable;
/// paragraphs that differ only in sizes, tags, places and colours share it, and so do threads.
struct ParagraphShape {
  std::vector<ShapedRun> runs;      ///< in reading order; together they are the whole text
  std::vector<ShapedGlyph> glyphs;  ///< of all runs, clusters ascending
  std::vector<LineEnd> line_ends;   ///< by UAX #14 and what the language keeps together
  std::vector<Hyphen> hyphens;
  std::vector<MissingCharacter> missing;     ///< in reading order
  std::shared_ptr<const Cohesion> cohesion;  ///< what `line_ends` respects; may be null

  std::size_t bytes() const;  ///< about how much memory it takes
};

/// Shapes a paragraph. `text` is its text as it is to be shaped: tabs are spaces. `words` may be null.
ParagraphShape shape_paragraph(const StyledText& styled, const std::u16string& text, const FontLibrary& fonts,
                               WordCache* words);

/// Everything that shape_paragraph() looks at but for the cohesion, as bytes.
std::string shape_key(const StyledText& styled);

/// What a library's faces have been used for so far.
class ShapeCache {
 public:
  ShapeCache();

  /// As shape_paragraph(), with what is known already.
  std::shared_ptr<const ParagraphShape> shape(const StyledText& styled, const std::u16string& text,
                                              const FontLibrary& fonts) const;

 private:
  mutable SharedCache<ParagraphShape> paragraphs_;
  mutable WordCache words_;
};

}  // namespace handbill
