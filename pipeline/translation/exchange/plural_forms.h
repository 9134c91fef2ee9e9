// Plural rules as gettext writes them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/language.h"

namespace handbill {

/// What a PO file's header says behind "Plural-Forms:" for `language`: CLDR's cardinal rules for whole numbers, in
/// CLDR's order (zero, one, two, few, many, other), as a C expression: "nplurals=2; plural=(n != 1 ? 1 : 0);". Nothing
/// for a language whose rules CLDR does not have.
std::optional<std::string> plural_forms(const Language& language);

/// The names of the forms `language` counts whole numbers with, in the same order: "one", "few", "many". Empty when
/// CLDR does not have them.
std::vector<std::string> plural_categories(const Language& language);

}  // namespace handbill
