// One run through HarfBuzz.
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/bidi.h"
#include "text/elongation.h"
#include "text/face.h"
#include "text/paragraph.h"

namespace handbill {

/// A glyph as HarfBuzz gave it, in em. Glyphs are kept in logical order, in right-to-left runs too, so that over a
/// whole paragraph clusters never descend.
struct ShapedGlyph {
  GlyphId id = 0;
  bool unsafe_to_break = false;   ///< a line break before its cluster changes the glyphs on either side
  bool safe_to_elongate = false;  ///< a tatweel before its cluster changes nothing but the distance
  std::uint32_t cluster = 0;
  float advance = 0;
  float dx = 0;
  float dy = 0;
  friend bool operator==(const ShapedGlyph&, const ShapedGlyph&) = default;
};

/// What is to be shaped: a stretch of a paragraph. The text around it is seen, so that letters join across its ends.
struct ShapeRequest {
  std::u16string_view text;  ///< of the whole paragraph
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const Face& face;
  BidiLevel level = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
  const TextStyle& style;
};

/// As HarfBuzz wants it told.
hb_segment_properties_t segment_properties(const ShapeRequest& request);

/// Holds HarfBuzz's working memory; one thread at a time.
class Shaper {
 public:
  Shaper();

  /// Appends the stretch's glyphs. Invisible characters get none. Answers whether the face had a glyph for everything.
  bool shape(const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs);

  /// The same with tatweels drawn between letters. They belong to the cluster of the letter before them, so that the
  /// text stays what it is.
  void shape_elongated(const ShapeRequest& request, const Elongations& elongations, std::vector<ShapedGlyph>& glyphs);

 private:
  struct Destroy {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
  };
  std::unique_ptr<hb_buffer_t, Destroy> buffer_;
};

}  // namespace handbill
