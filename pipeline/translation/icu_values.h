// Our values as ICU's, and back.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>

#include "core/language.h"

namespace handbill {

icu::UnicodeString to_icu(std::string_view utf8);
std::string from_icu(const icu::UnicodeString& text);

/// CLDR's name of the digits `language` is usually written with: "latn", "arab".
std::string own_digits(const Language& language);

/// `language` as ICU's locale, with the Gregorian calendar and the numbering system `digits` (empty: its own).
icu::Locale icu_locale(const Language& language, const std::string& digits);

}  // namespace handbill
