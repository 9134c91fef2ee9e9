// Dates as people write them.
#pragma once

#include <unicode/locid.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace handbill {

/// An ISO 8601 calendar date in the locale's long form ("12 December 2026"), in the Gregorian calendar whatever the
/// year. What follows the day ("T19:00", " 19:00:00 +0100") is ignored. Nothing when there is no such day.
std::optional<std::string> long_date(std::string_view iso, const icu::Locale& locale);

/// What the locale calls the months of the Gregorian calendar, in full and abbreviated, within a date and by
/// themselves.
std::vector<std::string> month_names(const icu::Locale& locale);

}  // namespace handbill
