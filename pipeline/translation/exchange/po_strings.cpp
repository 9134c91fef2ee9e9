#include "translation/exchange/po_strings.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>

#include "core/unicode.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

// The header is the first entry; a charset further down is in somebody's text.
constexpr std::size_t header_bytes = 16 * 1024;

std::string charset_of(std::string_view bytes) {
  constexpr std::string_view key = "charset=";
  const std::string_view header = bytes.substr(0, header_bytes);
  const std::size_t at = header.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = header.substr(at + key.size());
  return std::string(rest.substr(0, rest.find_first_of("\\\"; \t\r\n")));
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
  return text;
}

// "CHARSET" is what gettext's templates say before anybody has chosen one.
bool is_utf8(const std::string& charset) {
  const std::string name = upper(charset);
  return name.empty() || name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name == "ASCII" ||
         name == "CHARSET";
}

Diagnostic wrong(const Place& file, std::string message) {
  return {
      Severity::error, file.at(1, 1), "encoding", std::move(message), {"save the file again with the encoding UTF-8"}};
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : 16;
}

/// The character that the escape after a backslash at `at - 1` stands for; moves `at` behind it.
char unescape(std::string_view line, std::size_t& at) {
  constexpr std::string_view letters = "abfnrtv";
  constexpr std::string_view meant = "\a\b\f\n\r\t\v";
  const char c = line[at++];
  if (const std::size_t known = letters.find(c); known != std::string_view::npos) return meant[known];
  const bool hex = c == 'x';
  if (!hex && digit_of(c) > 7) return c;
  int code = hex ? 0 : digit_of(c);
  for (int more = 2; more > 0 && at < line.size() && digit_of(line[at]) < (hex ? 16 : 8); --more)
    code = code * (hex ? 16 : 8) + digit_of(line[at++]);
  return static_cast<char>(code);
}

}  // namespace

Result<std::optional<std::string>> po_text(std::string bytes, const Place& file) {
  const std::string charset = charset_of(bytes);
  if (is_utf8(charset) || !find_invalid_utf8(bytes)) return clean_text(std::move(bytes), file);
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
    internal_error("a PO file of more than 2 GB");
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), charset.c_str());
  if (text.isBogus()) return {std::nullopt, {wrong(file, fmt::format("nobody knows the charset \"{}\"", charset))}};
  // ICU's two characters for what a charset does not have.
  if (text.indexOf(u'\uFFFD') >= 0 || text.indexOf(u'\u001A') >= 0)
    return {std::nullopt, {wrong(file, fmt::format("the file is not in the charset \"{}\" that it names", charset))}};
  return clean_text(from_icu(text), file);
}

PoString read_po_string(std::string_view line) {
  PoString string;
  std::size_t at = 1;
  while (at < line.size() && line[at] != '"') {
    if (line[at] == '\\' && at + 1 < line.size()) {
      ++at;
      string.text += unescape(line, at);
    } else {
      string.text += line[at++];
    }
  }
  string.closed = at < line.size();
  string.length = std::min(at + 1, line.size());
  return string;
}

}  // namespace handbill
