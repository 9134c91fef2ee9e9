// Footnotes in the order in which a reader meets them.
#pragma once

#include <vector>

#include "document/document.h"

namespace handbill {

/// Numbers footnotes from 1 in order of first mention, first through the front matter and the blocks, then through
/// the footnotes themselves; sorts them so, and gives every reference its footnote's number. Footnotes that nothing
/// mentions are taken out and returned. A reference to a label that no footnote has keeps the number 0.
std::vector<Footnote> number_footnotes(Document& document);

}  // namespace handbill
