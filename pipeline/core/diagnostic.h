// Problems in content, as values.
//
// A stage never prints and never throws because of what somebody wrote: it returns its value together with
// Diagnostics, all of them, and app/ shows them. Failures of the machine are MachineError (files.h); failures of
// this program are internal_error().
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace handbill {

/// Where something was written. `file` is the path as the user named it and is shared by every place in that file.
/// `line` and `column` count from 1; 0 means "the file as a whole". A column counts Unicode code points from the
/// line's start, a tab is one; it is what editors call the character position.
struct Place {
  std::shared_ptr<const std::string> file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  static Place in_file(std::string path) { return {std::make_shared<const std::string>(std::move(path)), 0, 0}; }
  Place at(std::uint32_t new_line, std::uint32_t new_column) const { return {file, new_line, new_column}; }
};

enum class Severity : std::uint8_t { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::error;
  Place place;
  std::string code;     ///< short, kebab-case, stable: "shortcode", "missing-unit"; tests and tools rely on it
  std::string message;  ///< one sentence without a full stop, in the reader's words; quotes what was written
  std::vector<std::string> hints;  ///< each one a way out, in the imperative
};

using Diagnostics = std::vector<Diagnostic>;

/// A stage's value together with everything there was to say about its input.
template <class T>
struct [[nodiscard]] Result {
  T value{};
  Diagnostics diagnostics;
};

bool has_errors(const Diagnostics& diagnostics);

/// Moves what `more` holds to the end of `all`.
void append(Diagnostics& all, Diagnostics&& more);

/// Takes a Result's value out and appends its diagnostics to `all`.
template <class T>
T take(Result<T>&& result, Diagnostics& all) {
  append(all, std::move(result.diagnostics));
  return std::move(result.value);
}

/// "content/page.md:13:3"; empty when there is no file.
std::string to_string(const Place& place);

/// `text` in a form that cannot steer a terminal or hide what it says: control characters, and those that override or
/// embed a direction (UAX #9), are written as \u001B.
std::string printable(std::string_view text);

/// "error", "warning", "note".
std::string_view name_of(Severity severity);

/// One line per fact, as users see it, with a newline at the end:
///   content/page.md:13:3: warning: unknown shortcode "figure" [shortcode]
///     hint: …
std::string to_string(const Diagnostic& diagnostic);

/// The known word that `wanted` was most likely meant to be, by Damerau-Levenshtein distance; empty when none is
/// near (more than a third of the longer word's letters differ).
std::string nearest(std::string_view wanted, const std::vector<std::string>& known);

/// Says that this program broke its own promise, where to report it, and aborts. For conditions that no input may
/// cause.
[[noreturn]] void internal_error(std::string_view what);

}  // namespace handbill
