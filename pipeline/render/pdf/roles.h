// The structure tree's roles as a PDF writes them.
#pragma once

#include <string_view>
#include <vector>

#include "layout/structure.h"

namespace handbill::pdf {

/// The standard structure type's name: "P", "H1", "LBody".
std::string_view name_of(Role role);

/// The nodes' roles. Headings' levels are closed up: the first is H1, and one that is under another is exactly one
/// level below it, as PDF/UA asks (ISO 14289-1, 7.4.2), whatever the source leaves out.
std::vector<Role> roles_of(const Structure& structure);

}  // namespace handbill::pdf
