#include "layout/line_words.h"

#include <unicode/uchar.h>

#include <string_view>

#include "core/unicode.h"

namespace handbill {

std::string words_of(const LineMark& line) {
  std::u16string words;
  for (const char16_t unit :
       std::u16string_view(line.set->text()).substr(line.line().begin, line.line().end - line.line().begin))
    if (u_charType(unit) != U_FORMAT_CHAR && u_charType(unit) != U_LINE_SEPARATOR) words += unit;
  while (!words.empty() && words.back() == u' ') words.pop_back();
  return to_utf8(words);
}

}  // namespace handbill
