// Putting one line together: which glyphs, in which order, where.
#pragma once

#include <cstdint>
#include <vector>

#include "text/paragraph.h"
#include "text/shaped_text.h"
#include "text/shaping.h"

namespace handbill {

/// A line that has been decided on.
struct LineSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t visible_end = 0;  ///< before the spaces at its end
  bool hyphen = false;
  bool forced = false;
};

/// The line of `count` pieces from `first` on.
LineSpan span_of(const std::vector<Piece>& pieces, std::size_t first, std::size_t count);

/// Sets lines of one paragraph, one after another. One thread at a time.
class LineSetter {
 public:
  LineSetter(const ShapedParagraph& paragraph, const LineOptions& options) : paragraph_(paragraph), options_(options) {}

  /// The room that a line has.
  Length room(const LineSpan& span) const {
    return span.begin == 0 ? options_.measure - options_.first_indent : options_.measure;
  }

  /// The line at its natural width, its runs in visual order but not yet in their places.
  Line gather(const LineSpan& span) { return gather(span, {}); }

  /// Justifies a gathered line where it is to be, or where it is too wide by a little, and puts its runs in place.
  void place(const LineSpan& span, Line& line);

 private:
  enum class Edge : std::uint8_t { start, end };

  struct Portion {
    const ShapedRun* run = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    BidiLevel level = 0;
    bool hyphen = false;
  };

  Line gather(const LineSpan& span, const Elongations& elongations);
  void elongate(const LineSpan& span, Length room, Line& line);
  std::vector<Portion> portions_of(const LineSpan& span) const;
  void add_portions(const LineSpan& span, const ShapedRun& run, std::vector<Portion>& portions) const;
  LineRun run_for(const Portion& portion, const Elongations& elongations);
  void take_glyphs(const Portion& portion, const Elongations& elongations, std::vector<Glyph>& glyphs);
  bool safe_to_break(const ShapedRun& run, std::uint32_t offset) const;
  Length hang_at(Edge edge, const LineSpan& span, const Line& line) const;
  double share_hanging(Edge edge, const LineRun& run, const Glyph& glyph) const;
  Length left_edge(const LineSpan& span, Length width) const;
  BidiLevel base_level() const { return paragraph_.styled->direction == Direction::right_to_left ? 1 : 0; }

  const ShapedParagraph& paragraph_;
  const LineOptions& options_;
  Shaper shaper_;
  std::vector<ShapedGlyph> reshaped_;
};

}  // namespace handbill
