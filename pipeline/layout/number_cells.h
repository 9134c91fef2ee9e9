// Numbers in table cells: what is one, and where its decimals begin.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/language.h"

namespace handbill {

/// Where the decimals of a cell that holds a number begin: the UTF-16 offset of the language's decimal separator
/// (CLDR), or of the end of the digits when it has none. Nothing for a cell that holds anything but one number with its
/// signs, separators, percent and currency signs. "1.250,50 €" in Dutch: 5.
std::optional<std::size_t> decimals_at(std::u16string_view cell, const Language& language);

}  // namespace handbill
