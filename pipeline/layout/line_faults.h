// Lines that could not be set well, and what there is to say about them.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "core/diagnostic.h"
#include "layout/flow.h"
#include "layout/structure.h"

namespace handbill {

enum class LineFault : std::uint8_t {
  loose,    ///< its spaces are stretched past their limit
  overfull  ///< it is wider than its measure
};

std::optional<LineFault> fault_of(const LineMark& mark);

/// Where a line was found.
struct LineFinding {
  const Structure& structure;
  const Language& language;  ///< of the document
  StructureId of = StructureId::artefact;
  std::uint32_t page = 0;  ///< index
};

/// Remembers which blocks have been told of: one of many bad lines says enough.
class LineFaults {
 public:
  /// Diagnostics: `loose-line`, `overfull-line` (warnings, once a block, at the block's place, with the page, the
  /// language and the line's words).
  void look_at(const LineMark& mark, const LineFinding& finding, Diagnostics& diagnostics);

 private:
  std::set<std::pair<StructureId, LineFault>> told_;
};

}  // namespace handbill
