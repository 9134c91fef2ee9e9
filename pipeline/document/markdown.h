// Inlines written as Markdown: the text a translator sees, and a unit's identity.
#pragma once

#include <string>

#include "document/inline.h"

namespace handbill {

/// The canonical Markdown of `inlines`, on one line. Emphasis is `_x_` (`*x*` where underscores would not parse),
/// strong `**x**`, strikethrough `~~x~~`, code with as many backticks as it needs, links `[x](address "title")` or
/// `<address>` where text and address are one and bare where GFM finds them itself, images `![alt](address)`, a hard
/// break `<br>`, footnotes `[^label]`. Characters are escaped only where they would otherwise mean something, so that
/// plain prose stays plain and gettext files made by other Markdown tools match. Reading it back with
/// parse_inlines() gives the same inlines.
std::string to_markdown(const Inlines& inlines);

}  // namespace handbill
