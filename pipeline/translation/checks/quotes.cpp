#include "translation/checks/quotes.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/ulocdata.h>

#include <array>
#include <memory>

#include "core/unicode.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

/// What is a quotation mark and nothing else; U+2019 is an apostrophe as well, and no mark to go by.
constexpr std::u32string_view quotation_marks = U"“”„‟«»‹›‚‛‘「」『』〝〞〟";

constexpr std::array delimiters{ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START,
                                ULOCDATA_ALT_QUOTATION_END};

struct CloseData {
  void operator()(ULocaleData* data) const { ulocdata_close(data); }
};

void add(const icu::UnicodeString& marks, std::set<char32_t>& all) {
  for (std::int32_t at = 0; at < marks.length(); at = marks.moveIndex32(at, 1))
    all.insert(static_cast<char32_t>(marks.char32At(at)));
}

void add_from_cldr(const char* locale, std::set<char32_t>& all) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, CloseData> data(ulocdata_open(locale, &status));
  for (const auto delimiter : delimiters) {
    constexpr std::int32_t room = 16;
    icu::UnicodeString mark;
    status = U_ZERO_ERROR;
    const auto length = ulocdata_getDelimiter(data.get(), delimiter, mark.getBuffer(room), room, &status);
    mark.releaseBuffer(U_SUCCESS(status) != 0 ? length : 0);
    add(mark, all);
  }
}

std::string in_use(const std::set<char32_t>& allowed) {
  std::string marks;
  for (const char32_t mark : allowed)
    if (quotation_marks.find(mark) != std::u32string_view::npos || mark == U'’') marks += to_utf8(mark) + " ";
  if (!marks.empty()) marks.pop_back();
  return marks;
}

}  // namespace

std::set<char32_t> quotes_of(const Language& language, const std::string& more) {
  std::set<char32_t> all;
  const std::string base = icu_locale(language, {}).getLanguage();
  std::int32_t count = 0;
  const icu::Locale* const locales = icu::Locale::getAvailableLocales(count);
  for (std::int32_t index = 0; index < count; ++index)
    if (base == locales[index].getLanguage()) add_from_cldr(locales[index].getName(), all);
  add(to_icu(more), all);
  return all;
}

void check_quotes(const CheckedText& text, const std::set<char32_t>& allowed, Diagnostics& found) {
  const icu::UnicodeString target = to_icu(text.target.prose);
  for (std::int32_t at = 0; at < target.length(); at = target.moveIndex32(at, 1)) {
    const auto mark = static_cast<char32_t>(target.char32At(at));
    if (quotation_marks.find(mark) == std::u32string_view::npos || allowed.count(mark) > 0) continue;
    found.push_back(remark(
        text, "quotation-marks",
        fmt::format("\"{}\" has the quotation mark {} of another language", text.unit.unit.id, to_utf8(mark)),
        fmt::format("write {}, or name it under \"quotes:\" in the language's interface.yaml", in_use(allowed))));
    return;
  }
}

}  // namespace handbill
