#include "core/diagnostic.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "core/bidi_controls.h"
#include "core/limits.h"

namespace handbill {
namespace {

/// Libraries that get no memory break their promises, too, and each has its own way of saying so.
bool has_memory() {
  constexpr std::size_t some = std::size_t{16} << 20;
  void* const tried = std::malloc(some);
  std::free(tried);
  return tried != nullptr;
}

std::u32string folded(std::string_view word) {
  const auto lower = [](char c) { return static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); };
  if (std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
    std::u32string letters(word.size(), U' ');
    std::transform(word.begin(), word.end(), letters.begin(), lower);
    return letters;
  }
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  text.foldCase();
  std::u32string letters;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
    letters.push_back(static_cast<char32_t>(text.char32At(at)));
  return letters;
}

using Letters = std::u32string;
using Row = std::vector<std::size_t>;

/// How far two words are apart, or anything above `allowed` once it is known to be more: insert, delete or replace a
/// letter, or swap two neighbours (optimal string alignment).
std::size_t distance(const Letters& a, const Letters& b, std::size_t allowed) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > allowed) return longer;
  Row before_last(b.size() + 1);
  Row last(b.size() + 1);
  Row row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    // A swap may yet build on the row before, and on nothing older.
    const auto least = [](const Row& costs) { return *std::min_element(costs.begin(), costs.end()); };
    if (least(row) > allowed && least(last) > allowed) return longer;
  }
  return row[b.size()];
}

bool steers(UChar32 c) {
  if (u_charType(c) == U_CONTROL_CHAR || c == 0x2028 || c == 0x2029) return true;
  return (c >= 0x202A && c <= 0x202E) || (c >= left_to_right_isolate && c <= pop_isolate);
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

void append(Diagnostics& all, Diagnostics&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  more.clear();
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  internal_error("a severity without a name");
}

std::string printable(std::string_view text) {
  std::string shown;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
    if (steers(c)) {
      shown += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(c));
    } else {
      shown += text.substr(from, at - from);
    }
  }
  return shown;
}

std::string to_string(const Place& place) {
  if (place.file == nullptr) return {};
  std::string text = printable(*place.file);
  if (place.line > 0) text += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
  return text;
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = to_string(diagnostic.place);
  if (!text.empty()) text += ": ";
  text += fmt::format("{}: {} [{}]\n", name_of(diagnostic.severity), printable(diagnostic.message), diagnostic.code);
  for (const std::string& hint : diagnostic.hints) text += fmt::format("  hint: {}\n", printable(hint));
  return text;
}

std::string nearest(std::string_view wanted, const std::vector<std::string>& known) {
  if (wanted.size() > limits::guessed_name_bytes) return {};
  const Letters want = folded(wanted);
  const std::string* best = nullptr;
  std::size_t best_distance = 0;
  for (const std::string& word : known) {
    if (word.size() > limits::guessed_name_bytes) continue;
    const Letters letters = folded(word);
    std::size_t allowed = std::max(want.size(), letters.size()) / 3;
    if (best != nullptr) allowed = std::min(allowed, best_distance);
    const std::size_t apart = distance(want, letters, allowed);
    if (apart > allowed || (best != nullptr && apart >= best_distance)) continue;
    best = &word;
    best_distance = apart;
    if (apart == 0) break;
  }
  return best == nullptr ? std::string() : *best;
}

void internal_error(std::string_view what) {
  if (!has_memory()) {
    std::fputs("handbill: error: there is not enough memory\n", stderr);
    std::fflush(stderr);
    std::_Exit(1);
  }
  // Not fmt::print, which throws when nothing can be printed.
  std::fprintf(stderr,
               "handbill: this is a bug in Handbill, not in what you wrote: %.*s\n"
               "  Please report it to Handbill's issue tracker, with the files that brought it about.\n",
               static_cast<int>(what.size()), what.data());
  std::fflush(stderr);
  std::abort();
}

}  // namespace handbill
