// A text in which what is not for translating stands as codes: how XLIFF sees it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "document/inline.h"

namespace handbill {

struct CodedPiece {
  enum class Kind : std::uint8_t {
    text,   ///< `text`, for translating
    open,   ///< `text` is the Markdown that begins something: "**", "["
    close,  ///< and that ends it: "**", "](/join)"
    whole,  ///< something in one piece: "<br>", "[^1]", an address that is its own text
  };
  enum class Meaning : std::uint8_t { none, bold, italic, strikethrough, code, link, image, line_break, footnote };
  Kind kind = Kind::text;
  std::string text;
  Meaning meaning = Meaning::none;
  int id = 0;  ///< from 1, the same at both ends; 0 for a text
};

using CodedText = std::vector<CodedPiece>;

/// Codes are numbered as they begin.
CodedText to_coded(const Inlines& inlines);

/// `target` with the numbers that `source` has for the same codes; what only the target has is numbered after them.
CodedText numbered_like(const CodedText& source, CodedText target);

/// The inlines that were coded. What a code is, its Markdown alone says: numbers and meanings are for people's
/// programs. Nothing when codes overlap, are not closed, or are no Markdown; then `why` says which.
struct Decoded {
  std::optional<Inlines> inlines;
  std::string why;
};
Decoded from_coded(const CodedText& coded);

}  // namespace handbill
