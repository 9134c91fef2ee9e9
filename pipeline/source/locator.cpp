#include "source/locator.h"

#include <algorithm>
#include <string>

#include "core/limits.h"

namespace handbill {
namespace {

constexpr std::size_t near_bytes = 256;
constexpr std::size_t probe_length = 32;
constexpr std::size_t none = std::string_view::npos;

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

}  // namespace

void Locator::move_to(std::size_t offset) {
  cursor_ = std::min(std::max(cursor_, offset), end_);
}

// The first `what` that starts within `window` bytes after the cursor.
std::size_t Locator::find(std::string_view what, std::size_t window) const {
  const std::size_t room = std::min(end_ - cursor_, window + what.size());
  const std::size_t found = text_.substr(cursor_, room).find(what);
  return found == none ? none : cursor_ + found;
}

std::size_t Locator::pass(std::string_view literal) {
  const std::string_view probe = literal.substr(0, probe_length);
  const std::size_t found = find(probe, near_bytes);
  if (found == none || probe.empty()) return cursor_;
  // Only marks may lie between: words would be another text's.
  const std::string_view gap = text_.substr(cursor_, found - cursor_);
  if (std::any_of(gap.begin(), gap.end(), is_word_byte)) return cursor_;
  const bool whole = text_.substr(found, literal.size()) == literal;
  move_to(found + (whole ? literal.size() : probe.size()));
  return found;
}

std::size_t Locator::pass_exact(std::string_view exact) {
  const std::size_t found = find(exact, limits::link_window_bytes);
  if (found == none) return cursor_;
  move_to(found + exact.size());
  return found;
}

bool Locator::is_unescaped_ahead(std::string_view exact, std::size_t& offset) const {
  offset = find(exact, limits::link_window_bytes);
  if (offset == none) return false;
  return offset == 0 || text_[offset - 1] != '\\';
}

// Where the link begins whose address was found at `address`; none when the address is not a link's there.
std::size_t Locator::start_of(std::size_t address) const {
  const auto at = [&](std::size_t back) { return back <= address ? text_[address - back] : '\0'; };
  const std::size_t bracket = at(1) == '<' && at(2) == '(' && at(3) == ']' ? 3 : at(1) == '(' && at(2) == ']' ? 2 : 0;
  if (bracket == 0) return at(1) == '<' || at(1) == '[' ? address - 1 : address;
  int open = 0;
  for (std::size_t i = address - bracket + 1; i-- > cursor_;) {
    const bool escaped = i > 0 && text_[i - 1] == '\\';
    if (escaped) continue;
    if (text_[i] == ']') ++open;
    if (text_[i] == '[' && --open == 0) return i;
  }
  return none;
}

Locator::Span Locator::link(std::string_view address, std::string_view first_words, bool image) const {
  for (const std::string_view hidden : {"", "mailto:", "http://"}) {
    if (!address.starts_with(hidden) || address.size() == hidden.size()) continue;
    const std::string_view written = address.substr(hidden.size());
    const std::size_t found = find(written, limits::link_window_bytes);
    if (found == none) continue;
    const std::size_t start = start_of(found);
    if (start == none || start < cursor_) continue;
    const bool bang = image && start > cursor_ && text_[start - 1] == '!';
    return {start - (bang ? 1 : 0), found + written.size()};
  }
  // An address written some other way, or somewhere else: then the text tells.
  std::string words = image ? "![" : "[";
  words += first_words.substr(0, probe_length);
  const std::size_t found = find(words, limits::link_window_bytes);
  return found == none ? Span{cursor_, cursor_} : Span{found, found};
}

}  // namespace handbill
