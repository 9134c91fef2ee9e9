#include "render/plain/lines.h"

#include <iterator>

#include "core/unicode.h"
#include "render/plain/bidi.h"

namespace handbill::plain {
namespace {

/// A whole line that is shown as it should whatever direction it is taken to have.
std::string directed(const std::string& line, Direction direction, Direction document) {
  const bool wrong = changes_order(line, direction, Direction::left_to_right) ||
                     (document == Direction::right_to_left && changes_order(line, direction, document));
  return marked(wrong ? isolated(line, direction) : line, direction);
}

/// A line with what it takes to be read right, and without spaces at its end. Of a paragraph whose lines may be joined,
/// only the first can have a mark: others would stand in the middle of it.
std::string with_marks(const Line& line, const Script& script, bool continues) {
  std::string text = script.bidi == BidiMarks::none ? without_controls(line.text) : line.text;
  text.erase(text.find_last_not_of(' ') + 1);
  if (script.bidi == BidiMarks::none || continues) return text;
  return line.soft ? marked(text, line.direction) : directed(text, line.direction, script.direction);
}

/// A line as RFC 3676 has it: the marks of quotations in front, a space before what would be taken for one (or for the
/// start of the next mail), and a space at the end where the paragraph goes on.
std::string flowed(const Line& line, const std::string& text) {
  std::string whole(static_cast<std::size_t>(line.quotes), '>');
  const bool stuffed = line.quotes > 0 || text.starts_with(' ') || text.starts_with('>') || text.starts_with("From ");
  if (stuffed && !text.empty()) whole += ' ';
  whole += text;
  if (line.soft) whole += ' ';
  return whole;
}

}  // namespace

Lines lines_of(const std::vector<std::string>& texts, Direction direction) {
  Lines lines;
  for (const std::string& text : texts) lines.push_back({text, direction});
  return lines;
}

Lines prefixed(const Lines& lines, const Prefix& prefix, Direction direction) {
  Lines all;
  for (const Line& line : lines) {
    const bool continues = !all.empty() && all.back().soft;
    std::string text = continues ? std::string() : all.empty() ? prefix.first : prefix.rest;
    const bool turns = !line.text.empty() && line.direction != direction;
    if (turns && !continues) text += initiator_of(line.direction);
    text += line.text;
    if (turns && !line.soft) text += end_of_isolate;
    text.erase(text.find_last_not_of(' ') + 1);
    all.push_back({std::move(text), direction, line.soft, line.quotes});
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

std::string to_text(const Lines& lines, const Script& script) {
  std::string text;
  bool continues = false;
  for (const Line& line : lines) {
    const std::string written = with_marks(line, script, continues);
    text += script.format == TextFormat::flowed ? flowed(line, written) : written;
    text += '\n';
    continues = line.soft;
  }
  return text;
}

}  // namespace handbill::plain
