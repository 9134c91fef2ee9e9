#include "render/plain/flow.h"

#include <algorithm>

#include "core/unicode.h"
#include "render/plain/bidi.h"

namespace handbill::plain {
namespace {

constexpr char16_t soft_hyphen = u'\u00AD';

/// A tab or newline is a space: only code has columns, and line breaks are asked for by append_break().
std::u16string printable(std::string_view utf8) {
  std::u16string text = to_utf16(utf8);
  std::erase(text, soft_hyphen);
  std::replace_if(
      text.begin(), text.end(), [](char16_t unit) { return unit == u'\t' || unit == u'\n'; }, u' ');
  return text;
}

}  // namespace

void append(Flow& flow, std::string_view utf8) {
  flow.text += printable(utf8);
}

void append_break(Flow& flow) {
  flow.text += u'\n';
}

void append_joined(Flow& flow, std::string_view utf8) {
  const std::size_t begin = flow.text.size();
  append(flow, utf8);
  flow.keeps.push_back({begin == 0 ? 0 : begin - 1, flow.text.size()});
}

void append_verbatim(Flow& flow, std::string_view utf8) {
  const std::u16string text = printable(utf8);
  const bool isolate = flow.language.right_to_left() || has_letters_of(text, Direction::right_to_left);
  if (isolate) flow.text += left_to_right_isolate;
  flow.text += text;
  if (isolate) flow.text += pop_isolate;
}

void append_address(Flow& flow, std::string_view address) {
  const std::size_t begin = flow.text.size();
  append_verbatim(flow, address);
  flow.keeps.push_back({begin, flow.text.size()});
}

void append(Flow& flow, const Flow& other) {
  const bool turns = other.language.direction() != flow.language.direction() && !other.empty();
  if (turns) flow.text += other.language.right_to_left() ? right_to_left_isolate : left_to_right_isolate;
  const std::size_t shift = flow.text.size();
  flow.text += other.text;
  for (const Keep& kept : other.keeps) flow.keeps.push_back({kept.begin + shift, kept.end + shift});
  if (turns) flow.text += pop_isolate;
}

void keep_with_next(Flow& flow, std::size_t offset) {
  flow.keeps.push_back({offset, offset + 2});
}

void keep_with_previous(Flow& flow, std::size_t offset) {
  if (offset > 0) flow.keeps.push_back({offset - 1, offset + 1});
}

}  // namespace handbill::plain
