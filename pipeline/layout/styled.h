// Passages to styled text: what emphasis, links, code and footnote marks look like, and what has to be isolated.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "design/theme.h"
#include "document/document.h"
#include "layout/composition.h"

namespace handbill {

/// How a passage is to be set.
struct PassageStyle {
  const TypeSpec& type;
  StructureId structure = StructureId::artefact;
  bool number_links = true;           ///< put the link list's number behind a link
  bool phrase_line = false;           ///< what is bold at the start stands on a line of its own
  std::optional<std::uint32_t> link;  ///< all of it is this link
  bool generated = false;             ///< a mark of ours: a list number, a page number
};

/// Text in the passage's language and direction. A link is coloured, can be clicked, and is followed by its number in
/// the list of links (after closing punctuation) or, when it leads to another page of this document, by a reference
/// to that page. Addresses and code are isolated left to right; generated marks are isolated from the text beside
/// them (UAX #9, section 2.4).
TaggedText style_passage(Composition& composition, const Passage& passage, const PassageStyle& style);

/// Text of our own (words of the interface) in the document's language.
TaggedText style_text(Composition& composition, const std::string& text, const PassageStyle& style);

/// A mark of ours (a list's number, a page's): PlacedRun::generated; its structure node says it.
TaggedText style_mark(Composition& composition, const std::string& text, const PassageStyle& style);

/// An address as it stands on paper: left to right, "https://" and a final slash left out.
TaggedText style_address(Composition& composition, const std::string& address, const PassageStyle& style);
std::string address_on_paper(const std::string& address);

/// The type of a passage's text as text/ wants it.
TextStyle text_style(const TypeSpec& type, const Language& language, RunTag tag);

}  // namespace handbill
