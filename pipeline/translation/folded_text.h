// Texts of a locale file, freed of how the file broke them into lines.
#pragma once

#include <string>
#include <string_view>

#include "core/language.h"

namespace handbill {

/// `text` without white space at its ends, and every other run of white space one space: no-break spaces are letters
/// here, as they are in Markdown.
std::string fold_text(std::string_view text);

/// `text` without white space at its ends.
std::string trim_text(std::string_view text);

/// Whether who reads the one reads the other: nl and nl-BE, but not zh-Hans and zh-Hant.
bool same_language(const Language& a, const Language& b);

}  // namespace handbill
