// The words the program itself prints, in the reader's language.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"

namespace handbill {

/// An argument of a message: a number (formatted with the locale's digits and plural rules) or a text.
using MessageArgument = std::variant<std::int64_t, std::string>;
using MessageArguments = std::map<std::string, MessageArgument>;

/// locales/<locale>/interface.yaml:
///   locale: nl
///   digits: latn                # a CLDR numbering system; absent: CLDR's default for the locale
///   messages:
///     page-of: "Pagina {page} van {pages}"
/// Messages are ICU MessageFormat. A key the file lacks falls back to the parent's and then to the built-in English
/// one. Immutable; threads may share it.
class Interface {
 public:
  /// The built-in English messages with `language`'s digits and dates: what a locale without a file gets.
  static Interface fallback(const Language& language);

  /// Diagnostics: yaml…, wrong-type, unknown-key, `other-locale`, `message` (not valid MessageFormat, at its line),
  /// `digits` (unknown numbering system, with the nearest).
  static Result<Interface> parse(std::string bytes, const Place& file, const Language& language,
                                 const Interface& parent);

  const Language& language() const;

  /// The message for one of the keys listed in interface_keys(); any other key is an internal error.
  std::string message(std::string_view key, const MessageArguments& arguments = {}) const;

  /// An integer in the locale's digits, ungrouped: page and list numbers.
  std::string number(std::int64_t value) const;

  /// An ISO 8601 date ("2026-12-12", a time after it is ignored) as the language writes a long date; the text as it
  /// is when it is no date.
  std::string date(std::string_view iso) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

/// Every key with its English message and a note for translators:
///   page-of {page} {pages}, page {page}, contents, links, scan-to-open, see-page {page}, continued, footnotes,
///   cover, untranslated-note
struct InterfaceKey {
  std::string_view key;
  std::string_view english;
  std::string_view note;
};
const std::vector<InterfaceKey>& interface_keys();

}  // namespace handbill
