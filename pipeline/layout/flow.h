// The flow: a document as one long column of strips, before it is cut into pages.
//
// Everything in a strip is measured from the flow's start edge (left in LTR, right in RTL) and from the strip's top,
// so blocks are set without knowing the direction or the page; placement.h turns them into Marks. The model is TeX's
// vertical list (Knuth, The TeXbook, chapter 15) with named break classes instead of penalties.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/colour.h"
#include "core/image.h"
#include "core/length.h"
#include "core/rare.h"
#include "layout/qr.h"
#include "layout/run_meaning.h"
#include "layout/set_lines.h"
#include "layout/structure.h"

namespace handbill {

/// A set line in its measure.
struct LineMark {
  SetLinesPtr set;          ///< the text that it is a line of
  std::uint32_t index = 0;  ///< which of its lines
  RunMeaningsPtr meanings;
  Length start;           ///< the measure's start edge
  Length measure;         ///< the line's runs are placed from its left edge
  Length baseline;        ///< below the strip's top
  bool artefact = false;  ///< a copy of something that stands elsewhere: not to be read again

  const Line& line() const { return (*set->lines)[index]; }
  const RunMeaning& meaning(const LineRun& run) const { return (*meanings)[run.tag]; }
};

struct BoxMark {
  Length start;
  Length width;
  Length top;
  Length height;
  Colour colour;
  Length radius;
};

struct StrokeMark {
  Length start;
  Length width;
  Length y;
  Length thickness;
  Colour colour;
};

struct ImageMark {
  ImagePtr image;
  Length start;
  Length width;
  Length top;
  Length height;
  StructureId structure = StructureId::artefact;
};

struct QrMark {
  std::shared_ptr<const QrCode> code;
  Length start;
  Length top;
  Length side;
  StructureId structure = StructureId::artefact;
};

/// A page number that is known only when the pages are cut: it is set at the end edge of its measure, with a leader of
/// dots from `leader_start` to it.
struct PageNumberMark {
  std::string destination;  ///< whose page
  Length start;
  Length measure;
  Length leader_start;
  Length baseline;
  StructureId structure = StructureId::artefact;
};

using FlowMark = std::variant<LineMark, BoxMark, StrokeMark, ImageMark, QrMark, PageNumberMark>;

/// Whether a page may end before a strip.
enum class BreakBefore : std::uint8_t {
  free,
  avoid,      ///< only where the page would else stay half empty
  forbidden,  ///< only where nothing else helps
};

/// A coloured ground or bar behind consecutive strips and the spaces between them; those of one id on one page become
/// one box.
struct Band {
  std::uint32_t id = 0;
  Length start;
  Length width;
  Colour colour;
  friend bool operator==(const Band&, const Band&) = default;
};

struct OutlineMark {
  std::string title;
  int level = 1;
};

/// What can stand at the foot of a page: a footnote, or the address of a numbered link.
struct NoteKey {
  constexpr NoteKey(int note_number, bool of_link = false) : number(note_number), link(of_link) {}
  int number;
  bool link;
  friend constexpr auto operator<=>(const NoteKey&, const NoteKey&) = default;
};

struct FlowItem;

/// What few strips have.
struct StripExtras {
  std::vector<Band> bands;
  std::vector<NoteKey> notes;             ///< what belongs at the foot of its page
  std::vector<std::string> destinations;  ///< ids that lead to this strip
  std::optional<OutlineMark> outline;
  /// Strips to repeat when a page ends before this one: a table's header row.
  std::shared_ptr<const std::vector<FlowItem>> repeat;
};

/// A strip across the column that is never divided, or the space between two. A long document has very many.
struct FlowItem {
  bool on_grid = false;  ///< running text: its top stands on the baseline grid, where there is one
  bool space = false;    ///< vanishes at the top and at the bottom of a page
  Length height;
  BreakBefore break_before = BreakBefore::free;
  std::vector<FlowMark> marks;
  Rare<StripExtras> extras;
};

using Flow = std::vector<FlowItem>;

/// The sum of the heights.
Length height_of(const Flow& flow);

}  // namespace handbill
