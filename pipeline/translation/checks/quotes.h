#pragma once

#include <set>
#include <string>

#include "translation/checks/checked_text.h"

namespace handbill {

/// The quotation marks that are right in a language, by code point: CLDR's for any of its variants, and `more`.
std::set<char32_t> quotes_of(const Language& language, const std::string& more);

void check_quotes(const CheckedText& text, const std::set<char32_t>& allowed, Diagnostics& found);

}  // namespace handbill
