// A localised, resolved document to Pages.
#pragma once

#include "core/diagnostic.h"
#include "design/edition.h"
#include "design/theme.h"
#include "document/document.h"
#include "document/images.h"
#include "layout/pages.h"
#include "text/font_library.h"
#include "translation/interface.h"

namespace handbill {

/// What layout reads besides the document. Borrowed for the call.
struct LayoutInput {
  const Document& document;  ///< links resolved
  const Images& images;
  const Edition& edition;
  const Theme& theme;
  const Interface& words;
  const FontLibrary& fonts;
  std::size_t workers = 1;  ///< threads to set the texts on; 0 for as many as the machine has processors
};

/// Sets the document on as many pages as it takes, or, with Edition::fit, at the size at which it fills Edition::sides
/// and no more. Diagnostics: missing-glyph, `qr-too-long` (an address that no QR code of the space holds; the address
/// is still printed), `too-long` (more than the edition's sides, with fitting even at the smallest type: by how many
/// lines, in which language, and from which words on, at their place; it is set all the same), `no-room` (margins wider
/// than the paper), `image-resolution` (too coarse for print at its size: a warning with the number), `no-action`
/// (nothing to print on strips to tear off), `loose-line` and `overfull-line` (see line_faults.h). Pages and
/// diagnostics do not depend on the number of threads.
Result<Pages> lay_out(const LayoutInput& input);

}  // namespace handbill
