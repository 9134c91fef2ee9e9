// Characters nobody sees.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.h"

namespace handbill {

/// The first hidden character in a stranger's text that may not be there, as an error at `place` about `what` ("the
/// message \"page\""); nothing when all is well.
///   bidi-control       an override, which makes a text read differently from what it says, or an embedding or isolate
///                      that is not closed and so reaches beyond the text. Marks (U+200E, U+200F, U+061C) and closed
///                      embeddings and isolates are what some languages need, and fine.
///   control-character  a control other than tab and line feed, a noncharacter, a tag or a deprecated format
///                      character: no medium can show them and XML forbids some. Joiners (U+200C, U+200D), soft
///                      hyphens and variation selectors are letters' business, and fine.
std::optional<Diagnostic> find_hidden_character(std::string_view utf8, std::string_view what, const Place& place);

/// Whether nothing of a text would be seen: it is white space and characters that fonts do not draw.
bool is_invisible(std::string_view utf8);

}  // namespace handbill
