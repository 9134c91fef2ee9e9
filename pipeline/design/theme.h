// What pages look like: faces, sizes, colours and spacing. A value; layout reads it and decides nothing of it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/colour.h"
#include "core/geometry.h"
#include "core/length.h"
#include "text/paragraph.h"

namespace handbill {

/// How one kind of text is set.
struct TypeSpec {
  std::string role;  ///< a role of fonts.yaml
  int weight = 400;
  Length size;
  Length leading;  ///< baseline to baseline
  Colour colour;
  double letter_spacing = 0;  ///< em; text/ leaves cursive scripts alone
  bool upper_case = false;    ///< by the language's own case mapping
  Figures figures;
  /// `size` is that of the document's script; how large others are beside it. Null: all alike.
  std::shared_ptr<const ScriptSizes> sizes;
};

struct Margins {
  Length top;
  Length bottom;
  Length start;
  Length end;
};

/// From `least` to `most` times what the theme says.
struct Range {
  double least = 1;
  double most = 1;
};

/// What copyfitting may do.
struct FitLimits {
  Range size;               ///< of type, and of everything that goes with it
  Range leading;            ///< against the size
  Range space;              ///< between blocks, against the size
  double picture = 1;       ///< the least that is left of the picture's height
  Length smallest;          ///< no type is made smaller than this; what is smaller from the start stays as it is
  bool share_space = true;  ///< what is left over is shared out between the blocks, else it stays below them
};

/// Where the addresses of numbered links are printed.
enum class LinkPlace : std::uint8_t {
  list,  ///< in a list at the end
  foot,  ///< among the footnotes of the page that has the link
  none,  ///< nowhere, and links have no numbers: on what is read from afar
};

struct Theme {
  Margins margins;
  TypeSpec body;
  TypeSpec title;
  TypeSpec kicker;
  TypeSpec subtitle;
  TypeSpec lead;
  std::array<TypeSpec, 6> heading;
  TypeSpec quote;
  TypeSpec figure;  ///< the number of a pulled figure
  TypeSpec code;
  TypeSpec table;
  TypeSpec table_header;
  TypeSpec note;      ///< footnotes, the list of links
  TypeSpec contents;  ///< entries of the table of contents
  TypeSpec contents_title;
  TypeSpec folio;         ///< page numbers
  TypeSpec marker;        ///< list numbers and bullets
  TypeSpec action;        ///< a call to action's label
  TypeSpec address;       ///< its address
  TypeSpec address_hint;  ///< the words beside its QR code
  Colour accent;          ///< markers, the quotation's bar
  Colour headline;        ///< the ground of a flyer's headline block
  Colour primary;         ///< headings
  Colour secondary;       ///< the thin line under the headline block
  Colour panel;           ///< a pale ground: contents, code, calls to action
  Colour hairline;        ///< table rules
  Colour link;
  Length paragraph_space;
  Length heading_space;  ///< above a heading of level 2; deeper ones take less
  Length list_indent;
  Length bar;       ///< thickness of the quotation's bar and the title's rule
  Length qr;        ///< side of a QR code without its quiet zone
  int columns = 1;  ///< of running text; more than one stand on a grid of the running text's leading
  Length gutter;    ///< between two columns
  bool justify = false;
  bool elongate = false;  ///< Arabic words are drawn out (kashida) where lines are justified
  LinkPlace links = LinkPlace::list;
  double picture = 0.4;            ///< how much of a side's height the feature image may take
  bool action_lists = false;       ///< lists whose items open with a bold sentence are numbered actions
  bool pulled_figures = false;     ///< the bold number that a quotation opens with is set large beside its words
  int contents_from_pages = 3;     ///< a table of contents from so many pages
  int contents_from_headings = 4;  ///< and so many headings of level 2
  FitLimits fit;
  std::optional<Size> drawn_for;    ///< the paper all of this is meant for; on another it is scaled with the paper
  std::optional<Size> margins_for;  ///< the paper that margins and gutter are meant for; on another they go with it
};

}  // namespace handbill
