#include "render/plain/lines.h"

#include <iterator>

#include "core/unicode.h"
#include "render/plain/bidi.h"

namespace handbill::plain {

Lines lines_of(const std::vector<std::string>& texts, Direction direction) {
  Lines lines;
  for (const std::string& text : texts) lines.push_back({text, direction});
  return lines;
}

Lines prefixed(const Lines& lines, const Prefix& prefix, Direction direction) {
  Lines all;
  for (const Line& line : lines) {
    const std::string& before = all.empty() ? prefix.first : prefix.rest;
    const bool turns = !line.text.empty() && line.direction != direction;
    std::string text = before + (turns ? isolated(line.text, line.direction) : line.text);
    text.erase(text.find_last_not_of(' ') + 1);
    all.push_back({std::move(text), direction});
  }
  return all;
}

void add(Lines& lines, Lines more, int blank_lines) {
  if (more.empty()) return;
  if (!lines.empty()) lines.insert(lines.end(), static_cast<std::size_t>(blank_lines), Line{});
  lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string to_text(const Lines& lines) {
  std::string text;
  for (const Line& line : lines) text += directed(line.text, line.direction) + "\n";
  return text;
}

}  // namespace handbill::plain
