#include "source/mapped_text.h"

#include <algorithm>

namespace handbill {

LineIndex::LineIndex(std::string_view text, Place start) : text_(text), start_(std::move(start)), starts_{0} {
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1))
    starts_.push_back(i + 1);
}

std::size_t LineIndex::line_start(std::size_t line) const {
  return line < starts_.size() ? starts_[line] : text_.size();
}

Place LineIndex::place(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(next - starts_.begin()) - 1;
  if (known_offset_ < starts_[line] || known_offset_ > offset) {
    known_offset_ = starts_[line];
    known_column_ = 0;
  } else if (known_offset_ == starts_[line]) {
    known_column_ = 0;
  }
  for (; known_offset_ < offset; ++known_offset_)
    known_column_ += (static_cast<unsigned char>(text_[known_offset_]) & 0xc0u) != 0x80u;
  const std::uint32_t first_column = line == 0 ? std::max(start_.column, 1u) : 1;
  return start_.at(std::max(start_.line, 1u) + static_cast<std::uint32_t>(line), first_column + known_column_);
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
