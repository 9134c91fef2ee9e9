// The parts that both versions of XLIFF are written with.
#pragma once

#include <string>

#include "core/diagnostic.h"
#include "translation/exchange/coded_text.h"
#include "translation/exchange/exported.h"

namespace handbill {

/// A text in both languages, its codes numbered alike.
struct CodedPair {
  CodedText source;
  CodedText target;  ///< empty while there is no translation
};
CodedPair coded_pair(const ExportedText& text, const std::vector<FootnoteLabel>& footnotes);

/// "content/page.md", or nothing.
std::string file_of(const Place& place);

std::string to_xliff_1_2(const Exported& exported);
std::string to_xliff_2_0(const Exported& exported);

}  // namespace handbill
