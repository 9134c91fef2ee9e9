// The words the program itself prints, in the reader's language.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"

namespace handbill {

/// An argument of a message: a number (formatted with the locale's digits and plural rules) or a text. A text that may
/// run the other way (an address, a language's name) is isolated by the caller: only the caller knows whether its
/// medium isolates by markup or by characters.
using MessageArgument = std::variant<std::int64_t, std::string>;
using MessageArguments = std::map<std::string, MessageArgument, std::less<>>;

/// Words that stay on one line with what stands beside them, as they are written in the middle of a sentence.
struct WordsTogether {
  std::vector<std::string> before_words;    ///< titles and abbreviations that lead up to something: "Mr.", "e.g."
  std::vector<std::string> before_numbers;  ///< "No.", "p."; the names of months
  std::vector<std::string> after_numbers;   ///< units: "km"; the names of months
};

/// locales/<locale>/interface.yaml:
///   locale: nl
///   digits: latn      # a CLDR numbering system; absent: CLDR's default for the locale
///   dates: nl-BE      # whose month names and order of a date; absent: the locale's own
///   together:         # what a line is not to part; absent: the parent's, if that is the same language
///     before-words: [dhr., bijv.]
///     before-numbers: [nr., blz.]
///     after-numbers: [km, uur]
///   quotes: "“”‘’"    # quotation marks that are right beside CLDR's, for check
///   messages:
///     page-of: "Pagina {page} van {pages}"
/// Messages are ICU MessageFormat. A key the file lacks falls back to the parent's and then to the built-in English
/// one; so does one whose message is empty or wrong. Immutable; threads may share it.
class Interface {
 public:
  /// The built-in English messages with `language`'s digits and dates: what a locale without a file gets.
  static Interface fallback(const Language& language);

  /// Diagnostics: encoding, yaml…, wrong-type, unknown-key, `other-locale` (nothing of the file is used), `message`
  /// (not valid MessageFormat, an argument its key does not have, or a warning when one is left out), `bidi-control`,
  /// `control-character`, `digits` (unknown numbering system, with the nearest), `dates` (not a variant of the
  /// language).
  static Result<Interface> parse(std::string bytes, const Place& file, const Language& language,
                                 const Interface& parent);

  const Language& language() const;

  /// The message for one of the keys listed in interface_keys(), with all of its arguments; anything else is an
  /// internal error. A number that the message only quotes is set like a page number, ungrouped.
  std::string message(std::string_view key, const MessageArguments& arguments = {}) const;

  /// The language message(key) is written in: not language() when it fell back.
  const Language& language_of(std::string_view key) const;

  /// An integer in the locale's digits, ungrouped: page and list numbers.
  std::string number(std::int64_t value) const;

  /// An ISO 8601 date ("2026-12-12", a time after it is ignored) as the language writes a long date; the text as it
  /// is when it is no date.
  std::string date(std::string_view iso) const;

  /// The file's lists, and the names of months from CLDR.
  const WordsTogether& together() const;

  /// What the reader's language calls `language`: "Engels", "الإنجليزية".
  std::string language_name(const Language& language) const;

 private:
  struct Data;
  explicit Interface(std::shared_ptr<const Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const Data> data_;
};

/// An argument that a message may use, as "{name}" or in a plural or select.
struct InterfaceArgument {
  enum class Kind : std::uint8_t { number, text };
  std::string_view name;
  Kind kind = Kind::number;
};

struct InterfaceKey {
  std::string_view key;
  std::string_view english;
  std::string_view note;  ///< for translators: where it is printed
  std::vector<InterfaceArgument> arguments;
};

/// Every key, in the order of a file that has them all.
const std::vector<InterfaceKey>& interface_keys();

/// The key's entry, null when there is none.
const InterfaceKey* find_interface_key(std::string_view key);

}  // namespace handbill
