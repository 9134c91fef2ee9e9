#include "translation/exchange/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "document/markdown.h"
#include "translation/exchange/alignment.h"
#include "translation/folded_text.h"
#include "translation/unit.h"

namespace handbill {
namespace {

std::string in_words(const Place& place) {
  return fmt::format("{}:{}", place.file == nullptr ? std::string() : *place.file, std::max(place.line, 1U));
}

class PageReader {
 public:
  PageReader(const Document& source, const Document& page) : source_(source), page_(page) {
    catalogue_.document = source.name;
    catalogue_.locale = page.language;
    catalogue_.file = page.file;
  }

  Result<std::optional<Catalogue>> run() {
    front_matter();
    SlotNumbers numbers;
    lay_side_by_side(slots_of(source_.blocks, numbers), slots_of(page_.blocks, numbers));
    if (pairs_ * 2 < texts_) return refuse();
    footnotes();
    return {std::move(catalogue_), std::move(found_)};
  }

 private:
  void front_matter() {
    const FrontMatter& from = source_.front;
    const FrontMatter& to = page_.front;
    for (const auto& [source, target] : {std::pair{&from.kicker, &to.kicker},
                                         {&from.title, &to.title},
                                         {&from.subtitle, &to.subtitle},
                                         {&from.description, &to.description},
                                         {&from.feature_alt, &to.feature_alt}})
      if (*source && *target) add(**source, **target, true);
  }

  void lay_side_by_side(const std::vector<PageSlot>& source, const std::vector<PageSlot>& target) {
    texts_ += std::max(source.size(), target.size());
    Place in_source = source_.file;
    Place in_page = page_.file;
    for (const AlignedSlots& slots : align(source, target)) {
      if (slots.source) in_source = source[*slots.source].place;
      if (slots.target) in_page = target[*slots.target].place;
      if (slots.source && slots.target) {
        if (source[*slots.source].shape == target[*slots.target].shape) ++pairs_;
        const Passage* passage = source[*slots.source].passage;
        if (passage != nullptr) add(*passage, *target[*slots.target].passage, slots.certain);
      } else if (slots.source) {
        report_missing(source[*slots.source], in_page);
      } else {
        report_surplus(target[*slots.target], in_source);
      }
    }
  }

  void footnotes() {
    for (const Footnote& note : source_.footnotes) {
      const auto same = [&](const Footnote& other) { return other.label == note.label; };
      auto found = std::find_if(page_.footnotes.begin(), page_.footnotes.end(), same);
      const auto number = static_cast<std::size_t>(note.number);
      if (found == page_.footnotes.end() && page_.footnotes.size() == source_.footnotes.size())
        found = page_.footnotes.begin() + static_cast<std::ptrdiff_t>(number - 1);
      SlotNumbers numbers;
      lay_side_by_side(slots_of(note.blocks, numbers),
                       found == page_.footnotes.end() ? std::vector<PageSlot>() : slots_of(found->blocks, numbers));
    }
  }

  void add(const Passage& source, const Passage& target, bool certain) {
    const auto unit = unit_of(source);
    if (!unit) return;
    CatalogueEntry entry;
    entry.id = unit->id;
    entry.source = unit->source;
    entry.target = fold_text(to_markdown(target.inlines));
    entry.place = target.place;
    entry.target_place = target.place;
    if (!certain && !entry.target.empty()) entry.stale.emplace();
    catalogue_.entries.push_back(std::move(entry));
  }

  void report_missing(const PageSlot& slot, const Place& near) {
    if (slot.passage != nullptr && !unit_of(*slot.passage)) return;
    const std::string what = slot.passage == nullptr ? "the block" : fmt::format("\"{}\"", slot.passage->unit);
    differs(near, fmt::format("after this, nothing stands for {} at {}", what, in_words(slot.place)));
  }

  void report_surplus(const PageSlot& slot, const Place& near) {
    differs(slot.place, fmt::format("nothing in the source is translated here; it would follow {}", in_words(near)));
  }

  void differs(const Place& place, std::string message) {
    found_.push_back({Severity::warning, place, "page-differs", std::move(message), {}});
  }

  Result<std::optional<Catalogue>> refuse() const {
    return {std::nullopt,
            {{Severity::error,
              page_.file,
              "other-page",
              fmt::format("this is no translation of {}: of {} texts, {} have the same place in both",
                          in_words(source_.file.at(1, 1)), texts_, pairs_),
              {"say which document it translates with --document"}}}};
  }

  const Document& source_;
  const Document& page_;
  Catalogue catalogue_;
  Diagnostics found_;
  std::size_t texts_ = 0;
  std::size_t pairs_ = 0;
};

}  // namespace

Result<std::optional<Catalogue>> read_page_translation(const Document& source, const Document& page) {
  return PageReader(source, page).run();
}

}  // namespace handbill
