#include "translation/yaml_extent.h"

#include <algorithm>

namespace handbill {
namespace {

constexpr auto none = std::string_view::npos;

std::size_t end_of_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t at = begin + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\')
      ++at;
    else if (text[at] == quote && quote == '\'' && text.substr(at + 1).starts_with('\''))
      ++at;
    else if (text[at] == quote)
      return at + 1;
  }
  return text.size();
}

/// Past `at`, without the white space before it, but not before `least`.
std::size_t without_space(std::string_view text, std::size_t least, std::size_t at) {
  while (at > least && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n')) --at;
  return at;
}

struct Line {
  std::size_t end = 0;     ///< before its line feed
  std::size_t indent = 0;  ///< in bytes
  bool blank = false;
};

Line line_at(std::string_view text, std::size_t start) {
  const std::size_t end = std::min(text.find('\n', start), text.size());
  const std::size_t first = std::min(text.find_first_not_of(' ', start), end);
  const bool blank = text.substr(start, end - start).find_first_not_of(" \t") == none;
  return {end, first - start, blank};
}

std::size_t end_of_block(std::string_view text, std::size_t begin, std::size_t column) {
  std::size_t end = std::min(text.find('\n', begin), text.size());
  for (std::size_t start = end + 1; start < text.size();) {
    const Line line = line_at(text, start);
    if (!line.blank && line.indent <= column) break;
    if (!line.blank) end = line.end;
    start = line.end + 1;
  }
  return end;
}

/// A plain scalar's part on one line: up to a comment.
std::size_t end_on_line(std::string_view text, std::size_t start, std::size_t end) {
  const std::size_t comment = text.substr(0, end).find(" #", start);
  return without_space(text, start, std::min(comment, end));
}

std::size_t end_of_plain(std::string_view text, std::size_t begin, std::size_t column) {
  const std::size_t first_end = std::min(text.find('\n', begin), text.size());
  std::size_t end = end_on_line(text, begin, first_end);
  if (end != without_space(text, begin, first_end)) return end;
  for (std::size_t start = first_end + 1; start < text.size();) {
    const Line line = line_at(text, start);
    if (!line.blank && (line.indent <= column || text[start + line.indent] == '#')) break;
    if (!line.blank) end = end_on_line(text, start, line.end);
    if (!line.blank && end != without_space(text, start, line.end)) break;
    start = line.end + 1;
  }
  return end;
}

std::size_t end_of_flow_plain(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && std::string_view(",[]{}").find(text[at]) == none && !text.substr(at).starts_with(": ") &&
         !text.substr(at).starts_with(" #"))
    ++at;
  return without_space(text, begin, at);
}

}  // namespace

std::size_t line_start(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  const std::size_t before = text.rfind('\n', at - 1);
  return before == none ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t feed = text.find('\n', at);
  return feed == none ? text.size() : feed + 1;
}

std::size_t end_of_key(std::string_view text, std::size_t begin) {
  const bool quoted = text[begin] == '"' || text[begin] == '\'';
  const std::size_t colon = text.find(':', quoted ? end_of_quoted(text, begin) : begin);
  return colon == none ? text.size() : colon + 1;
}

std::size_t start_of_value(std::string_view text, std::size_t colon) {
  std::size_t at = colon;
  while (at < text.size()) {
    at = std::min(text.find_first_not_of(" \t\n", at), text.size());
    if (at == text.size() || text[at] != '#') return at;
    at = line_end(text, at);
  }
  return at;
}

std::size_t end_of_scalar(std::string_view text, std::size_t begin, std::size_t column, bool flow) {
  if (begin >= text.size()) return text.size();
  const char first = text[begin];
  if (first == '"' || first == '\'') return end_of_quoted(text, begin);
  if (flow) return end_of_flow_plain(text, begin);
  if (first == '|' || first == '>') return end_of_block(text, begin, column);
  return end_of_plain(text, begin, column);
}

}  // namespace handbill
