// Pages to a PDF file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "design/imposition.h"
#include "imposition/sheets.h"
#include "layout/pages.h"
#include "render/pdf/press.h"

namespace handbill::pdf {

/// The standards that a file follows, and says that it follows.
enum class Conformance : std::uint8_t {
  accessible,  ///< PDF/UA-1 and PDF/A-2a: whoever reads it, reads it in order
  visual       ///< PDF/A-2b: for what is to be looked at, a printer's sheet for instance
};

struct Options {
  bool compress = true;  ///< off in tests, so that a PDF can be read
  Conformance conformance = Conformance::accessible;
  PrinterMarks marks = {};  ///< around each page; sheets have their own
  Inks inks = Inks::colour;
  const PressProfile* press = nullptr;  ///< not null for Inks::cmyk
  /// On how many threads to write (0: as many as the machine has processors); 1 where other files are made at the same
  /// time.
  std::size_t workers = 1;
};

/// Writes PDF 1.7 (ISO 32000-1) through libharu: per face one Type0/CIDFontType2 font holding an hb-subset font file,
/// a CID per (glyph, text) so that ToUnicode is exact, content streams from our own operator writer, outlines, links,
/// page labels, structure tree and metadata. The bytes depend on `pages` and nothing else: no clock, no path, no number
/// of threads. Throws MachineError when libharu runs out of memory; cannot fail because of content. Every page has its
/// TrimBox (the page), BleedBox and MediaBox (with marks), in the page's own coordinates.
std::string write(const Pages& pages, const Options& options = {});

/// Writes the sides of sheets as pages, for printing: the same marks, without links, outline or structure, and without
/// options.marks. A page that is placed several times is in the file once, as a form (ISO 32000-1, 8.10).
/// `documents` are those that the sheets were imposed from; the first is the file's title and language.
std::string write(const Sheets& sheets, const std::vector<const Pages*>& documents, const Options& options = {});

}  // namespace handbill::pdf
