// Which device the file's colours are meant for (ISO 32000-1, 14.11.5).
#pragma once

#include <string>

#include "render/pdf/haru.h"

namespace handbill::pdf {

/// Says that the file's RGB is sRGB, with the profile that PDF/A asks for.
void write_output_intent(Haru& haru);

/// sRGB as an ICC profile of version 4.2, the newest that PDF 1.7 knows. Always the same bytes.
std::string srgb_profile();

}  // namespace handbill::pdf
