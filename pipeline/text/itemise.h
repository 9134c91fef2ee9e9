// A paragraph cut into stretches that are alike in everything but their faces.
#pragma once

#include <cstdint>
#include <vector>

#include "text/bidi.h"
#include "text/paragraph.h"
#include "text/scripts.h"

namespace handbill {

struct Segment {
  enum class Kind : std::uint8_t {
    text,
    box,   ///< the character of an InlineBox
    blank  ///< line ends and control characters: nothing is drawn, but the line they stand on has their height
  };
  Kind kind = Kind::text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  BidiLevel level = 0;
  UScriptCode script = USCRIPT_COMMON;
  std::uint32_t span = 0;  ///< index of its style
  std::uint32_t box = 0;   ///< index of its box
};

/// The segments in reading order; together they are the whole text.
std::vector<Segment> itemise(const StyledText& text);

/// A script from its ISO 15924 code; USCRIPT_COMMON for what ICU does not know.
UScriptCode script_from_code(const std::string& code);

}  // namespace handbill
