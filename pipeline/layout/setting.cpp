#include "layout/setting.h"

#include <algorithm>
#include <utility>

namespace handbill {
namespace {

LineOptions line_options(Length measure, const SettingOptions& options) {
  return {.measure = measure,
          .alignment = options.alignment,
          .hyphenate = options.justified(),
          .balanced = options.balanced,
          .elongate = options.elongate,
          .optical_margins = options.justified()};
}

LinesPtr lines_of(const ShapedTextPtr& shaped, const LineOptions& options) {
  return std::make_shared<const std::vector<Line>>(break_lines(shaped, options));
}

SetLinesPtr with_lines(StyledTextPtr text, LinesPtr lines) {
  return std::make_shared<const SetLines>(SetLines{std::move(text), std::move(lines)});
}

/// How far the line's images stand above what its baseline leaves room for.
Length extra_height(const SetLines& text, const Line& line, const TypeSpec& type) {
  Length extra;
  for (const InlineBox& box : text.styled->boxes)
    if (box.offset >= line.begin && box.offset < line.end) extra = std::max(extra, box.ascent - baseline_in(type));
  return extra;
}

bool ends_with_hyphen(const Line& line) {
  return std::any_of(line.runs.begin(), line.runs.end(), [](const LineRun& run) { return run.generated; });
}

LineMark line_mark(const SetText& text, std::size_t index, const Column& column, Length baseline) {
  return {.set = text.set,
          .index = static_cast<std::uint32_t>(index),
          .meanings = text.meanings,
          .start = column.start,
          .measure = column.measure,
          .baseline = baseline};
}

}  // namespace

ShapedPassage TextSetter::shape(TaggedText text) {
  return {take(handbill::shape(std::move(text.styled), *fonts_), diagnostics_), std::move(text.meanings)};
}

SetText TextSetter::set(const ShapedPassage& shaped, Length measure, const SettingOptions& options) const {
  LinesPtr lines = lines_of(shaped.shaped, line_options(measure, options));
  return {with_lines(shaped->shared_source(), std::move(lines)), shaped.meanings};
}

SetText TextSetter::set(TaggedText text, Length measure, const SettingOptions& options) {
  if (memory_ == nullptr) return set(shape(std::move(text)), measure, options);
  const LineOptions how = line_options(measure, options);
  const auto styled = std::make_shared<const StyledText>(std::move(text.styled));
  LinesPtr lines = memory_->find(*styled, how);
  if (lines == nullptr) {
    auto shaped = handbill::shape(styled, *fonts_);
    lines = lines_of(shaped.value, how);
    // What there is to say about a text has its place in it, so it is said anew wherever the text stands.
    if (shaped.diagnostics.empty()) memory_->keep(styled, how, lines);
    append(diagnostics_, std::move(shaped.diagnostics));
  }
  return {with_lines(styled, std::move(lines)), std::move(text.meanings)};
}

TextWidths TextSetter::widths(TaggedText text) {
  const auto styled = std::make_shared<const StyledText>(std::move(text.styled));
  if (memory_ != nullptr)
    if (const auto known = memory_->find_widths(*styled)) return *known;
  auto shaped = handbill::shape(styled, *fonts_);
  const TextWidths widths{.natural = shaped.value->natural_width(), .minimum = shaped.value->minimum_width()};
  if (memory_ != nullptr && shaped.diagnostics.empty()) memory_->keep_widths(styled, widths);
  append(diagnostics_, std::move(shaped.diagnostics));
  return widths;
}

Length baseline_in(const TypeSpec& type) {
  // Half of what the leading exceeds the size by, then the part of an em that stands above the baseline.
  constexpr double above_baseline = 0.8;
  return (type.leading - type.size) / 2 + type.size * above_baseline;
}

void add_lines(FlowItem& strip, const SetText& text, const Column& column, const TypeSpec& type, Length& top) {
  for (std::size_t i = 0; i < text.set->lines->size(); ++i) {
    const Length extra = extra_height(*text.set, (*text.set->lines)[i], type);
    strip.marks.push_back(line_mark(text, i, column, top + extra + baseline_in(type)));
    top += type.leading + extra;
  }
}

Flow strips_of(const SetText& text, const Column& column, const TypeSpec& type) {
  const std::vector<Line>& lines = *text.set->lines;
  Flow strips;
  strips.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Length extra = extra_height(*text.set, lines[i], type);
    FlowItem strip{.height = type.leading + extra};
    if (i > 0 && ends_with_hyphen(lines[i - 1])) strip.break_before = BreakBefore::avoid;
    if (i == 1 || (i > 0 && i + 1 == lines.size())) strip.break_before = BreakBefore::forbidden;
    strip.marks.push_back(line_mark(text, i, column, extra + baseline_in(type)));
    strips.push_back(std::move(strip));
  }
  return strips;
}

}  // namespace handbill
