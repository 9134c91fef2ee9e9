#include "translation/footnote_order.h"

#include <algorithm>
#include <map>

#include "document/walk.h"

namespace handbill {

std::vector<std::string> footnote_mentions(const Document& document) {
  std::vector<std::string> labels;
  for_each_passage(document, [&](const Passage& passage) {
    for_each_inline(passage.inlines, [&](const Inline& one) {
      if (const auto* const reference = std::get_if<FootnoteReference>(&one.node)) labels.push_back(reference->label);
    });
  });
  return labels;
}

void renumber_footnotes(Document& document) {
  std::map<std::string, int> numbers;
  const auto number = [&](const std::string& label) {
    return numbers.emplace(label, static_cast<int>(numbers.size()) + 1).first->second;
  };
  for (const auto& label : footnote_mentions(document)) number(label);
  for (auto& footnote : document.footnotes) footnote.number = number(footnote.label);
  std::sort(document.footnotes.begin(), document.footnotes.end(),
            [](const Footnote& a, const Footnote& b) { return a.number < b.number; });
  for_each_passage(document, [&](Passage& passage) {
    for_each_inline(passage.inlines, [&](Inline& one) {
      if (auto* const reference = std::get_if<FootnoteReference>(&one.node))
        reference->number = number(reference->label);
    });
  });
}

}  // namespace handbill
