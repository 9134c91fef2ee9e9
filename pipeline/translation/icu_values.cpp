#include "translation/icu_values.h"

#include <unicode/numsys.h>

#include <cstdint>
#include <memory>

#include "core/diagnostic.h"

namespace handbill {

icu::UnicodeString to_icu(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

std::string from_icu(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

icu::Locale icu_locale(const Language& language, const std::string& digits) {
  UErrorCode status = U_ZERO_ERROR;
  auto locale = icu::Locale::forLanguageTag(language.tag(), status);
  // ICU's own keywords: asking for the BCP 47 ones ("nu", "ca") makes it load their whole table, several milliseconds.
  if (!digits.empty()) locale.setKeywordValue("numbers", digits.c_str(), status);
  locale.setKeywordValue("calendar", "gregorian", status);
  if (U_FAILURE(status)) internal_error("ICU refuses a language tag that ICU made: " + language.tag());
  return locale;
}

std::string own_digits(const Language& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> system(
      icu::NumberingSystem::createInstance(icu_locale(language, {}), status));
  return U_SUCCESS(status) && system != nullptr ? system->getName() : "latn";
}

}  // namespace handbill
