#include "core/yaml_write.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/diagnostic.h"
#include "core/unicode.h"

namespace handbill::yaml {
namespace {

constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`=~<";

/// What the YAML 1.1 and 1.2 schemas read as something else than text.
bool is_other_than_text(std::string_view text) {
  constexpr std::array words{"null", "true", "false", "yes", "no", "on", "off", "y", "n"};
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (std::find(words.begin(), words.end(), lower) != words.end()) return true;
  // Numbers, times and dates are made of these, in all of their forms.
  const bool begins_as_number = text.find_first_of("0123456789") <= 1 &&
                                std::string_view("+-.0123456789").find(text[0]) != std::string_view::npos;
  return begins_as_number && lower.find_first_not_of("0123456789abcdefox_.:+-tz ") == std::string::npos;
}

bool is_plain_character(char c, Context context) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20 || byte == 0x7F) return false;
  return context == Context::block || std::string_view(",[]{}").find(c) == std::string_view::npos;
}

}  // namespace

bool may_be_plain(std::string_view text, Context context) {
  if (text.empty() || indicators.find(text.front()) != std::string_view::npos || is_other_than_text(text)) return false;
  if (text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (text.starts_with("...") || printable(text) != text) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return is_plain_character(c, context); });
}

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += std::string{'\\', c};
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  // printable() writes what it hides as \uXXXX, as YAML does.
  return printable(out) + "\"";
}

bool may_be_single_quoted(std::string_view text) {
  return printable(text) == text && text.find('\n') == std::string_view::npos;
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

std::string scalar(std::string_view text, Context context) {
  return may_be_plain(text, context) ? std::string(text) : double_quoted(text);
}

std::string folded_lines(std::string_view text, std::size_t indent, std::size_t width) {
  std::string lines;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t taken = display_width(word);
    if (column == 0 || column + 1 + taken > width) {
      lines += (column == 0 ? "" : "\n") + std::string(indent, ' ') + std::string(word);
      column = indent + taken;
    } else {
      lines += ' ' + std::string(word);
      column += 1 + taken;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace handbill::yaml
