// A figure to remember: the bold number that a sentence opens with, large, and the rest of the sentence beside it.
#pragma once

#include <optional>

#include "document/document.h"
#include "layout/blocks.h"

namespace handbill {

/// One strip for a sentence such as "**53%** of …", read as one paragraph; nothing where the sentence does not open
/// with a short bold text that has a digit, or where its words would have too little room.
std::optional<FlowItem> pulled_figure(Composition& composition, const Passage& sentence, const Place& place,
                                      const BlockContext& context);

}  // namespace handbill
