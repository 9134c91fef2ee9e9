#include "source/anchors.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "core/unicode.h"

namespace handbill {
namespace {

bool belongs_in_slug(UChar32 character) {
  return u_isalnum(character) || (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0 || character == '_' || character == '-';
}

bool is_id(std::string_view text) {
  return !text.empty() && text.find_first_of(" \t{}\"'<>#") == std::string_view::npos;
}

}  // namespace

std::string slug(std::string_view text) {
  // The root locale: the same anchors on every machine and in every language.
  const icu::UnicodeString lower = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
                                       .toLower(icu::Locale::getRoot());
  std::string out;
  for (std::int32_t i = 0; i < lower.length(); i = lower.moveIndex32(i, 1)) {
    const UChar32 character = lower.char32At(i);
    if (u_isUWhiteSpace(character)) {
      out += '-';
    } else if (belongs_in_slug(character)) {
      out += to_utf8(static_cast<char32_t>(character));
    }
  }
  return out;
}

std::string take_explicit_id(Inlines& heading) {
  auto* last = heading.empty() ? nullptr : std::get_if<Text>(&heading.back().node);
  if (last == nullptr || !last->text.ends_with('}')) return "";
  const std::size_t open = last->text.rfind("{#");
  if (open == std::string::npos || (open == 0 && heading.size() == 1)) return "";
  // Hugo allows more attributes after the id; they say how the heading looks there.
  const std::string inside = last->text.substr(open + 2, last->text.size() - open - 3);
  const std::string id = inside.substr(0, inside.find(' '));
  if (!is_id(id)) return "";
  last->text.erase(open);
  last->text.erase(last->text.find_last_not_of(' ') + 1);
  if (last->text.empty()) heading.pop_back();
  return id;
}

std::string UniqueIds::take(const std::string& wanted) {
  std::string id = wanted;
  int& last = last_[wanted];
  while (!taken_.insert(id).second) id = wanted + "-" + std::to_string(++last);
  return id;
}

}  // namespace handbill
