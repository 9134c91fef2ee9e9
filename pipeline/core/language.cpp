#include "core/language.h"

#include <unicode/locid.h>
#include <unicode/stringoptions.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "core/limits.h"

namespace handbill {
namespace {

bool may_be_tag(std::string_view tag) {
  if (tag.empty() || tag.size() > limits::language_tag_bytes) return false;
  return std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// ICU reads as much of a tag as it can; a tag of which anything is left over is not one.
std::optional<icu::Locale> locale_of(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, ULOC_FULLNAME_CAPACITY> buffer{};
  std::int32_t understood = 0;
  uloc_forLanguageTag(tag.c_str(), buffer.data(), static_cast<std::int32_t>(buffer.size()), &understood, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return std::nullopt;
  if (understood != static_cast<std::int32_t>(tag.size())) return std::nullopt;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  locale.canonicalize(status);
  if (U_FAILURE(status) || locale.isBogus()) return std::nullopt;
  return locale;
}

bool known(const icu::Locale& locale) {
  const std::string_view language = locale.getLanguage();
  if (language.empty() || language == "und") return false;
  return *locale.getISO3Language() != '\0';
}

std::string script_of(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale likely = locale;
  likely.addLikelySubtags(status);
  const std::string script = likely.getScript();
  return U_FAILURE(status) || script.empty() ? "Zyyy" : script;
}

Direction direction_of(const std::string& script) {
  const std::int32_t code = u_getPropertyValueEnum(UCHAR_SCRIPT, script.c_str());
  if (code == UCHAR_INVALID_CODE) return Direction::left_to_right;
  return uscript_isRightToLeft(static_cast<UScriptCode>(code)) ? Direction::right_to_left : Direction::left_to_right;
}

}  // namespace

std::optional<Language> Language::parse(std::string_view tag) {
  std::string hyphenated(tag);
  std::replace(hyphenated.begin(), hyphenated.end(), '_', '-');
  if (!may_be_tag(hyphenated)) return std::nullopt;
  if (hyphenated == "und") return Language();
  const std::optional<icu::Locale> locale = locale_of(hyphenated);
  if (!locale || !known(*locale)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  Language language;
  language.tag_ = locale->toLanguageTag<std::string>(status);
  if (U_FAILURE(status)) return std::nullopt;
  language.script_ = script_of(*locale);
  language.direction_ = direction_of(language.script_);
  return language;
}

// A parent in another script is no fallback: who reads zh-Hant is not served by zh.
std::optional<Language> Language::parent() const {
  const std::size_t extension = tag_.find("-u-");
  const std::size_t cut = extension != std::string::npos ? extension : tag_.rfind('-');
  if (cut == std::string::npos) return std::nullopt;
  std::optional<Language> wider = parse(std::string_view(tag_).substr(0, cut));
  if (wider && wider->script_ != script_) return std::nullopt;
  return wider;
}

std::string Language::own_name() const {
  const icu::Locale locale(icu::Locale::createFromName([this] {
    std::string name = tag_;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
  }()
                                                           .c_str()));
  icu::UnicodeString name;
  locale.getDisplayName(locale, name);
  name.toTitle(nullptr, locale, U_TITLECASE_NO_LOWERCASE | U_TITLECASE_WHOLE_STRING);
  std::string utf8;
  return name.toUTF8String(utf8);
}

}  // namespace handbill
