// A document as text a person can read and a test can compare: one node a line, indented by depth.
#pragma once

#include <string>

#include "document/document.h"

namespace handbill {

/// Kind, attributes and text of every node; places only when `with_places`.
///   heading 2 #why-does-tech-matter "Why does tech matter?" [why-does-tech-matter]
///   list bullet tight
///     item
///       paragraph "**Operational:** The …" [why-does-tech-matter/li1]
std::string dump(const Document& document, bool with_places = false);

}  // namespace handbill
