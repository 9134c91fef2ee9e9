// Which delimiter each piece of emphasis gets, and which literal * _ ~ must be escaped for it.
#pragma once

#include <cstddef>
#include <vector>

#include "document/markdown_atoms.h"

namespace handbill {

/// Gives every open and close atom its delimiter and says where it needs an empty comment beside it to work.
void choose_delimiters(std::vector<Atom>& atoms);

/// For each text atom, which of its bytes are a literal * _ or ~ that would be read as a delimiter. Call it after
/// choose_delimiters(). The other atoms' entries are empty.
std::vector<std::vector<bool>> delimiters_to_escape(const std::vector<Atom>& atoms);

}  // namespace handbill
