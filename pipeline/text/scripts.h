// Which script each stretch of a text is in (UAX #24).
#pragma once

#include <unicode/uscript.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/bidi.h"

namespace handbill {

struct ScriptRun {
  std::uint32_t end = 0;  ///< it starts where the one before ended
  UScriptCode script = USCRIPT_COMMON;
};

/// Splits a text into runs of one script. Characters that scripts share take the script before them, or else the one
/// after; marks their base's; a closing bracket and what follows it the opening one's; what follows an isolate that of
/// before it. Between a left-to-right and a right-to-left script, levels decide to whom spaces and punctuation belong.
/// Text without any script of its own is in `standard`. `levels` may be empty, as from bidi_levels().
std::vector<ScriptRun> script_runs(std::u16string_view text, const std::vector<BidiLevel>& levels,
                                   UScriptCode standard);

}  // namespace handbill
