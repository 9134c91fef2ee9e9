// Adding up advances along a paragraph.
#pragma once

#include "text/shaped_text.h"

namespace handbill {

/// Walks over a paragraph's glyphs in reading order and tells how wide each stretch is.
class WidthWalk {
 public:
  WidthWalk(const ShapedParagraph& paragraph, std::uint32_t begin) : paragraph_(paragraph) {
    if (paragraph.runs.empty()) return;
    run_ = paragraph.run_at(begin);
    glyph_ = paragraph.glyph_at(paragraph.runs[run_], begin);
  }

  /// The width from where the walk stands to `end`, where it stands then. A cluster counts where it begins.
  Length advance_to(std::uint32_t end) {
    Length width;
    for (; run_ < paragraph_.runs.size(); ++run_) {
      const ShapedRun& run = paragraph_.runs[run_];
      if (run.begin >= end) break;
      width += run.kind == Segment::Kind::box ? paragraph_.styled.boxes[run.box].width : width_in(run, end);
      if (run.end > end) break;
    }
    return width;
  }

 private:
  Length width_in(const ShapedRun& run, std::uint32_t end) {
    double em = 0;
    for (; glyph_ < run.end_glyph && paragraph_.glyphs[glyph_].cluster < end; ++glyph_)
      em += static_cast<double>(paragraph_.glyphs[glyph_].advance);
    return paragraph_.style(run).size * em;
  }

  const ShapedParagraph& paragraph_;
  std::size_t run_ = 0;
  std::size_t glyph_ = 0;
};

}  // namespace handbill
