// Addresses that are not what they seem.
#pragma once

#include <optional>
#include <string_view>

#include "core/diagnostic.h"
#include "document/inline.h"

namespace handbill {

/// Whether a word is read as an address: "example.org", "www.example.org/join", "https://…", "info@example.org".
bool looks_like_address(std::string_view word);

/// The first address in a stranger's text that deceives, as a `look-alike` error at `place` about `what`: one that is
/// no address of the source but can be taken for one (Unicode's confusables, UTS #39), one that mixes scripts as no
/// language does, or a link whose text is an address other than the one it leads to.
std::optional<Diagnostic> find_look_alike(const Inlines& source, const Inlines& target, std::string_view what,
                                          const Place& place);

}  // namespace handbill
