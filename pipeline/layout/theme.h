// What pages look like: faces, sizes, colours and spacing. A value; layout reads it and decides nothing of it.
#pragma once

#include <string>

#include "core/colour.h"
#include "core/language.h"
#include "core/length.h"
#include "layout/edition.h"

namespace handbill {

/// How one kind of text is set.
struct TypeSpec {
  std::string role;  ///< a role of fonts.yaml
  int weight = 400;
  Length size;
  Length leading;  ///< baseline to baseline
  Colour colour;
};

struct Margins {
  Length top;
  Length bottom;
  Length inner;  ///< on the start side of a single page
  Length outer;
};

struct Theme {
  Margins margins;
  TypeSpec body;
  TypeSpec title;
  TypeSpec kicker;
  TypeSpec subtitle;
  TypeSpec lead;
  TypeSpec heading[6];
  TypeSpec quote;
  TypeSpec code;
  TypeSpec table;
  TypeSpec table_header;
  TypeSpec note;    ///< footnotes, link list
  TypeSpec folio;   ///< page numbers
  TypeSpec marker;  ///< list numbers and bullets
  TypeSpec action;  ///< a call to action's label
  TypeSpec address; ///< its address
  Colour accent;    ///< rules, markers, the quotation's bar
  Colour primary;   ///< headings, the headline block
  Colour panel;     ///< a pale ground: contents, calls to action
  Colour hairline;  ///< table rules
  Length paragraph_space;
  Length list_indent;
  bool justify = false;
};

/// The theme of an edition in a language: sizes and leading already scaled for its script (Arabic is set larger and
/// with more leading than Latin at the same nominal size).
Theme default_theme(LayoutKind layout, const Language& language);

}  // namespace handbill
