#include "core/yaml_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace handbill::yaml {
namespace {

std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(start, text.find('\n', start) - start);
}

std::size_t offset_in(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

/// The line above that has anything on it.
std::string_view line_before(std::string_view text, std::string_view line) {
  const std::size_t end = text.substr(0, offset_in(text, line)).find_last_not_of(" \t\n");
  return end == std::string_view::npos ? std::string_view() : line_at(text, end);
}

std::string_view without_indent(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" -");
  return start == std::string_view::npos ? line.substr(line.size()) : line.substr(start);
}

bool name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Where a line says `name:value` without a space, or npos. `https://` is an address.
std::size_t colon_without_space(std::string_view text, std::string_view line) {
  const std::string_view content = without_indent(line);
  const auto end = std::find_if_not(content.begin(), content.end(), name_character);
  const auto at = static_cast<std::size_t>(end - content.begin());
  if (at == 0 || at + 1 >= content.size() || content[at] != ':' || content[at + 1] == ' ')
    return std::string_view::npos;
  if (content.substr(at).starts_with("://")) return std::string_view::npos;
  return offset_in(text, content) + at + 1;
}

/// Where a tab stands in a line's indentation, or npos.
std::size_t tab_in_indent(std::string_view text, std::string_view line) {
  const std::size_t at = line.find_first_not_of(' ');
  return at != std::string_view::npos && line[at] == '\t' ? offset_in(text, line) + at : std::string_view::npos;
}

Fault fault(std::size_t offset, std::string message, std::string hint) {
  return {offset, "yaml", std::move(message), {std::move(hint)}};
}

Fault misplaced(std::size_t offset) {
  return fault(offset, "this line does not fit what stands above it",
               "check that it starts in the same column as its neighbours and has the form name: value");
}

Fault after_quote(std::size_t offset) {
  Fault found = fault(offset, "more text follows after the closing quote",
                      "put the whole text in one pair of quotes; a \" inside double quotes is written \\\"");
  found.hints.push_back("look above for a quote that opens and does not close");
  return found;
}

/// The usual slips, which a YAML library notices only when it cannot go on, often a line later.
std::optional<Fault> usual_slip(std::string_view text, std::size_t offset) {
  const std::string_view line = line_at(text, offset);
  for (const std::string_view suspect : {line_before(text, line), line}) {
    const std::size_t tab = tab_in_indent(text, suspect);
    if (tab != std::string_view::npos) return fault(tab, "a tab is used for indentation", "indent with spaces");
    const std::size_t colon = colon_without_space(text, suspect);
    if (colon != std::string_view::npos)
      return fault(colon, "a space is missing after the colon", "write name: value, with a space");
  }
  return std::nullopt;
}

Fault explain_colon(std::string_view text, std::size_t offset) {
  const std::string_view line = line_at(text, offset);
  const std::string_view before = line.substr(0, offset - offset_in(text, line));
  if (before.find(": ") == std::string_view::npos) return misplaced(offset);
  return fault(offset, "a colon stands inside text without quotes",
               "put the whole text in quotes, as in name: \"text: more text\"");
}

Fault explain_structure(std::string_view text, std::size_t offset) {
  const std::string_view line = line_at(text, offset);
  const std::string_view before = line.substr(0, offset - offset_in(text, line));
  const std::size_t last = before.find_last_not_of(' ');
  if (last == std::string_view::npos) return misplaced(offset);
  if (before[last] == ']' || before[last] == '}')
    return fault(offset, "more text follows after the closing bracket", "put text that has brackets in quotes");
  if (before[last] == '"' || before[last] == '\'') return after_quote(offset);
  return misplaced(offset);
}

Fault explain_start(std::string_view text, std::size_t offset) {
  constexpr std::string_view reserved = "@`%*&!|>,";
  if (offset < text.size() && reserved.find(text[offset]) != std::string_view::npos) {
    return fault(offset, fmt::format("text may not start with \"{}\" without quotes", text[offset]),
                 "put the text in quotes");
  }
  return explain_structure(text, offset);
}

Fault explain_alias(std::size_t offset, char sign) {
  return {offset,
          "yaml-alias",
          fmt::format("text may not start with \"{}\" without quotes", sign),
          {"put the text in quotes"}};
}

/// The quote that opened the text which runs to the end of the file: quotes are paired from the top, as a reader of
/// the file would.
std::size_t unclosed_quote(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    at = text.find_first_of("\"'", at);
    if (at == std::string_view::npos) return text.size();
    const std::string_view before = text.substr(0, at);
    const bool opens = before.ends_with(": ") || before.ends_with("- ") || before.ends_with("[");
    std::size_t end = at + 1;
    while (opens && end < text.size() && text[end] != text[at]) end += text[end] == '\\' && text[at] == '"' ? 2 : 1;
    if (opens && end >= text.size()) return at;
    at = end + (opens ? 1 : 0);
  }
}

// yaml-cpp's messages are stable between its versions; what is not listed gets a plain sentence.
struct Known {
  std::string_view reason;
  std::string_view message;
  std::string_view hint;
};

constexpr std::array known{
    Known{"illegal block entry", "a list item is not expected here",
          "start every item of a list in the same column, below the list's name"},
    Known{"illegal flow end", "a closing bracket has no opening one", "put text that has brackets in quotes"},
    Known{"end of sequence flow not found", "a list that starts with [ is never closed", "close it with ]"},
    Known{"end of map flow not found", "a map that starts with { is never closed", "close it with }"},
    Known{"illegal document indicator in scalar", "--- or ... stands at the start of a line inside quoted text",
          "close the quote, or indent the line"},
    Known{"unknown escape character", "an unknown escape stands in a text in double quotes",
          "write \\\\ for a backslash, or put the text in single quotes"},
    Known{"bad character found while scanning hex", "an escape is not followed by a number",
          "write \\\\ for a backslash, or put the text in single quotes"},
    Known{"invalid unicode", "an escape names no character", "write the character itself"},
    Known{"unexpected character in block scalar", "text follows on the line of | or >",
          "start the text on the next line, indented"},
};

}  // namespace

Fault explain(std::string_view text, std::size_t offset, std::string_view reason) {
  const auto says = [&](std::string_view words) { return reason.find(words) != std::string_view::npos; };
  offset = std::min(offset, text.size());
  if (says("illegal EOF in scalar"))
    return fault(unclosed_quote(text), "the text in quotes that starts here is never closed", "close it");
  if (says("alias")) return explain_alias(offset, '*');
  if (says("anchor")) return explain_alias(offset, text.substr(offset).starts_with('*') ? '*' : '&');
  const auto found = std::find_if(known.begin(), known.end(), [&](const Known& one) { return says(one.reason); });
  if (found != known.end()) return fault(offset, std::string(found->message), std::string(found->hint));
  if (std::optional<Fault> slip = usual_slip(text, offset)) return std::move(*slip);
  if (says("illegal map value") || says("illegal map key")) return explain_colon(text, offset);
  return explain_start(text, offset);
}

}  // namespace handbill::yaml
