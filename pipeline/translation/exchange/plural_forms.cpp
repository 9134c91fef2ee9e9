#include "translation/exchange/plural_forms.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/plurrule.h>
#include <unicode/ures.h>

#include <array>
#include <memory>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

#include "translation/icu_values.h"

namespace handbill {
namespace {

constexpr std::array<const char*, 6> categories = {"zero", "one", "two", "few", "many", "other"};

class Bundle {
 public:
  explicit Bundle(UResourceBundle* bundle) : bundle_(bundle, ures_close) {}
  explicit operator bool() const { return bundle_ != nullptr; }

  Bundle child(const std::string& key) const {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle* found = ures_getByKey(bundle_.get(), key.c_str(), nullptr, &status);
    return Bundle(U_SUCCESS(status) ? found : (ures_close(found), nullptr));
  }

  std::optional<std::string> text(const std::string& key) const {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    const UChar* found = ures_getStringByKey(bundle_.get(), key.c_str(), &length, &status);
    if (U_FAILURE(status)) return std::nullopt;
    return from_icu(icu::UnicodeString(found, length));
  }

 private:
  std::unique_ptr<UResourceBundle, decltype(&ures_close)> bundle_;
};

Bundle open_plurals() {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle* bundle = ures_openDirect(nullptr, "plurals", &status);
  return Bundle(U_SUCCESS(status) ? bundle : nullptr);
}

/// The name of the set of rules that `language` or a parent of it counts by; empty when there is none.
std::string rule_set(const Bundle& plurals, const Language& language) {
  const Bundle locales = plurals.child("locales");
  if (!locales) return {};
  for (std::optional<Language> one = language; one; one = one->parent()) {
    std::string key = one->tag();
    for (char& c : key) c = c == '-' ? '_' : c;
    if (auto set = locales.text(key)) return *set;
  }
  return {};
}

/// The forms that whole numbers take; some languages have one that only fractions take.
std::set<std::string> forms_of_whole_numbers(const Language& language) {
  std::set<std::string> forms;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(icu_locale(language, {}), status));
  if (U_FAILURE(status)) return forms;
  for (std::int32_t n = 0; n <= 1000; ++n) forms.insert(from_icu(rules->select(n)));
  forms.insert(from_icu(rules->select(1000000)));
  return forms;
}

/// A condition that is settled for whole numbers, or a C expression.
struct Condition {
  std::optional<bool> known;
  std::string c;
};

/// Reads one rule of UTS #35, part 3, "Plural rules syntax": relations joined by "and", joined by "or".
class RuleReader {
 public:
  explicit RuleReader(const std::string& rule) {
    std::istringstream stream(rule.substr(0, rule.find('@')));
    for (std::string word; stream >> word;) words_.push_back(word);
  }

  Condition run() {
    std::vector<std::string> alternatives;
    for (bool more = true; more;) {
      const Condition all = conjunction();
      if (all.known == true) return all;
      if (!all.known) alternatives.push_back(all.c);
      more = accept("or");
    }
    if (alternatives.empty()) return {false, {}};
    return {std::nullopt, fmt::format("{}", fmt::join(alternatives, " || "))};
  }

 private:
  bool accept(std::string_view word) {
    if (at_ >= words_.size() || words_[at_] != word) return false;
    ++at_;
    return true;
  }

  std::string next() { return at_ < words_.size() ? words_[at_++] : std::string(); }

  Condition conjunction() {
    std::vector<std::string> parts;
    bool possible = true;
    do {
      const Condition one = relation();
      if (one.known == false) possible = false;
      if (!one.known) parts.push_back(one.c);
    } while (accept("and"));
    if (!possible) return {false, {}};
    if (parts.empty()) return {true, {}};
    return {std::nullopt, fmt::format("{}", fmt::join(parts, " && "))};
  }

  // "i % 100 != 11..14, 21": a whole number has no fraction digits and no exponent (v w f t c e are 0).
  Condition relation() {
    const std::string operand = next();
    const bool whole = operand == "n" || operand == "i";
    std::string value = "n";
    if (accept("%")) value += "%" + next();
    const bool equal = next() == "=";
    std::string list;
    while (at_ < words_.size() && words_[at_] != "and" && words_[at_] != "or") list += next();
    std::vector<std::string> ranges;
    bool has_zero = false;
    std::istringstream stream(list);
    for (std::string range; std::getline(stream, range, ',');) {
      has_zero = has_zero || range == "0" || range.starts_with("0..");
      ranges.push_back(in_c(value, range, equal));
    }
    if (!whole) return {has_zero == equal, {}};
    const std::string joined = fmt::format("{}", fmt::join(ranges, equal ? " || " : " && "));
    return {std::nullopt, equal && ranges.size() > 1 ? "(" + joined + ")" : joined};
  }

  static std::string in_c(const std::string& value, const std::string& range, bool equal) {
    const std::size_t dots = range.find("..");
    if (dots == std::string::npos) return fmt::format("{}{}{}", value, equal ? "==" : "!=", range);
    const std::string from = range.substr(0, dots);
    const std::string to = range.substr(dots + 2);
    if (equal) return fmt::format("({0}>={1} && {0}<={2})", value, from, to);
    return fmt::format("({0}<{1} || {0}>{2})", value, from, to);
  }

  std::vector<std::string> words_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> plural_categories(const Language& language) {
  const Bundle plurals = open_plurals();
  if (!plurals || rule_set(plurals, language).empty()) return {};
  const std::set<std::string> used = forms_of_whole_numbers(language);
  std::vector<std::string> forms;
  for (const char* category : categories)
    if (used.count(category) > 0) forms.emplace_back(category);
  return forms;
}

std::optional<std::string> plural_forms(const Language& language) {
  const std::vector<std::string> forms = plural_categories(language);
  if (forms.empty()) return std::nullopt;
  const Bundle plurals = open_plurals();
  const Bundle rules = plurals.child("rules").child(rule_set(plurals, language));
  std::string expression;
  for (std::size_t index = 0; index + 1 < forms.size(); ++index) {
    const auto rule = rules ? rules.text(forms[index]) : std::nullopt;
    const Condition condition = RuleReader(rule.value_or("")).run();
    if (condition.known) return std::nullopt;
    expression += fmt::format("{} ? {} : ", condition.c, index);
  }
  return fmt::format("nplurals={}; plural=({}{});", forms.size(), expression, forms.size() - 1);
}

}  // namespace handbill
