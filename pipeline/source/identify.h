// Giving a built document its final shape: clean passages, figures, heading ids, unit ids.
#pragma once

#include "core/diagnostic.h"
#include "document/document.h"

namespace handbill {

/// Tidies every passage, drops blocks that say nothing, and makes figures of images that stand alone.
void tidy_blocks(Blocks& blocks);

/// Gives headings their ids and passages their units. Reports `heading-order`.
Diagnostics identify(Document& document);

}  // namespace handbill
