// Footnotes are numbered by first mention, which a translation may move.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace handbill {

/// The labels of the footnotes that `document` mentions, in reading order, each as often as it is mentioned.
std::vector<std::string> footnote_mentions(const Document& document);

/// Numbers footnotes by first mention and puts them into that order; one that is never mentioned keeps its place
/// behind them.
void renumber_footnotes(Document& document);

}  // namespace handbill
