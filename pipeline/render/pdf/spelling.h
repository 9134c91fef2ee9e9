// What a run's glyphs say, character by character.
#pragma once

#include <string_view>
#include <vector>

#include "render/pdf/cids.h"
#include "text/paragraph.h"

namespace handbill::pdf {

/// What a glyph says that stands for nothing.
inline constexpr char32_t zero_width_space = U'\u200B';

/// A glyph on the baseline with the character it stands for. Lengths are em of the run's size, from its left edge.
struct ShownGlyph {
  CidMeaning meaning;
  double x = 0;
  std::uint32_t at = 0;  ///< offset of its cluster in the paragraph's text
  bool right_to_left = false;
  bool carrier = false;  ///< shows nothing: the character beside it has no glyph of its own
};

/// A glyph off the baseline, a vowel sign for instance. Its character has a carrier on the baseline.
struct RaisedGlyph {
  GlyphId glyph = 0;
  double x = 0;
  double y = 0;
};

/// Where the face has no glyph for a character. Its character has a carrier.
struct MissingGlyph {
  double x = 0;
  double advance = 0;
};

/// From left to right.
struct Spelling {
  std::vector<ShownGlyph> shown;
  std::vector<RaisedGlyph> raised;
  std::vector<MissingGlyph> missing;
};

/// A run to be spelt. Borrowed for the call.
struct SpellingTask {
  const LineRun& run;
  std::u16string_view text;  ///< the paragraph's, which the clusters are offsets into
  GlyphId blank = 0;         ///< shows nothing
  double shift = 0;          ///< of the run's left edge, em
};

/// Spells a run out, after what is in `out`, so that a reader which takes its characters from left to right, and turns
/// right-to-left text round afterwards, gets the run's text back. Every glyph on the baseline stands for one character,
/// or for the letters of a left-to-right ligature; the others of its cluster ride on blank glyphs beside it. Characters
/// that only steer layout (bidi controls, soft hyphens, line separators) are left out.
void spell(const SpellingTask& task, Spelling& out);

/// Whether text that is searched and copied can do without this character.
bool only_steers_layout(char32_t character);

}  // namespace handbill::pdf
