// How far the words of a line are elongated, and where.
#pragma once

#include "text/elongation.h"
#include "text/shaped_text.h"

namespace handbill {

/// Part of a line, and how much it lacks.
struct ElongationRequest {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Length missing;
};

/// Strokes for the request's words, so many that they fit into what is missing: one at a time, to the words whose
/// places are best first, of equal ones to those nearest to the line's end, and from the beginning again as long as no
/// word gets longer than it may.
Elongations choose_elongations(const ShapedParagraph& paragraph, const ElongationRequest& request);

/// The paragraph's pieces, able to stretch by what a stroke in each word gives as well.
std::vector<Piece> with_elongations(const ShapedParagraph& paragraph);

/// Whether a stroke stands between the letters of [begin, end).
bool has_elongation(const Elongations& elongations, std::uint32_t begin, std::uint32_t end);

}  // namespace handbill
