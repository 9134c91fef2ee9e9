// A glyph's outline.
#pragma once

#include <string>

#include "text/face.h"

namespace handbill::svg {

/// Path data in units of the face, y downwards from the baseline; empty for a glyph that draws nothing.
std::string outline(const Face& face, GlyphId glyph);

}  // namespace handbill::svg
