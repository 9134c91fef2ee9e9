#include "source/code_spans.h"

#include <algorithm>

#include "source/escape.h"

namespace handbill {
namespace {

std::size_t run_end(std::string_view text, std::size_t start) {
  return std::min(text.find_first_not_of('`', start), text.size());
}

}  // namespace

std::optional<std::size_t> CodeSpans::end_around(std::size_t offset) {
  while (read_ < offset) {
    const std::size_t start = text_.find('`', read_);
    if (start >= offset) break;  // npos, too
    if (is_escaped(text_, start)) {
      read_ = start + 1;
      continue;
    }
    const std::size_t end = run_end(text_, start);
    const auto close = closing(end, end - start);
    if (close && *close > offset) return close;
    read_ = close ? *close + (end - start) : end;
  }
  return std::nullopt;
}

void CodeSpans::pass(std::size_t offset) {
  read_ = std::max(read_, offset);
}

void CodeSpans::find_runs() {
  runs_found_ = true;
  for (std::size_t start = text_.find('`'); start != std::string_view::npos;) {
    const std::size_t end = run_end(text_, start);
    runs_[end - start].push_back(start);
    start = text_.find('`', end);
  }
}

// Inside a code span a backslash is one, so that it escapes no closing backticks.
std::optional<std::size_t> CodeSpans::closing(std::size_t from, std::size_t length) {
  if (!runs_found_) find_runs();
  const auto same = runs_.find(length);
  if (same == runs_.end()) return std::nullopt;
  const auto next = std::lower_bound(same->second.begin(), same->second.end(), from);
  if (next == same->second.end() || *next >= paragraph_end(from)) return std::nullopt;
  return *next;
}

std::size_t CodeSpans::paragraph_end(std::size_t from) {
  if (from < paragraph_end_) return paragraph_end_;
  for (std::size_t line = text_.find('\n', from); line != std::string_view::npos; line = text_.find('\n', line + 1)) {
    const std::size_t next = text_.find_first_not_of(" \t", line + 1);
    if (next == std::string_view::npos || text_[next] == '\n') return paragraph_end_ = line;
  }
  return paragraph_end_ = text_.size();
}

}  // namespace handbill
