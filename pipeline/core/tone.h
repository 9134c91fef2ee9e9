// How light colours are, and how well they stand out.
#pragma once

#include <cstdint>

#include "core/colour.h"

namespace handbill {

/// Relative luminance (WCAG 2.1): 0 for black, 1 for white.
double luminance(Colour colour);

/// The grey of the same luminance, as an sRGB channel: what is left of a colour when black alone is printed.
std::uint8_t grey_of(Colour colour);

/// Contrast ratio (WCAG 2.1), from 1 to 21, whichever is the lighter.
double contrast(Colour one, Colour other);

}  // namespace handbill
