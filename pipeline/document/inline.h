// Text inside a block: a tree of inlines.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/diagnostic.h"

namespace handbill {

struct Inline;
using Inlines = std::vector<Inline>;

/// Characters, UTF-8. A soft line break of the source is a space in here; there are no newlines.
struct Text {
  std::string text;
};
struct Code {
  std::string text;
};
struct Emphasis {
  Inlines children;
};
struct Strong {
  Inlines children;
};
struct Strikethrough {
  Inlines children;
};

/// A link. `address` is as the source has it until resolve_links(), and then absolute, "#heading-id", or empty when
/// it leads nowhere (which has been reported).
struct Link {
  std::string address;
  std::string title;
  Inlines children;
};

/// An image in running text (an image alone in its paragraph is a Figure block).
struct InlineImage {
  std::string address;
  std::string title;
  Inlines alt;
};

/// A line break the author asked for.
struct HardBreak {};

/// A mark that points to a footnote. Footnotes are numbered from 1 in order of first mention.
struct FootnoteReference {
  std::string label;
  int number = 0;
};

struct Inline {
  std::variant<Text, Code, Emphasis, Strong, Strikethrough, Link, InlineImage, HardBreak, FootnoteReference> node;
  Place place;
};

/// The characters alone, as a screen reader would say them: code and alt text included, breaks as spaces, footnote
/// marks left out.
std::string plain_text(const Inlines& inlines);

}  // namespace handbill
