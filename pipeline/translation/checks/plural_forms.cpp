#include "translation/checks/plural_forms.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "translation/icu_values.h"

namespace handbill {
namespace {

// Nothing that Handbill prints is counted in millions.
constexpr double most_counted = 100'000;

/// The numbers that CLDR gives as examples of a form.
std::vector<double> samples_of(icu::PluralRules& rules, const icu::UnicodeString& form) {
  std::array<double, 32> samples{};
  UErrorCode status = U_ZERO_ERROR;
  const auto count = rules.getSamples(form, samples.data(), samples.size(), status);
  if (U_FAILURE(status) != 0) return {};
  return {samples.begin(), samples.begin() + std::min<std::ptrdiff_t>(count, samples.size())};
}

bool is_counted(double sample) {
  return sample >= 0 && sample <= most_counted && sample == static_cast<double>(static_cast<std::int64_t>(sample));
}

/// Whether messages must have a form: some whole number has it that no "=1" or the like serves.
bool is_needed(icu::PluralRules& rules, const icu::UnicodeString& form, const std::set<std::string>& written) {
  const auto samples = samples_of(rules, form);
  return std::any_of(samples.begin(), samples.end(), [&](double sample) {
    return is_counted(sample) && written.count(fmt::format("={}", static_cast<std::int64_t>(sample))) == 0;
  });
}

std::vector<std::string> lacking(icu::PluralRules& rules, const std::set<std::string>& written) {
  std::vector<std::string> forms;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> keywords(rules.getKeywords(status));
  while (keywords != nullptr && U_SUCCESS(status) != 0) {
    const icu::UnicodeString* const form = keywords->snext(status);
    if (form == nullptr) break;
    const std::string name = from_icu(*form);
    if (written.count(name) == 0 && is_needed(rules, *form, written)) forms.push_back(name);
  }
  std::sort(forms.begin(), forms.end());
  return forms;
}

/// The selectors of the plural that starts at `start`, those of plurals inside it left out.
std::set<std::string> selectors_of(const icu::MessagePattern& pattern, std::int32_t start) {
  std::set<std::string> selectors;
  const std::int32_t limit = pattern.getLimitPartIndex(start);
  for (std::int32_t index = start + 1; index < limit; ++index) {
    const auto& part = pattern.getPart(index);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) selectors.insert(from_icu(pattern.getSubstring(part)));
    if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) index = pattern.getLimitPartIndex(index);
  }
  return selectors;
}

Diagnostic lacks(const CountingMessage& message, const std::vector<std::string>& forms) {
  return {Severity::warning,
          message.place,
          "plural-forms",
          fmt::format("the message \"{}\" lacks the plural {} {}", message.key, forms.size() == 1 ? "form" : "forms",
                      fmt::join(forms, ", ")),
          {fmt::format("\"{}\" counts in these too: add {} {{…}}", message.language.tag(), forms.front())}};
}

}  // namespace

Diagnostics check_plural_forms(const CountingMessage& message) {
  Diagnostics found;
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern pattern(to_icu(message.text), nullptr, status);
  if (U_FAILURE(status) != 0) return found;
  for (std::int32_t index = 0; index < pattern.countParts(); ++index) {
    const auto& part = pattern.getPart(index);
    if (part.getType() != UMSGPAT_PART_TYPE_ARG_START || !UMSGPAT_ARG_TYPE_HAS_PLURAL_STYLE(part.getArgType()))
      continue;
    const auto type = part.getArgType() == UMSGPAT_ARG_TYPE_PLURAL ? UPLURAL_TYPE_CARDINAL : UPLURAL_TYPE_ORDINAL;
    const std::unique_ptr<icu::PluralRules> rules(
        icu::PluralRules::forLocale(icu_locale(message.language, {}), type, status));
    if (U_FAILURE(status) != 0) return found;
    const auto forms = lacking(*rules, selectors_of(pattern, index));
    if (!forms.empty()) found.push_back(lacks(message, forms));
  }
  return found;
}

}  // namespace handbill
