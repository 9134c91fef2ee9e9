// Cutting a font file down to the glyphs that a document shows.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "text/face.h"

namespace handbill::pdf {

struct Subset {
  std::string bytes;                  ///< a TrueType font: outlines, widths and nothing for shaping or hinting
  std::map<GlyphId, GlyphId> glyphs;  ///< glyph of the face -> glyph of the subset
};

/// `glyphs` need not be sorted or distinct; .notdef and the parts of composed glyphs are kept as well. Reads the face
/// only, so subsets may be cut on several threads.
Subset subset(const Face& face, const std::vector<GlyphId>& glyphs);

}  // namespace handbill::pdf
