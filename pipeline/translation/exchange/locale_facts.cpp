#include "translation/exchange/locale_facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/numberformatter.h>
#include <unicode/numsys.h>
#include <unicode/plurrule.h>
#include <unicode/ulocdata.h>
#include <unicode/uniset.h>
#include <unicode/usetiter.h>

#include <array>
#include <memory>

#include "translation/exchange/plural_forms.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

std::string english_name(const icu::Locale& locale) {
  icu::UnicodeString name;
  return from_icu(locale.getDisplayName(icu::Locale::getEnglish(), name));
}

std::string english_script(const Language& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag("und-" + language.script(), status);
  icu::UnicodeString name;
  return U_SUCCESS(status) ? from_icu(locale.getDisplayScript(icu::Locale::getEnglish(), name)) : language.script();
}

icu::UnicodeString digits_of(const std::string& system) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> numbers(
      icu::NumberingSystem::createInstanceByName(system.c_str(), status));
  return U_SUCCESS(status) && numbers != nullptr && !numbers->isAlgorithmic() ? numbers->getDescription()
                                                                              : icu::UnicodeString(u"0123456789");
}

std::string number_in(const Language& language) {
  UErrorCode status = U_ZERO_ERROR;
  const auto formatted =
      icu::number::NumberFormatter::withLocale(icu_locale(language, {})).formatDouble(12345.6, status);
  return U_SUCCESS(status) ? from_icu(formatted.toString(status)) : std::string();
}

class LocaleData {
 public:
  explicit LocaleData(const Language& language) {
    UErrorCode status = U_ZERO_ERROR;
    data_.reset(ulocdata_open(icu_locale(language, {}).getBaseName(), &status));
    if (U_FAILURE(status)) data_.reset();
  }

  std::string quotes(ULocaleDataDelimiterType open, ULocaleDataDelimiterType close) const {
    return data_ == nullptr ? std::string() : delimiter(open) + " " + delimiter(close);
  }

  icu::UnicodeSet letters() const {
    icu::UnicodeSet set;
    UErrorCode status = U_ZERO_ERROR;
    if (data_ != nullptr) ulocdata_getExemplarSet(data_.get(), set.toUSet(), 0, ULOCDATA_ES_STANDARD, &status);
    return set;
  }

 private:
  std::string delimiter(ULocaleDataDelimiterType type) const {
    std::array<UChar, 16> mark{};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length =
        ulocdata_getDelimiter(data_.get(), type, mark.data(), static_cast<std::int32_t>(mark.size()), &status);
    return U_SUCCESS(status) ? from_icu(icu::UnicodeString(mark.data(), length)) : std::string();
  }

  struct Close {
    void operator()(ULocaleData* data) const { ulocdata_close(data); }
  };
  std::unique_ptr<ULocaleData, Close> data_;
};

/// The first few whole numbers that take each form.
std::vector<std::pair<std::string, std::string>> plurals_of(const Language& language) {
  constexpr std::size_t enough = 4;
  constexpr std::int32_t last = 200;
  std::vector<std::pair<std::string, std::string>> plurals;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(icu_locale(language, {}), status));
  if (U_FAILURE(status)) return plurals;
  for (const std::string& form : plural_categories(language)) {
    std::vector<std::string> numbers;
    for (std::int32_t n = 0; n <= last && numbers.size() <= enough; ++n)
      if (from_icu(rules->select(n)) == form) numbers.push_back(std::to_string(n));
    if (numbers.size() > enough) numbers.back() = "…";
    plurals.emplace_back(form, fmt::format("{}", fmt::join(numbers, ", ")));
  }
  return plurals;
}

std::u32string code_points(const icu::UnicodeString& text) {
  std::u32string points;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
    points += static_cast<char32_t>(text.char32At(at));
  return points;
}

}  // namespace

LocaleFacts locale_facts(const Language& language) {
  const LocaleData data(language);
  LocaleFacts facts;
  facts.name = english_name(icu_locale(language, {}).getBaseName());
  facts.own_name = language.own_name();
  facts.script = english_script(language);
  facts.digits = own_digits(language);
  facts.ten_digits = from_icu(digits_of(facts.digits));
  facts.number = number_in(language);
  facts.quotes = data.quotes(ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END);
  facts.inner_quotes = data.quotes(ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END);
  facts.plurals = plurals_of(language);
  return facts;
}

std::vector<std::u32string> exemplars(const Language& language) {
  std::vector<std::u32string> all;
  const icu::UnicodeSet letters = LocaleData(language).letters();
  icu::UnicodeSetIterator one(letters);
  while (one.next()) all.push_back(code_points(one.getString()));
  if (all.empty()) return all;
  for (const char32_t digit : code_points(digits_of(own_digits(language)))) all.emplace_back(1, digit);
  return all;
}

}  // namespace handbill
