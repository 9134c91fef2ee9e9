// What the runs of a text mean, by their tags.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/colour.h"
#include "core/image.h"
#include "layout/structure.h"
#include "text/paragraph.h"

namespace handbill {

/// What a run's tag stands for.
struct RunMeaning {
  Colour colour;
  StructureId structure = StructureId::artefact;
  std::optional<std::uint32_t> link;  ///< index into Composition::links
  bool struck = false;
  bool generated = false;  ///< PlacedRun::generated
  ImagePtr image;          ///< of an InlineBox
  friend bool operator==(const RunMeaning&, const RunMeaning&) = default;
};

/// By tag. Every text counts its tags from 0, so that the same words have the same tags wherever they stand.
using RunMeanings = std::vector<RunMeaning>;
using RunMeaningsPtr = std::shared_ptr<const RunMeanings>;

/// A styled text with what its tags stand for.
struct TaggedText {
  StyledText styled;
  RunMeaningsPtr meanings;
};

}  // namespace handbill
