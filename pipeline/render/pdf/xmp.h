// XMP metadata (ISO 16684-1): what the file says of itself in XML.
#pragma once

#include <string>

#include "layout/pages.h"
#include "render/pdf/pdf.h"

namespace handbill::pdf {

/// The program that a PDF names as its maker.
inline constexpr char program_name[] = "Handbill";

/// The metadata packet: title, language, author, description and dates as the Info dictionary has them, and the
/// standards that the file claims to follow.
std::string xmp_packet(const Pages& pages, Conformance conformance);

}  // namespace handbill::pdf
