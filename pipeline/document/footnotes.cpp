#include "document/footnotes.h"

#include <map>
#include <utility>

#include "document/walk.h"

namespace handbill {
namespace {

template <class Visit>
void for_each_reference(Document& document, const Visit& visit) {
  for_each_passage(document, [&](Passage& passage) {
    for_each_inline(passage.inlines, [&](Inline& item) {
      if (auto* reference = std::get_if<FootnoteReference>(&item.node)) visit(*reference);
    });
  });
}

}  // namespace

std::vector<Footnote> number_footnotes(Document& document) {
  std::map<std::string, Footnote> waiting;
  std::vector<Footnote> unused;
  for (Footnote& footnote : document.footnotes) {
    const std::string label = footnote.label;
    const auto [place, fresh] = waiting.try_emplace(label, std::move(footnote));
    if (!fresh) unused.push_back(std::move(footnote));
  }
  document.footnotes.clear();

  std::map<std::string, int> numbers;
  std::vector<Footnote> ordered;
  const auto mention = [&](FootnoteReference& reference) {
    const auto found = waiting.find(reference.label);
    if (found != waiting.end()) {
      found->second.number = static_cast<int>(ordered.size()) + 1;
      numbers[reference.label] = found->second.number;
      ordered.push_back(std::move(found->second));
      waiting.erase(found);
    }
    const auto number = numbers.find(reference.label);
    reference.number = number == numbers.end() ? 0 : number->second;
  };
  for_each_reference(document, mention);
  // A footnote's own text may mention more footnotes, which then join the queue behind it.
  for (std::size_t next = 0; next < ordered.size(); ++next) {
    Document one;
    one.footnotes.push_back(std::move(ordered[next]));
    for_each_reference(one, mention);
    ordered[next] = std::move(one.footnotes.front());
  }
  document.footnotes = std::move(ordered);
  for (auto& [label, footnote] : waiting) unused.push_back(std::move(footnote));
  return unused;
}

}  // namespace handbill
