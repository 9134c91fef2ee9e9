// Files to begin with.
#pragma once

#include <string>
#include <string_view>

#include "core/language.h"

namespace handbill {

/// An interface.yaml in which every message waits for its translation, with its English and what CLDR knows about the
/// language in comments.
std::string new_interface(const Language& language);

/// A Markdown page with everything that a page can have, in comments where it is not needed.
std::string new_page(std::string_view title);

}  // namespace handbill
