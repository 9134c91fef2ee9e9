#include "translation/long_date.h"

#include <unicode/datefmt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <charconv>
#include <chrono>
#include <memory>

#include "core/diagnostic.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

constexpr double milliseconds_per_day = 86'400'000.0;

std::optional<unsigned> digits_at(std::string_view text, std::size_t offset, std::size_t count) {
  unsigned value = 0;
  const char* const first = text.data() + offset;
  const auto [end, error] = std::from_chars(first, first + count, value);
  if (error != std::errc{} || end != first + count) return std::nullopt;
  return value;
}

std::optional<std::chrono::sys_days> day_of(std::string_view iso) {
  constexpr std::size_t length = 10;  // 2026-12-12
  if (iso.size() < length || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (iso.size() > length && iso[length] != 'T' && iso[length] != 't' && iso[length] != ' ') return std::nullopt;
  const auto year = digits_at(iso, 0, 4);
  const auto month = digits_at(iso, 5, 2);
  const auto day = digits_at(iso, 8, 2);
  if (!year || *year == 0 || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                         std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

}  // namespace

std::optional<std::string> long_date(std::string_view iso, const icu::Locale& locale) {
  const auto day = day_of(iso);
  if (!day) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
  auto calendar = std::make_unique<icu::GregorianCalendar>(icu::TimeZone::getGMT()->clone(), locale, status);
  if (format == nullptr || U_FAILURE(status)) internal_error("ICU has no date format");
  // ICU counts days before 1582 by the Julian calendar unless told otherwise; ISO 8601 does not.
  constexpr UDate beginning_of_time = -1e17;
  calendar->setGregorianChange(beginning_of_time, status);
  format->adoptCalendar(calendar.release());
  icu::UnicodeString text;
  format->format(static_cast<double>(day->time_since_epoch().count()) * milliseconds_per_day, text);
  return from_icu(text);
}

std::vector<std::string> month_names(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, "gregorian", status);
  if (U_FAILURE(status)) internal_error("ICU has no names of months");
  std::vector<std::string> names;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* const months = symbols.getMonths(count, context, width);
      for (std::int32_t i = 0; i < count; ++i) names.push_back(from_icu(months[i]));
    }
  }
  return names;
}

}  // namespace handbill
