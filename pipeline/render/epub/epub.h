// A localised, resolved document to an EPUB 3 file.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "document/images.h"
#include "text/font_library.h"
#include "text/paragraph.h"
#include "translation/interface.h"

namespace handbill::epub {

/// Borrowed for the call.
struct Input {
  const Document& document;
  const Images& images;
  const Interface& words;
  std::string site;                           ///< for the publication's identifier; may be empty
  const Document* source = nullptr;           ///< the document in its source language, for its title; may be null
  const FontLibrary* fonts = nullptr;         ///< for scripts that readers lack fonts for; may be null
  const ScriptSizes* script_sizes = nullptr;  ///< of those fonts, against Latin; null: all alike
  /// An SVG file to be the cover. Without it, the cover is a page of text with the feature image.
  std::string_view cover_picture = {};
};

/// Reflowable EPUB 3 (libzip for the container, pugixml for every XML file): one content document per top-level
/// section (neighbours shorter than a phone's screen share one), navigation, cover with the feature image,
/// page-progression-direction, lang and dir per block, isolation by markup. The bytes depend on the input and nothing
/// else.
std::string write(const Input& input);

}  // namespace handbill::epub
