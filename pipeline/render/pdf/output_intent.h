// Which device the file's colours are meant for (ISO 32000-1, 14.11.5).
#pragma once

#include <string>

#include "render/pdf/haru.h"
#include "render/pdf/pdf.h"

namespace handbill::pdf {

/// Says what the file's colours are meant for, with the profile that PDF/A asks for: sRGB, or the press of
/// Inks::cmyk. Greys are known by either.
void write_output_intent(Haru& haru, const Options& options);

/// sRGB as an ICC profile of version 4.2, the newest that PDF 1.7 knows. Always the same bytes.
const std::string& srgb_profile();

}  // namespace handbill::pdf
