// The document model: what a Markdown page says, free of how it was written and of how it will be printed.
//
// A Document is built once, by source/ or by translation/, and then shared as std::shared_ptr<const Document>;
// threads may share it. The same type serves as source document, localised document (every Passage in the reader's
// language or marked with the language it fell back to) and an edition's document (some sections left out).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "core/yaml.h"
#include "document/inline.h"

namespace handbill {

/// A piece of text that is translated as one: what a translation unit is made from.
struct Passage {
  Inlines inlines;
  Place place;                       ///< of its first character in the source
  std::string unit;                  ///< the unit's id, "why-does-tech-matter/p1"; unique in its document
  std::optional<Language> language;  ///< only when it differs from the document's: an untranslated passage
};

struct Block;
using Blocks = std::vector<Block>;

/// `id` is the anchor: made from the source language's text as Hugo and GitHub make it (lower case, letters, digits,
/// hyphens; a repeated one gets -1, -2), or given as `{#id}`. It stays the source's in every language.
struct Heading {
  int level = 1;
  std::string id;
  Passage text;
};

struct Paragraph {
  Passage text;
};

struct ListItem {
  Blocks blocks;
  std::optional<bool> done;  ///< a task list item's box
  Place place;
};

struct List {
  bool ordered = false;
  int start = 1;      ///< the first number of an ordered list
  bool tight = true;  ///< no blank lines between its items in the source
  std::vector<ListItem> items;
};

struct Quote {
  Blocks blocks;
};

/// A code block; never translated, always left to right.
struct CodeBlock {
  std::string info;  ///< the fence's info string
  std::string text;  ///< with its newlines; the last one removed
};

enum class Alignment : std::uint8_t { none, start, centre, end };

using TableRow = std::vector<Passage>;

/// Every row has as many cells as `columns`; the first is the header. "left" in the source means start.
struct Table {
  std::vector<Alignment> columns;
  std::vector<TableRow> rows;
};

/// A thematic break.
struct Rule {};

/// An image that stands alone. `alt` is what it shows, in words.
struct Figure {
  std::string address;
  std::string title;
  Passage alt;
};

/// A button on screen; on paper a label with its address and a QR code. Address as in Link.
struct CallToAction {
  std::string address;
  Passage label;
};

struct Block {
  std::variant<Heading, Paragraph, List, Quote, CodeBlock, Table, Rule, Figure, CallToAction> node;
  Place place;
};

struct Footnote {
  std::string label;  ///< as the source has it
  int number = 0;     ///< order of first mention, from 1
  Blocks blocks;
  Place place;
};

/// What stands between the --- lines. Keys that Handbill does not use are kept in `all` and otherwise ignored.
struct FrontMatter {
  std::optional<Passage> title;
  std::optional<Passage> subtitle;     ///< a line under the title: when and where a meeting is
  std::optional<Passage> kicker;       ///< a line over the title: who speaks
  std::optional<Passage> description;  ///< the lead
  std::optional<Passage> feature_alt;
  std::string feature;        ///< address of the feature image; empty when there is none
  std::string date;           ///< as written, ISO 8601
  std::string last_modified;  ///< as written, ISO 8601
  std::string layout;
  yaml::Node all;
  Place place;  ///< of the feature image's address when there is one, else of the front matter
};

struct Document {
  std::string name;  ///< "tech-workers": the file's name without language suffix and extension
  Language language;
  Place file;  ///< the source file, for diagnostics about the document as a whole
  FrontMatter front;
  Blocks blocks;
  std::vector<Footnote> footnotes;  ///< in order of number
};

using DocumentPtr = std::shared_ptr<const Document>;

/// The title for metadata: the front matter's, else the first heading's text, else the document's name.
std::string title_text(const Document& document);

/// The document with only the top-level sections whose heading ids are listed, in the document's order, together
/// with its front matter and the footnotes they mention (numbered anew). A section is a heading with all that
/// follows up to the next heading of its level or above; the blocks before the first heading are the section
/// "intro", and a call to action in a section that is left out goes with it. An unknown id is reported
/// (`unknown-section`, with the nearest) at `place`. An empty list selects everything.
Result<Document> select_sections(const Document& document, const std::vector<std::string>& ids, const Place& place);

}  // namespace handbill
