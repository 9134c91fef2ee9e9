// A paragraph on its way from characters to lines.
//
//   StyledText --shape()--> ShapedText --break_lines()--> vector<Line>
//
// StyledText is UTF-16 with style spans. shape() splits it into runs of one bidi level (UAX #9, ICU), one script
// (UAX #24), one face and one style and shapes each with HarfBuzz, once, at size 1 em. break_lines() finds where lines
// may end (UAX #14 through ICU, by language), chooses, and hands out lines whose glyphs are in visual order, re-shaped
// only where HarfBuzz says that a break is unsafe.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "core/length.h"
#include "text/cohesion.h"
#include "text/face.h"
#include "text/font_library.h"

namespace handbill {

/// What a run's renderer wants to know about it (colour, link, structure): text/ carries it through unread. Text
/// with different tags never shares a run.
using RunTag = std::uint32_t;

/// Which of a face's figures, where it has more than one set; `face` takes what it has first.
struct Figures {
  enum class Shape : std::uint8_t { face, lining, old_style };
  enum class Width : std::uint8_t { face, proportional, tabular };
  Shape shape = Shape::face;
  Width width = Width::face;
  friend bool operator==(const Figures&, const Figures&) = default;
};

/// How large each script is set, as a factor of TextStyle::size, so that scripts beside each other look alike.
struct ScriptSizes {
  std::vector<std::pair<std::string, double>> scripts;  ///< by ISO 15924 code
  double others = 1;
};

struct TextStyle {
  FontRequest font;
  Length size = 10_pt;
  Length rise;  ///< baseline shift, upwards: footnote marks
  Language language;
  RunTag tag = 0;
  double letter_spacing = 0;    ///< em, never applied to cursive scripts (joins would break)
  bool small_capitals = false;  ///< OpenType smcp, where the face has it
  Figures figures;              ///< OpenType lnum, onum, pnum, tnum, where the face has them
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

struct StyleSpan {
  std::uint32_t end = 0;  ///< UTF-16 offset where it ends; it starts where the one before ended
  TextStyle style;
};

/// A fixed box in the text (an inline image), standing for a U+FFFC in `text`.
struct InlineBox {
  std::uint32_t offset = 0;  ///< UTF-16 offset of its U+FFFC
  Length width;
  Length ascent;   ///< above the baseline
  Length descent;  ///< below it
  RunTag tag = 0;
};

/// What is to be set. U+2028 is a line break the author asked for. Bidi isolates (U+2066-2069) are ordinary
/// characters here: whoever builds the text puts them round what must be isolated.
struct StyledText {
  std::u16string text;
  std::vector<StyleSpan> spans;                    ///< cover the text, in order
  std::vector<InlineBox> boxes;                    ///< in order of offset
  Direction direction = Direction::left_to_right;  ///< the paragraph's base direction (UAX #9 P2-P3 overridden)
  Language language;                               ///< for line breaking
  std::shared_ptr<const Cohesion> cohesion;        ///< which words no line parts; may be null
  std::shared_ptr<const ScriptSizes> sizes;        ///< null: all scripts alike
  /// Where the text came from, for what there is to say about it: offsets ascending, each the place of that offset.
  struct Origin {
    std::uint32_t offset = 0;
    Place place;
  };
  std::vector<Origin> origins;
};

using StyledTextPtr = std::shared_ptr<const StyledText>;

/// A glyph of a run. Lengths are em of the run's size, y upwards.
struct Glyph {
  GlyphId id = 0;
  std::uint32_t cluster = 0;  ///< UTF-16 offset in the paragraph of the first character it belongs to
  float advance = 0;
  float dx = 0;  ///< placement against the pen, not moving it
  float dy = 0;
};

/// Glyphs of one face, size, level and style on a line, in visual order from left to right. In a right-to-left run
/// clusters therefore descend. Characters that draw nothing (bidi controls, soft hyphens not taken) have no glyph;
/// their text belongs to no cluster.
struct LineRun {
  FacePtr face;  ///< null for an InlineBox
  Length size;
  Length x;  ///< of its left edge, from the line's left edge
  Length rise;
  Length width;
  /// Horizontal scaling of what is drawn, by at most 2%, where word spaces alone cannot justify a line. The glyphs'
  /// advances and offsets are before it, `width` is after it.
  double scale = 1;
  std::uint8_t level = 0;   ///< bidi embedding level; odd is right to left
  std::uint32_t begin = 0;  ///< UTF-16 range of the paragraph's text that it shows
  std::uint32_t end = 0;
  std::vector<Glyph> glyphs;
  RunTag tag = 0;
  Language language;
  /// What the setter added and the text does not have: the run is a hyphen at the line's end (begin == end).
  bool generated = false;
  bool right_to_left() const { return level % 2 == 1; }
};

struct Line {
  std::vector<LineRun> runs;  ///< in visual order, left to right
  std::uint32_t begin = 0;    ///< UTF-16 range, trailing spaces included
  std::uint32_t end = 0;
  Length width;   ///< of what is visible: without trailing spaces
  Length ascent;  ///< the tallest run's, from face metrics and rise
  Length descent;
  bool forced_end = false;  ///< ends at U+2028 or the paragraph's end: never stretched
  /// Adjustment ratio of the word spaces: 0 natural, 1 stretched to the limit, -1 shrunk to it. Past the limits only
  /// where the words leave no other way.
  double ratio = 0;
};

/// Which side a line that does not fill its measure stands on. Start is left in LTR and right in RTL paragraphs.
enum class TextAlignment : std::uint8_t { start, centre, end, justify };

/// How the places are chosen where lines end.
enum class LineStrategy : std::uint8_t {
  total_fit,  ///< the best for the paragraph as a whole (Knuth and Plass)
  first_fit   ///< each line as full as it goes
};

struct LineOptions {
  Length measure;       ///< the line width
  Length first_indent;  ///< taken off the first line at its start side
  TextAlignment alignment = TextAlignment::start;
  /// Words may be broken where the paragraph could not be set well otherwise, each by the patterns of its language;
  /// never in a language without patterns. Soft hyphens count without it.
  bool hyphenate = false;
  bool balanced = false;  ///< ragged lines all of about one length, the last one too: titles; total fit only
  /// Arabic words of justified lines are made longer (kashida), the best places first and one place a word, before
  /// their spaces are. The text and its offsets stay as they are: a stroke belongs to the cluster of the letter before.
  bool elongate = false;
  /// Small marks at the edges of justified lines (full stops, commas, hyphens, quotation marks) stand out into the
  /// margins, so that these look straight. Line::width leaves out what stands out.
  bool optical_margins = false;
  int looseness = 0;  ///< how many lines more (or fewer) than the best, as far as that can be done; total fit only
  LineStrategy strategy = LineStrategy::total_fit;
};

/// Text shaped once. Immutable; threads may share it. Breaking it again at another measure costs no shaping.
class ShapedText {
 public:
  virtual ~ShapedText() = default;
  virtual const StyledTextPtr& shared_source() const = 0;
  const StyledText& source() const { return *shared_source(); }
  virtual Length natural_width() const = 0;  ///< on one line (the widest, where the author broke lines)
  virtual Length minimum_width() const = 0;  ///< of the widest piece that cannot be broken
};

using ShapedTextPtr = std::shared_ptr<const ShapedText>;

/// Diagnostics: `missing-glyph` (an error, once per character and paragraph, naming the character, its code point,
/// its script and place; it is shown as the face's .notdef).
Result<ShapedTextPtr> shape(StyledTextPtr text, const FontLibrary& fonts);
Result<ShapedTextPtr> shape(StyledText text, const FontLibrary& fonts);

/// Justified lines give and take in their word spaces, up to a half more and a third less, and between ideographs; then
/// letters of scripts with capitals are scaled, and long addresses are broken at their separators rather than that wide
/// gaps are left. Never fails: a piece longer than the measure is broken between grapheme clusters, and a cluster wider
/// than the measure stands alone on its line. Empty text gives no lines. LineRun::x includes the indent and alignment:
/// the line's left edge is the measure's left edge.
std::vector<Line> break_lines(const ShapedTextPtr& text, const LineOptions& options);

/// One fact a line, rounded to hundredths; characters that cannot be seen are spelt <2066>:
///   line w 54.20 +12.83 -3.52 end ratio 0.40 "What can you do"
///     ltr NotoSans-Bold 12.0 x 0.00 w 54.20 "What"  W@0+0.980 h@1+0.610 …
/// Glyphs are name@cluster+advance in thousandths of an em, with (dx,dy) where they are moved.
std::string dump(const std::vector<Line>& lines, const StyledText& text);

}  // namespace handbill
