#include "layout/set_memory.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace handbill {
namespace {

bool operator==(const LineOptions& a, const LineOptions& b) {
  return a.measure == b.measure && a.first_indent == b.first_indent && a.alignment == b.alignment &&
         a.hyphenate == b.hyphenate && a.balanced == b.balanced && a.elongate == b.elongate &&
         a.optical_margins == b.optical_margins && a.looseness == b.looseness && a.strategy == b.strategy;
}

bool alike(const StyleSpan& a, const StyleSpan& b) {
  return a.end == b.end && a.style == b.style;
}

bool alike(const InlineBox& a, const InlineBox& b) {
  return a.offset == b.offset && a.width == b.width && a.ascent == b.ascent && a.descent == b.descent && a.tag == b.tag;
}

template <class Items>
bool all_alike(const Items& a, const Items& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return alike(x, y); });
}

/// Where it was written makes no difference to its lines.
bool set_alike(const StyledText& a, const StyledText& b) {
  return a.text == b.text && a.direction == b.direction && a.language == b.language && a.cohesion == b.cohesion &&
         a.sizes == b.sizes && all_alike(a.spans, b.spans) && all_alike(a.boxes, b.boxes);
}

std::size_t hash_of(const StyledText& text, const LineOptions& options) {
  constexpr std::size_t spread = 0x9E3779B97F4A7C15ULL;
  const auto mix = [](std::size_t all, double value) { return (all ^ std::hash<double>()(value)) * spread; };
  std::size_t hash = mix(std::hash<std::u16string_view>()(text.text), options.measure.pt());
  return text.spans.empty() ? hash : mix(hash, text.spans.front().style.size.pt());
}

}  // namespace

LinesPtr SetMemory::find(const StyledText& text, const LineOptions& options) const {
  const std::size_t hash = hash_of(text, options);
  const std::lock_guard lock(mutex_);
  const auto [first, last] = entries_.equal_range(hash);
  const auto found = std::find_if(first, last, [&](const auto& entry) {
    return entry.second.options == options && set_alike(*entry.second.text, text);
  });
  return found == last ? nullptr : found->second.lines;
}

void SetMemory::keep(StyledTextPtr text, const LineOptions& options, LinesPtr lines) {
  const std::size_t hash = hash_of(*text, options);
  const std::lock_guard lock(mutex_);
  entries_.emplace(hash, Entry{std::move(text), options, std::move(lines)});
}

std::optional<TextWidths> SetMemory::find_widths(const StyledText& text) const {
  const std::size_t hash = hash_of(text, {});
  const std::lock_guard lock(mutex_);
  const auto [first, last] = widths_.equal_range(hash);
  const auto found = std::find_if(first, last, [&](const auto& entry) { return set_alike(*entry.second.text, text); });
  return found == last ? std::nullopt : std::optional(found->second.widths);
}

void SetMemory::keep_widths(StyledTextPtr text, const TextWidths& widths) {
  const std::size_t hash = hash_of(*text, {});
  const std::lock_guard lock(mutex_);
  widths_.emplace(hash, WidthEntry{std::move(text), widths});
}

std::shared_ptr<const QrCode> SetMemory::code(const std::string& address) {
  const std::lock_guard lock(mutex_);
  const auto [found, is_new] = codes_.try_emplace(address);
  if (!is_new) return found->second;
  if (auto code = qr_code(address)) found->second = std::make_shared<const QrCode>(std::move(*code));
  return found->second;
}

}  // namespace handbill
