// The footnotes that a document's texts may mention.
#pragma once

#include <vector>

#include "document/document.h"
#include "source/parse.h"

namespace handbill {

inline std::vector<FootnoteLabel> footnote_labels(const Document& document) {
  std::vector<FootnoteLabel> labels;
  for (const auto& footnote : document.footnotes) labels.push_back({footnote.label, footnote.number});
  return labels;
}

}  // namespace handbill
