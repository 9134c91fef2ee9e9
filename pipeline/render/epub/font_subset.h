// Cutting a font file down to the characters that a book shows.
#pragma once

#include <set>
#include <string>

#include "text/face.h"

namespace handbill::epub {

/// A TrueType font with these characters and all that shaping needs to write them in any order, for reading systems to
/// set text with. Hints are left out. Reads the face only, so subsets may be cut on several threads.
std::string font_subset(const Face& face, const std::set<char32_t>& characters);

}  // namespace handbill::epub
