// Text set into lines, lines made into strips of the flow.
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "design/theme.h"
#include "layout/flow.h"
#include "layout/run_meaning.h"
#include "layout/set_memory.h"
#include "text/font_library.h"

namespace handbill {

/// A column of the flow that text is set in.
struct Column {
  Length start;  ///< from the flow's start edge
  Length measure;
};

struct SettingOptions {
  TextAlignment alignment = TextAlignment::start;
  bool balanced = false;  ///< lines all of about one length
  bool elongate = false;  ///< LineOptions::elongate

  bool justified() const { return alignment == TextAlignment::justify; }
};

/// A text that is shaped, with what its tags stand for.
struct ShapedPassage {
  ShapedTextPtr shaped;
  RunMeaningsPtr meanings;
  const ShapedText* operator->() const { return shaped.get(); }
};

/// A text that is set, with what its tags stand for.
struct SetText {
  SetLinesPtr set;
  RunMeaningsPtr meanings;
};

/// Shapes and sets texts, and gathers what there is to say about them. Each thread has its own.
class TextSetter {
 public:
  /// `memory` is asked first and told afterwards; null: every text is set anew.
  explicit TextSetter(const FontLibrary& fonts, SetMemory* memory = nullptr) : fonts_(&fonts), memory_(memory) {}

  ShapedPassage shape(TaggedText text);
  SetText set(const ShapedPassage& shaped, Length measure, const SettingOptions& options = {}) const;
  SetText set(TaggedText text, Length measure, const SettingOptions& options = {});

  /// How wide a text is.
  TextWidths widths(TaggedText text);

  /// Diagnostics: missing-glyph.
  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  const FontLibrary* fonts_;
  SetMemory* memory_;
  Diagnostics diagnostics_;
};

/// Where the baseline stands in a line of a type's leading. The same for every face that may be on the line, so that
/// lines keep an even distance.
Length baseline_in(const TypeSpec& type);

/// One strip a line, `type.leading` high or as high as an image in it. No page may end after the first line or before
/// the last: two lines at least stay together. Nor, if it can be helped, after a line that ends inside a word.
Flow strips_of(const SetText& text, const Column& column, const TypeSpec& type);

/// The lines of `text` as marks of one strip, the first line's top at `top`; adds their height to `top`.
void add_lines(FlowItem& strip, const SetText& text, const Column& column, const TypeSpec& type, Length& top);

}  // namespace handbill
