#include "translation/exchange/exported.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "document/markdown.h"
#include "translation/entry_index.h"
#include "translation/labels.h"
#include "translation/unit.h"

namespace handbill {
namespace {

ExportedText text_of(const Unit& unit, const CatalogueEntry* entry, const std::vector<FootnoteLabel>& footnotes) {
  ExportedText text{.id = unit.id, .ambiguous = false, .source = unit.source, .places = {unit.place}};
  if (entry == nullptr) return text;
  text.target = on_one_line(entry->target, footnotes);
  if (!text.target.empty()) text.stale = entry->stale;
  text.note = entry->note;
  return text;
}

bool same_work(const ExportedText& a, const ExportedText& b) {
  return std::tie(a.target, a.stale, a.note) == std::tie(b.target, b.stale, b.note);
}

}  // namespace

std::string on_one_line(const std::string& markdown, const std::vector<FootnoteLabel>& footnotes) {
  if (markdown.find('\n') == std::string::npos) return markdown;
  return to_markdown(parse_inlines(markdown, {}, footnotes).value);
}

Exported export_document(const Document& document, const Catalogue& catalogue) {
  Exported exported{.document = document.name,
                    .file = document.file.file == nullptr ? document.name : *document.file.file,
                    .source = document.language,
                    .target = catalogue.locale,
                    .footnotes = footnote_labels(document)};
  const std::vector<Unit> units = units_of(document);
  std::unordered_set<std::string> sources;
  for (const Unit& unit : units) sources.insert(unit.source);
  const EntryIndex index(catalogue, sources, exported.footnotes);

  std::map<std::string, std::vector<std::size_t>> by_source;
  for (const Unit& unit : units) {
    ExportedText text = text_of(unit, index.find(unit), exported.footnotes);
    std::vector<std::size_t>& alike = by_source[unit.source];
    const auto same =
        std::find_if(alike.begin(), alike.end(), [&](std::size_t one) { return same_work(exported.texts[one], text); });
    if (same != alike.end()) {
      exported.texts[*same].places.push_back(unit.place);
      continue;
    }
    alike.push_back(exported.texts.size());
    exported.texts.push_back(std::move(text));
  }
  for (const auto& [source, alike] : by_source)
    for (const std::size_t one : alike) exported.texts[one].ambiguous = alike.size() > 1;
  return exported;
}

}  // namespace handbill
