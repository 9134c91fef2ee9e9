// Which face draws which part of a segment.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "text/font_library.h"
#include "text/itemise.h"
#include "text/segmenters.h"

namespace handbill {

struct FaceRun {
  std::uint32_t end = 0;  ///< it starts where the one before ended
  FacePtr face;
};

/// A character that no face has.
struct MissingCharacter {
  char32_t character = 0;
  std::uint32_t offset = 0;  ///< where it stands first
  UScriptCode script = USCRIPT_COMMON;
};

/// Chooses a face per grapheme cluster: the first of the list that has the whole cluster, marks included. Spaces,
/// figures and punctuation stay with the letters before them, or else after them, when that face has them; a space
/// stays with its neighbours when they are of one face. Invisible characters follow what they stand beside. A cluster
/// that no face has falls to the list's first face.
std::vector<FaceRun> face_runs(std::u16string_view text, const Segment& segment, const FaceList& faces,
                               const Segmenters& segmenters, std::vector<MissingCharacter>& missing);

}  // namespace handbill
