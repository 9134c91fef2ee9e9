#include "source/mapped_text.h"

#include <algorithm>

namespace handbill {
namespace {

constexpr std::size_t stride = 256;

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u; }));
}

}  // namespace

LineIndex::LineIndex(std::string_view text, Place start) : text_(text), start_(std::move(start)), starts_{0} {
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1))
    starts_.push_back(i + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += stride) {
    counts_.push_back(count);
    count += code_points(text.substr(i, stride));
  }
  counts_.push_back(count);
}

std::uint32_t LineIndex::count(std::size_t begin, std::size_t end) const {
  // Most places are a line's first, or near it.
  if (end - begin <= stride) return code_points(text_.substr(begin, end - begin));
  return count_before(end) - count_before(begin);
}

std::uint32_t LineIndex::count_before(std::size_t offset) const {
  const std::size_t stretch = offset / stride;
  return counts_[stretch] + code_points(text_.substr(stretch * stride, offset - stretch * stride));
}

std::size_t LineIndex::line_start(std::size_t line) const {
  return line < starts_.size() ? starts_[line] : text_.size();
}

Place LineIndex::place(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(next - starts_.begin()) - 1;
  const std::uint32_t columns = count(starts_[line], offset);
  const std::uint32_t first_column = line == 0 ? std::max(start_.column, 1u) : 1;
  return start_.at(std::max(start_.line, 1u) + static_cast<std::uint32_t>(line), first_column + columns);
}

std::size_t MappedText::original(std::size_t offset) const {
  const auto next = std::upper_bound(anchors_.begin(), anchors_.end(), offset,
                                     [](std::size_t value, const Anchor& anchor) { return value < anchor.here; });
  const Anchor& anchor = *(next - 1);
  return anchor.replaced ? anchor.original : anchor.original + (offset - anchor.here);
}

MappedText MappedText::with(const std::vector<Edit>& edits) const {
  MappedText result(std::string(), 0);
  result.anchors_.clear();
  std::size_t from = 0;
  auto anchor = anchors_.begin();
  const auto keep = [&](std::size_t to) {
    // The anchor in force at `from`, then those up to `to`, moved to where they stand now.
    const std::size_t here = result.text_.size();
    while (anchor + 1 != anchors_.end() && (anchor + 1)->here <= from) ++anchor;
    result.anchors_.push_back({here, original(from), anchor->replaced});
    for (auto later = anchor + 1; later != anchors_.end() && later->here < to; ++later)
      result.anchors_.push_back({here + (later->here - from), later->original, later->replaced});
    result.text_.append(text_, from, to - from);
  };
  for (const Edit& edit : edits) {
    if (edit.offset > from) keep(edit.offset);
    result.anchors_.push_back({result.text_.size(), original(edit.offset), true});
    result.text_ += edit.text;
    from = edit.offset + edit.length;
  }
  keep(text_.size());
  return result;
}

}  // namespace handbill
