#include "layout/setting.h"

#include <algorithm>

namespace handbill {
namespace {

/// How far the line's images stand above what its baseline leaves room for.
Length extra_height(const StyledText& text, const Line& line, const TypeSpec& type) {
  Length extra;
  for (const InlineBox& box : text.boxes)
    if (box.offset >= line.begin && box.offset < line.end) extra = std::max(extra, box.ascent - baseline_in(type));
  return extra;
}

bool ends_with_hyphen(const Line& line) {
  return std::any_of(line.runs.begin(), line.runs.end(), [](const LineRun& run) { return run.generated; });
}

}  // namespace

SetText set_text(const ShapedTextPtr& shaped, Length measure, const SettingOptions& options) {
  const bool justified = options.alignment == TextAlignment::justify;
  return {shaped, break_lines(shaped, {.measure = measure,
                                       .first_indent = options.first_indent,
                                       .alignment = options.alignment,
                                       .hyphenate = justified,
                                       .balanced = options.balanced,
                                       .elongate = options.elongate,
                                       .optical_margins = justified})};
}

Length baseline_in(const TypeSpec& type) {
  // Half of what the leading exceeds the size by, then the part of an em that stands above the baseline.
  constexpr double above_baseline = 0.8;
  return (type.leading - type.size) / 2 + type.size * above_baseline;
}

void add_lines(FlowItem& strip, const SetText& text, const Column& column, const TypeSpec& type, Length& top) {
  const auto characters = std::make_shared<const std::u16string>(text.shaped->source().text);
  for (const Line& line : text.lines) {
    const Length extra = extra_height(text.shaped->source(), line, type);
    strip.marks.push_back(LineMark{.line = std::make_shared<const Line>(line),
                                   .text = characters,
                                   .start = column.start,
                                   .measure = column.measure,
                                   .baseline = top + extra + baseline_in(type)});
    top += type.leading + extra;
  }
}

Flow strips_of(const SetText& text, const Column& column, const TypeSpec& type) {
  const auto characters = std::make_shared<const std::u16string>(text.shaped->source().text);
  Flow strips;
  strips.reserve(text.lines.size());
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const Length extra = extra_height(text.shaped->source(), text.lines[i], type);
    FlowItem strip{.height = type.leading + extra};
    if (i > 0 && ends_with_hyphen(text.lines[i - 1])) strip.break_before = BreakBefore::avoid;
    if (i == 1 || (i > 0 && i + 1 == text.lines.size())) strip.break_before = BreakBefore::forbidden;
    strip.marks.push_back(LineMark{.line = std::make_shared<const Line>(text.lines[i]),
                                   .text = characters,
                                   .start = column.start,
                                   .measure = column.measure,
                                   .baseline = extra + baseline_in(type)});
    strips.push_back(std::move(strip));
  }
  return strips;
}

}  // namespace handbill
