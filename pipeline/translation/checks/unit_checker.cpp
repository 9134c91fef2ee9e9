#include "translation/checks/unit_checker.h"

#include <set>
#include <vector>

#include "translation/checks/checked_text.h"
#include "translation/checks/markup.h"
#include "translation/checks/numbers.h"
#include "translation/checks/placeholders.h"
#include "translation/checks/quotes.h"
#include "translation/checks/sameness.h"
#include "translation/checks/scripts.h"
#include "translation/checks/spacing.h"
#include "translation/folded_text.h"

namespace handbill {

struct UnitChecker::Data {
  bool other_language;  ///< en-GB may well say what en says
  NumberConventions numbers;
  std::set<char32_t> quotes;
  std::vector<UScriptCode> scripts;
};

UnitChecker::UnitChecker(const Language& source, const Language& locale, const std::string& quotes)
    : data_(std::make_unique<const Data>(Data{!same_language(source, locale),
                                              {number_marks(source), number_marks(locale)},
                                              quotes_of(locale, quotes),
                                              scripts_of(locale)})) {}

UnitChecker::~UnitChecker() = default;

Diagnostics UnitChecker::check(const TranslatedUnit& unit) const {
  Diagnostics found;
  const CheckedText text{unit, read_side(unit.source), read_side(unit.target)};
  check_spacing(text, found);
  if (data_->other_language && check_sameness(text, found)) return found;
  check_markup(text, found);
  check_placeholders(text, found);
  check_numbers(text, data_->numbers, found);
  check_quotes(text, data_->quotes, found);
  check_scripts(text, data_->scripts, found);
  return found;
}

}  // namespace handbill
