// Adding up advances along a paragraph.
#pragma once

#include "text/give.h"
#include "text/optical_margin.h"
#include "text/shaped_text.h"

namespace handbill {

/// Walks over a paragraph's glyphs in reading order and tells how wide each stretch is, and how far it gives.
class WidthWalk {
 public:
  WidthWalk(const ShapedParagraph& paragraph, std::uint32_t begin) : paragraph_(paragraph) {
    if (paragraph.runs.empty()) return;
    run_ = paragraph.run_at(begin);
    glyph_ = paragraph.glyph_at(paragraph.runs[run_], begin);
  }

  struct Step {
    Length width;
    Give give;
    Give last;          ///< what the last glyph gives of it: nothing when a line ends behind it
    Length hang_start;  ///< what its first and last glyphs may stand out by at a line's start and end
    Length hang_end;
  };

  /// From where the walk stands to `end`, where it stands then. A cluster counts where it begins.
  Step advance_to(std::uint32_t end) {
    Step step;
    for (; run_ < paragraph_.runs.size(); ++run_) {
      const ShapedRun& run = paragraph_.runs[run_];
      if (run.begin >= end) break;
      if (run.kind == Segment::Kind::box) {
        step.width += paragraph_.styled->boxes[run.box].width;
        step.hang_end = {};
      } else {
        add_glyphs(run, end, step);
      }
      if (run.end > end) break;
    }
    return step;
  }

 private:
  void add_glyphs(const ShapedRun& run, std::uint32_t end, Step& step) {
    const Length size = run.size;
    const std::u16string& text = paragraph_.text();
    const ShapedGlyph* const glyphs = paragraph_.glyphs().data();
    const std::size_t first = glyph_;
    double em = 0;
    for (; glyph_ < run.end_glyph && glyphs[glyph_].cluster < end; ++glyph_) {
      const ShapedGlyph& glyph = glyphs[glyph_];
      const double advance = static_cast<double>(glyph.advance);
      em += advance;
      step.last = {};
      if (!may_give(text[glyph.cluster])) continue;
      const GlyphGive give = give_of(text, glyph.cluster, advance);
      step.last = {size * give.stretch, size * give.shrink, {}};
      step.give += step.last;
    }
    if (first < glyph_) add_hanging(run, first, step);
    step.width += size * em;
    if (run.scalable) step.give.scaling += size * (em * most_scaling);
  }

  /// Only what is written in the paragraph's direction stands at the line's edge where it is read.
  void add_hanging(const ShapedRun& run, std::size_t first, Step& step) const {
    const bool hangs = run.level % 2 == (paragraph_.styled->direction == Direction::right_to_left ? 1 : 0);
    const Length em = hangs ? run.size : Length();
    const ShapedGlyph& start = paragraph_.glyphs()[first];
    const ShapedGlyph& last = paragraph_.glyphs()[glyph_ - 1];
    const std::u16string& text = paragraph_.text();
    if (step.width == Length())
      step.hang_start = em * (static_cast<double>(start.advance) * share_hanging_at_start(text, start.cluster));
    step.hang_end = em * (static_cast<double>(last.advance) * share_hanging_at_end(text, last.cluster));
  }

  const ShapedParagraph& paragraph_;
  std::size_t run_ = 0;
  std::size_t glyph_ = 0;
};

}  // namespace handbill
