#include "layout/number_cells.h"

#include <unicode/dcfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include "core/unicode.h"

namespace handbill {
namespace {

bool belongs_to_number(char16_t unit) {
  if (u_isdigit(unit) || u_isUWhiteSpace(unit)) return true;
  switch (u_charType(unit)) {
    case U_CURRENCY_SYMBOL:
    case U_FORMAT_CHAR:
      return true;
    default:
      return std::u16string_view(u".,'’٫٬+-−–%‰٪").find(unit) != std::u16string_view::npos;
  }
}

char16_t decimal_separator(const Language& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(icu::Locale::forLanguageTag(language.tag(), status), status);
  if (U_FAILURE(status)) return u'.';
  const icu::UnicodeString& separator = symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol);
  return separator.isEmpty() ? u'.' : separator[0];
}

}  // namespace

std::optional<std::size_t> decimals_at(std::u16string_view cell, const Language& language) {
  constexpr char16_t arabic_separator = u'٫';  // with Arabic digits, whatever the locale's default digits are
  const char16_t separator = decimal_separator(language);
  std::optional<std::size_t> decimals;
  std::size_t after_digits = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (!belongs_to_number(cell[i])) return std::nullopt;
    if (cell[i] == separator || cell[i] == arabic_separator) decimals = i;
    if (u_isdigit(cell[i])) after_digits = i + 1;
  }
  if (after_digits == 0) return std::nullopt;
  return decimals && *decimals < after_digits ? *decimals : after_digits;
}

}  // namespace handbill
