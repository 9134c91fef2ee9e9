// Text set into lines, lines made into strips of the flow.
#pragma once

#include <string>
#include <vector>

#include "design/theme.h"
#include "layout/composition.h"
#include "layout/flow.h"

namespace handbill {

/// A column of the flow that text is set in.
struct Column {
  Length start;  ///< from the flow's start edge
  Length measure;
};

struct SettingOptions {
  const TypeSpec& type;  ///< for the leading; its size places the baseline
  TextAlignment alignment = TextAlignment::start;
  Length first_indent;
  bool balanced = false;  ///< lines all of about one length
  bool elongate = false;  ///< LineOptions::elongate
};

/// Lines of one paragraph with what they are set from.
struct SetText {
  ShapedTextPtr shaped;
  std::vector<Line> lines;
};

SetText set_text(const ShapedTextPtr& shaped, Length measure, const SettingOptions& options);

/// Where the baseline stands in a line of a type's leading. The same for every face that may be on the line, so that
/// lines keep an even distance.
Length baseline_in(const TypeSpec& type);

/// One strip a line, `type.leading` high or as high as an image in it. No page may end after the first line or before
/// the last: two lines at least stay together. Nor, if it can be helped, after a line that ends inside a word.
Flow strips_of(const SetText& text, const Column& column, const TypeSpec& type);

/// The lines of `text` as marks of one strip, the first line's top at `top`; adds their height to `top`.
void add_lines(FlowItem& strip, const SetText& text, const Column& column, const TypeSpec& type, Length& top);

}  // namespace handbill
