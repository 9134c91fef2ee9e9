// What a document opens with, and where its running text begins.
#pragma once

#include <span>

#include "document/document.h"
#include "layout/layout.h"

namespace handbill {

/// Borrowed from the document and images it was made from; absent parts are null.
struct Opening {
  const Passage* kicker = nullptr;
  const Passage* title = nullptr;  ///< the front matter's, else the heading of level 1 that the text starts with
  std::string title_id;            ///< that heading's id, for links to it
  const Passage* subtitle = nullptr;
  const Passage* lead = nullptr;  ///< the description
  std::string date;               ///< in the reader's language; empty when there is a subtitle or no date
  ImagePtr feature;
  const Passage* feature_alt = nullptr;
  std::span<const Block> body;  ///< without a first heading that only repeats the title
};

Opening opening_of(const LayoutInput& input);

}  // namespace handbill
