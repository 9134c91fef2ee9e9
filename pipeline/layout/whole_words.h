// Large type on narrow paper.
#pragma once

#include "design/theme.h"
#include "document/document.h"
#include "layout/composition.h"

namespace handbill {

/// `type`, or as much smaller, down to 0.6 of it, as the passage's longest word needs to stay in one piece.
TypeSpec whole_words_type(Composition& composition, const Passage& passage, TypeSpec type, Length measure);

}  // namespace handbill
