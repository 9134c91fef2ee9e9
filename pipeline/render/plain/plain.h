// A localised, resolved document to plain text.
#pragma once

#include <string>

#include "design/edition.h"
#include "document/document.h"
#include "translation/interface.h"

namespace handbill::plain {

/// Borrowed for the call.
struct Input {
  const Document& document;
  const Interface& words;
  int width = 72;  ///< columns
  BidiMarks bidi = BidiMarks::isolates;
  TextFormat format = TextFormat::fixed;
};

/// UTF-8 with \n. Wraps by display width (grapheme clusters, East Asian width) at ICU's line break opportunities, keeps
/// lists and tables readable (a table too wide for its columns becomes records), numbers links and lists their
/// addresses at the end. Everything is in logical order, for a terminal or mail program that does bidi; what must not
/// be reordered (addresses, code) is isolated, and so is a line that would be when its direction was guessed wrong.
/// TextFormat::flowed is for the body of a mail with `format=flowed` and without `delsp` (RFC 3676).
std::string write(const Input& input);

}  // namespace handbill::plain
