// Markdown bytes to a Document: front matter, shortcodes, CommonMark and GFM (cmark-gfm 0.29), raw HTML dropped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "document/document.h"

namespace handbill {

struct SourceText {
  std::string name;   ///< the document's name, see Document::name
  std::string bytes;  ///< the file as read
  Place file;
  Language language;  ///< what the file's name or the project says; front matter `lang:` overrides it
};

/// Parses a whole page. Never fails: any text is a document. Diagnostics, each at its own line and column:
///   encoding               not UTF-8 (the document is empty)
///   front-matter           not YAML, not a map, or never ends (the rest is read all the same)
///   wrong-type             a front matter key of the wrong kind
///   shortcode              unknown, unbalanced or malformed shortcode (warning; its inner text is kept)
///   raw-html               dropped tags (warning; their text is kept). One per tag pair, not per line
///   nesting                quotes and lists deeper than limits::block_nesting, emphasis and links deeper than
///                          limits::inline_nesting (warning; kept as flat text)
///   table-size             wide tables of more than limits::table_cells cells (warning; kept as text)
///   document-size          more than limits::document_parts parts, or more than the parser may take to hold them
///   text-size              a text of more than limits::text_bytes bytes
///   unknown-footnote, unused-footnote   (warnings)
///   heading-order          a heading that skips a level (warning)
Result<Document> parse_document(const SourceText& source);

/// Parses one unit's text, as translators write it, as inline Markdown only: "1. x" and "# x" are text here.
/// Newlines are spaces, or hard breaks after a backslash; `<br>` is a hard break; other raw HTML is reported as
/// `raw-html` and its text kept. `footnotes` lists the labels that `[^label]` may refer to, with their numbers.
/// `place` is where the text starts.
struct FootnoteLabel {
  std::string label;
  int number = 0;
};
Result<Inlines> parse_inlines(std::string_view markdown, const Place& place,
                              const std::vector<FootnoteLabel>& footnotes = {});

}  // namespace handbill
