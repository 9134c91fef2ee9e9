#include "translation/localise.h"

#include <fmt/format.h>

#include <string>
#include <unordered_set>
#include <utility>

#include "core/limits.h"
#include "document/footnotes.h"
#include "document/walk.h"
#include "source/parse.h"
#include "translation/entry_index.h"
#include "translation/folded_text.h"
#include "translation/labels.h"
#include "translation/target.h"
#include "translation/unit.h"

namespace handbill {
namespace {

/// A passage of the document that is being made, and the unit it was.
struct Task {
  Passage* passage;
  Unit unit;
};

std::vector<Task> tasks_of(Document& document) {
  std::vector<Task> tasks;
  for_each_passage(document, [&](Passage& passage) {
    if (auto unit = unit_of(passage)) tasks.push_back({&passage, std::move(*unit)});
  });
  return tasks;
}

std::string place_in_words(const Place& place) {
  const std::string file = place.file == nullptr ? std::string() : *place.file;
  return place.line == 0 ? file : fmt::format("{}:{}", file, place.line);
}

class Localiser {
 public:
  Localiser(const Document& source, const Language& locale, const std::vector<Catalogue>& chain,
            const LocaliseOptions& options)
      : source_(source), locale_(locale), chain_(chain), options_(options), footnotes_(footnote_labels(source)) {}

  Result<Localised> run() {
    made_.document = source_;
    made_.document.language = locale_;
    const auto tasks = tasks_of(made_.document);
    made_.coverage.units = tasks.size();
    build_indexes(tasks);
    if (chain_.empty()) report_missing_catalogue();
    for (const auto& task : tasks) translate(task);
    report_unknown_entries(tasks);
    number_footnotes(made_.document);
    return {std::move(made_), std::move(found_)};
  }

 private:
  bool reads_source() const { return same_language(source_.language, locale_); }

  void build_indexes(const std::vector<Task>& tasks) {
    std::unordered_set<std::string> sources;
    for (const auto& task : tasks) sources.insert(task.unit.source);
    for (const auto& catalogue : chain_) indexes_.emplace_back(catalogue, sources, footnotes_);
  }

  void translate(const Task& task) {
    const CatalogueEntry* untranslated = nullptr;
    bool refused = false;
    for (std::size_t link = 0; link < chain_.size(); ++link) {
      const auto* const entry = indexes_[link].find(task.unit);
      if (entry == nullptr) continue;
      if (entry->target.empty()) {
        if (untranslated == nullptr) untranslated = entry;
        continue;
      }
      auto target = take(read_target({*entry, task.unit, task.passage->inlines, footnotes_}), found_);
      if (!target) {
        refused = true;
        continue;
      }
      if (options_.inspect) options_.inspect({task.unit, *entry, task.passage->inlines, *target, chain_[link].locale});
      if (entry->stale) report_stale(*entry, task.unit);
      if (entry->stale && !options_.use_stale) {
        refused = true;
        continue;
      }
      accept(task, std::move(*target), chain_[link].locale);
      return;
    }
    if (reads_source()) {
      ++made_.coverage.translated;
    } else {
      task.passage->language = source_.language;
      made_.untranslated.insert(task.unit.id);
    }
    if (!reads_source() && !refused && !chain_.empty()) report_missing(task.unit, untranslated);
  }

  void accept(const Task& task, Inlines&& target, const Language& language) {
    task.passage->inlines = std::move(target);
    if (!same_language(language, locale_)) task.passage->language = language;
    ++made_.coverage.translated;
  }

  void warn(const Place& place, std::string code, std::string message, std::vector<std::string> hints) {
    found_.push_back({Severity::warning, place, std::move(code), std::move(message), std::move(hints)});
  }

  void report_missing_catalogue() {
    if (reads_source()) return;
    warn(source_.file, "missing-catalogue",
         fmt::format("\"{}\" has no translation into \"{}\": it stays in \"{}\"", source_.name, locale_.tag(),
                     source_.language.tag()),
         {fmt::format("handbill sync makes locales/{}/{}.yaml", locale_.tag(), source_.name)});
  }

  void report_missing(const Unit& unit, const CatalogueEntry* untranslated) {
    const auto message = fmt::format("\"{}\" is not translated into \"{}\"", unit.id, locale_.tag());
    if (untranslated != nullptr)
      warn(untranslated->place, "empty-unit", message, {"write the translation behind \"target:\""});
    else
      warn(unit.place, "missing-unit", message,
           {fmt::format("handbill sync adds it to {}", place_in_words(chain_.back().file))});
  }

  void report_stale(const CatalogueEntry& entry, const Unit& unit) {
    ++made_.coverage.stale;
    made_.stale.insert(unit.id);
    warn(entry.target_place, "stale-unit",
         fmt::format("the translation of \"{}\" was made from an earlier text", unit.id),
         {"compare it with the source, then take the \"stale:\" line away"});
  }

  void report_unknown_entries(const std::vector<Task>& tasks) {
    std::vector<std::string> ids;
    for (const auto& task : tasks) ids.push_back(task.unit.id);
    std::size_t reported = 0;
    for (const auto& index : indexes_)
      for (const auto* const entry : index.unknown()) {
        const auto near = reported++ < limits::guesses ? nearest(entry->id, ids) : std::string();
        report_unknown(*entry, near);
      }
  }

  void report_unknown(const CatalogueEntry& entry, const std::string& near) {
    const auto name = entry.id.empty() ? std::string("this unit") : fmt::format("unit \"{}\"", entry.id);
    if (!near.empty() && near == entry.id) {
      warn(entry.place, "unknown-unit", fmt::format("\"{}\" has another text now for {}", source_.name, name),
           {"copy the new sentence to \"source:\" and correct the translation"});
      return;
    }
    std::vector<std::string> hints;
    if (!near.empty()) hints.push_back(fmt::format("did you mean \"{}\"?", near));
    warn(entry.place, "unknown-unit", fmt::format("\"{}\" has no text like that of {}", source_.name, name),
         std::move(hints));
  }

  const Document& source_;
  const Language& locale_;
  const std::vector<Catalogue>& chain_;
  const LocaliseOptions& options_;
  const std::vector<FootnoteLabel> footnotes_;
  std::vector<EntryIndex> indexes_;
  Localised made_;
  Diagnostics found_;
};

}  // namespace

Result<Localised> localise(const Document& document, const Language& locale, const std::vector<Catalogue>& chain,
                           const LocaliseOptions& options) {
  if (document.language == locale) {
    std::size_t units = 0;
    for_each_passage(document, [&](const Passage& passage) { units += is_unit(passage) ? 1 : 0; });
    return {{document, {units, units, 0}, {}, {}}, {}};
  }
  return Localiser(document, locale, chain, options).run();
}

}  // namespace handbill
