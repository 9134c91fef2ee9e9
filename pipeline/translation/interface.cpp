#include "translation/interface.h"

#include <fmt/format.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>

#include <mutex>
#include <set>
#include <utility>

#include "translation/folded_text.h"
#include "translation/icu_values.h"
#include "translation/interface_file.h"
#include "translation/long_date.h"
#include "translation/message_pattern.h"

namespace handbill {
namespace {

/// A message ready to be formatted. Its plural rules are those of the language it is written in; its digits those of
/// the interface.
struct Message {
  std::string text;
  Language written_in;
  std::set<std::string> formatted;  ///< the arguments that are more than quoted
  std::unique_ptr<icu::MessageFormat> format;
};

Message make_message(std::string text, const Language& written_in, const std::string& digits) {
  UErrorCode status = U_ZERO_ERROR;
  Message message{std::move(text), written_in, {}, nullptr};
  message.format = std::make_unique<icu::MessageFormat>(to_icu(message.text), icu_locale(written_in, digits), status);
  if (U_FAILURE(status)) internal_error("a message that was checked does not parse: " + message.text);
  message.formatted = formatted_arguments(message.text);
  return message;
}

icu::number::LocalizedNumberFormatter ungrouped(const icu::Locale& locale) {
  return icu::number::NumberFormatter::withLocale(locale).grouping(UNUM_GROUPING_OFF);
}

WordsTogether with_months(WordsTogether words, const icu::Locale& dates) {
  for (const std::string& month : month_names(dates)) {
    words.before_numbers.push_back(month);
    words.after_numbers.push_back(month);
  }
  return words;
}

}  // namespace

struct Interface::Data {
  Language language;
  icu::Locale dates;
  icu::number::LocalizedNumberFormatter numbers;
  WordsTogether own_together;  ///< without the months
  WordsTogether together;
  std::map<std::string, Message, std::less<>> messages;
  /// MessageFormat::format() is const and yet makes its number formats and plural rules when it first needs them.
  mutable std::mutex formatting;

  Data(const Language& spoken, const InterfaceFile& file)
      : language(spoken),
        dates(icu_locale(file.dates.value_or(spoken), file.digits)),
        numbers(ungrouped(icu_locale(spoken, file.digits))),
        own_together(file.together.value_or(WordsTogether{})),
        together(with_months(own_together, dates)) {}

  const Message& find(std::string_view key) const {
    const auto found = messages.find(key);
    if (found == messages.end()) internal_error(fmt::format("there is no interface message \"{}\"", key));
    return found->second;
  }
};

Interface Interface::fallback(const Language& language) {
  const auto english = Language::parse("en").value();
  auto data = std::make_shared<Data>(language, InterfaceFile{});
  const std::string digits = own_digits(language);
  for (const auto& key : interface_keys())
    data->messages.emplace(key.key, make_message(std::string(key.english), english, digits));
  return Interface(std::move(data));
}

Result<Interface> Interface::parse(std::string bytes, const Place& file, const Language& language,
                                   const Interface& parent) {
  Diagnostics found;
  auto read = take(read_interface_file(std::move(bytes), file, language), found);
  if (!read.together && same_language(language, parent.language())) read.together = parent.data_->own_together;
  auto data = std::make_shared<Data>(language, read);
  const std::string digits = read.digits.empty() ? own_digits(language) : read.digits;
  for (const auto& [key, inherited] : parent.data_->messages) {
    const auto own = read.messages.find(key);
    data->messages.emplace(key, own == read.messages.end() ? make_message(inherited.text, inherited.written_in, digits)
                                                           : make_message(own->second, language, digits));
  }
  return {Interface(std::move(data)), std::move(found)};
}

const Language& Interface::language() const {
  return data_->language;
}

std::string Interface::message(std::string_view key, const MessageArguments& arguments) const {
  const Message& message = data_->find(key);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& argument : find_interface_key(key)->arguments) {
    const auto given = arguments.find(argument.name);
    if (given == arguments.end()) internal_error(fmt::format("message \"{}\" needs {{{}}}", key, argument.name));
    names.push_back(to_icu(argument.name));
    if (const auto* const text = std::get_if<std::string>(&given->second))
      values.emplace_back(to_icu(*text));
    else if (const auto value = std::get<std::int64_t>(given->second); message.formatted.count(given->first) != 0)
      values.emplace_back(value);
    else
      values.emplace_back(to_icu(number(value)));
  }
  icu::UnicodeString out;
  UErrorCode status = U_ZERO_ERROR;
  {
    const std::lock_guard lock(data_->formatting);
    message.format->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), out, status);
  }
  if (U_FAILURE(status)) internal_error(fmt::format("message \"{}\" does not format: {}", key, u_errorName(status)));
  return from_icu(out);
}

const Language& Interface::language_of(std::string_view key) const {
  return data_->find(key).written_in;
}

std::string Interface::number(std::int64_t value) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto text = data_->numbers.formatInt(value, status).toString(status);
  if (U_FAILURE(status)) internal_error(fmt::format("ICU cannot format a number: {}", u_errorName(status)));
  return from_icu(text);
}

std::string Interface::date(std::string_view iso) const {
  return long_date(iso, data_->dates).value_or(std::string(iso));
}

const WordsTogether& Interface::together() const {
  return data_->together;
}

std::string Interface::language_name(const Language& language) const {
  icu::UnicodeString name;
  icu_locale(language, {}).getDisplayLanguage(icu_locale(data_->language, {}), name);
  return from_icu(name);
}

}  // namespace handbill
