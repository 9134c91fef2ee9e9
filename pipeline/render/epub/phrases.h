// Inlines and passages to XHTML.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "document/document.h"
#include "render/epub/notes.h"
#include "render/epub/plan.h"
#include "translation/interface.h"

namespace handbill::epub {

/// What a content document's writers share. Borrowed; `notes` changes as footnotes are met.
struct PageContext {
  const Document& document;
  const Plan& plan;
  const Interface& words;
  NoteBook& notes;
  const std::string& file;  ///< the name of the file that is being written
};

/// Writes a passage into `element`, which gets the passage's language where that is not the document's.
void write_passage(pugi::xml_node element, const Passage& passage, const PageContext& context);

/// Writes inlines that are in `language`.
void write_inlines(pugi::xml_node parent, const Inlines& inlines, const Language& language, const PageContext& context);

/// Makes an <img> show a file of the publication.
void set_source(pugi::xml_node image, const ImageFile& file);

/// Adds an element with an address as people read it, isolated.
void add_address(pugi::xml_node parent, std::string_view address);

/// Adds an element to emphasise `text` in, as its script does: slanted, or upright and set apart by the stylesheet.
pugi::xml_node add_emphasis(pugi::xml_node parent, const Inlines& text, const Language& language);

/// The href of a link: another place in the publication, or an address outside it. Empty when it leads nowhere.
std::string href_of(std::string_view address, const PageContext& context);

}  // namespace handbill::epub
