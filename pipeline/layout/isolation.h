// What the bidirectional algorithm would pull apart because it cannot know that it belongs together.
#pragma once

#include <string_view>

#include "core/bidi_controls.h"
#include "text/paragraph.h"

namespace handbill {

/// Whether anything in a left-to-right text could be reordered.
bool has_right_to_left(std::u16string_view text);

/// Puts isolates (UAX #9) round what reads in one direction inside a paragraph of the other, where an end of it would
/// otherwise be taken for the paragraph's:
/// - what stands between quotation marks and is all in the other direction: its "!" stays with it;
/// - in a right-to-left paragraph, Latin words with signs ("C++", "#hashtag", "2.3.0-beta") and the groups of a
///   telephone number or a long figure, which are one number.
/// What is isolated already stays as it is. Spans, boxes and origins are moved along.
void isolate_foreign(StyledText& text);

}  // namespace handbill
