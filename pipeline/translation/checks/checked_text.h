// A unit as the checks of this folder see it; private to it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"
#include "translation/localise.h"

namespace handbill {

/// One side of a unit, read.
struct TextSide {
  const Inlines& inlines;
  std::string prose;              ///< Text nodes alone, a space between those that are apart
  std::string plain;              ///< plain_text()
  std::vector<std::string> code;  ///< Code nodes, sorted
};
TextSide read_side(const Inlines& inlines);

struct CheckedText {
  const TranslatedUnit& unit;
  TextSide source;
  TextSide target;
};

/// What a check says, at the target's place.
inline Diagnostic remark(const CheckedText& text, std::string code, std::string message, std::string hint) {
  Diagnostic found{Severity::warning, text.unit.entry.target_place, std::move(code), std::move(message), {}};
  if (!hint.empty()) found.hints.push_back(std::move(hint));
  return found;
}

/// The words of `text`: runs of letters with their marks, in one case; what looks like an address is left out.
std::vector<std::string> words_in(const std::string& text);

}  // namespace handbill
