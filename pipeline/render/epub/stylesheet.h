// The publication's stylesheet.
#pragma once

#include <string>

#include "render/epub/typefaces.h"
#include "translation/interface.h"

namespace handbill::epub {

/// Spacing, tables and emphasis; typeface, type size and colours stay the reader's own. List numbers are in the
/// locale's digits where CSS has a name for them. Only languages that the book brings fonts for are set in them.
std::string stylesheet(const Interface& words, const Typefaces& typefaces, const std::vector<Language>& languages);

}  // namespace handbill::epub
