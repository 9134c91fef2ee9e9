// Foreign parts of paragraphs, isolated.
#pragma once

#include "text/paragraph.h"

namespace handbill {

/// Puts isolates (UAX #9) round what find_foreign_parts() (text/foreign_parts.h) finds. Spans, boxes and origins are
/// moved along.
void isolate_foreign(StyledText& text);

}  // namespace handbill
