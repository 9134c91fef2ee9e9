#include "translation/exchange/import.h"

#include <fmt/format.h>

#include <map>
#include <unordered_set>
#include <utility>

#include "document/walk.h"
#include "translation/entry_index.h"
#include "translation/exchange/exported.h"
#include "translation/labels.h"
#include "translation/match_units.h"
#include "translation/target.h"
#include "translation/unit.h"

namespace handbill {
namespace {

using MatchKind = UnitMatch::Kind;

struct Task {
  Unit unit;
  const Inlines* inlines;
};

std::vector<Task> tasks_of(const Document& document) {
  std::vector<Task> tasks;
  for_each_passage(document, [&](const Passage& passage) {
    if (auto unit = unit_of(passage)) tasks.push_back({std::move(*unit), &passage.inlines});
  });
  return tasks;
}

bool says_the_same(const UnitChange& a, const UnitChange& b) {
  return a.target == b.target && a.stale.value_or("") == b.stale.value_or("") && a.stale_unknown == b.stale_unknown;
}

// Whoever sends the file of another page need not read all of it here; how many there are is counted.
constexpr std::size_t most_unknown = 20;

/// The beginning of a text, for a message.
std::string excerpt(const std::string& text) {
  constexpr std::size_t bytes = 80;
  if (text.size() <= bytes) return printable(text);
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return printable(text.substr(0, end)) + "…";
}

class Importer {
 public:
  explicit Importer(const ImportInput& input)
      : input_(input),
        catalogue_(input.file.catalogue()),
        footnotes_(footnote_labels(input.document)),
        tasks_(tasks_of(input.document)),
        existing_(catalogue_, sources(), footnotes_),
        added_(catalogue_.entries.size() + 1),
        changes_(catalogue_.entries.size()) {}

  Result<Imported> run() {
    std::vector<Unit> units;
    for (const Task& task : tasks_) units.push_back(task.unit);
    const auto matches = match_units(units, input_.incoming, footnotes_);
    std::unordered_set<const CatalogueEntry*> used;
    for (std::size_t index = 0; index < tasks_.size(); ++index) {
      const UnitMatch& match = matches[index];
      if (match.kind == MatchKind::none) {
        ++counts_.absent;
        continue;
      }
      const auto& list = match.obsolete ? input_.incoming.obsolete : input_.incoming.entries;
      used.insert(&list[match.entry]);
      import(tasks_[index], list[match.entry], match.kind == MatchKind::similar);
    }
    counts_.units = tasks_.size();
    for (const CatalogueEntry& entry : input_.incoming.entries)
      if (!entry.target.empty() && used.count(&entry) == 0) report_unknown(entry);
    return {{plan(), counts_}, std::move(found_)};
  }

 private:
  std::unordered_set<std::string> sources() const {
    std::unordered_set<std::string> all;
    for (const Task& task : tasks_) all.insert(task.unit.source);
    return all;
  }

  void import(const Task& task, const CatalogueEntry& entry, bool similar) {
    if (entry.target.empty()) {
      ++counts_.untranslated;
      if (!similar) remark(task.unit, entry);
      return;
    }
    if (!take(read_target({entry, task.unit, *task.inlines, footnotes_}), found_)) {
      ++counts_.refused;
      return;
    }
    UnitChange change;
    change.target = on_one_line(entry.target, footnotes_);
    const std::optional<std::string> stale = similar ? std::optional(entry.source) : entry.stale;
    change.stale = stale.value_or("");
    change.stale_unknown = stale && stale->empty();
    const CatalogueEntry* old = existing_.find(task.unit);
    if (!entry.note.empty() && (old == nullptr || old->note.empty())) change.note = entry.note;
    settle(task, entry, change, old);
  }

  // What translators ask about a text, they ask before they translate it.
  void remark(const Unit& unit, const CatalogueEntry& entry) {
    const CatalogueEntry* old = existing_.find(unit);
    if (entry.note.empty() || old == nullptr || !old->note.empty()) return;
    std::optional<std::string>& note = changes_[index_of(*old)].note;
    if (!note) note = entry.note;
  }

  std::size_t index_of(const CatalogueEntry& entry) const {
    return static_cast<std::size_t>(&entry - catalogue_.entries.data());
  }

  void settle(const Task& task, const CatalogueEntry& entry, UnitChange& change, const CatalogueEntry* old) {
    const bool stale = !change.stale->empty() || change.stale_unknown;
    const bool translated = old != nullptr && !old->target.empty();
    const bool same_text = translated && on_one_line(old->target, footnotes_) == *change.target;
    const bool same_state = old != nullptr && old->stale.has_value() == stale &&
                            (!stale || old->stale.value_or("") == change.stale.value_or(""));
    if (same_text && same_state) {
      ++counts_.same;
      if (!change.note) return;
      change = UnitChange{.note = change.note};
    } else if (translated && !old->stale && !input_.overwrite) {
      ++counts_.kept;
      report_kept(task.unit, entry, *old);
      return;
    } else {
      ++counts_.taken;
      counts_.stale += stale ? 1 : 0;
    }
    put(task.unit, std::move(change), old);
  }

  // Two units with the same text share an entry until they are translated in different ways.
  void put(const Unit& unit, UnitChange change, const CatalogueEntry* old) {
    const bool there = old != nullptr;
    const std::size_t index = there ? index_of(*old) : changes_.size();
    const bool claimed = there && changes_[index].target.has_value();
    if (claimed && says_the_same(changes_[index], change)) return;
    if (there && !claimed) {
      if (!old->stale && change.stale && change.stale->empty()) change.stale.reset();
      if (!change.note) change.note = std::move(changes_[index].note);
      changes_[index] = std::move(change);
      return;
    }
    change.id = unit.id;
    change.source = unit.source;
    added_[index].push_back({PlannedUnit::Origin::fresh, 0, std::move(change)});
  }

  LocalePlan plan() {
    LocalePlan plan = input_.file.as_it_is();
    std::vector<PlannedUnit> units;
    for (std::size_t index = 0; index < added_.size(); ++index) {
      if (index < changes_.size()) {
        plan.units[index].change = std::move(changes_[index]);
        units.push_back(std::move(plan.units[index]));
      }
      for (PlannedUnit& one : added_[index]) units.push_back(std::move(one));
    }
    plan.units = std::move(units);
    return plan;
  }

  void report_unknown(const CatalogueEntry& entry) {
    if (++counts_.unknown > most_unknown) return;
    found_.push_back({Severity::warning,
                      entry.place,
                      "unknown-unit",
                      fmt::format("\"{}\" has no text like \"{}\"", input_.document.name, excerpt(entry.source)),
                      {}});
  }

  void report_kept(const Unit& unit, const CatalogueEntry& entry, const CatalogueEntry& old) {
    found_.push_back(
        {Severity::note,
         entry.target_place,
         "kept-translation",
         fmt::format("\"{}\" is translated otherwise already, at {}", unit.id, to_string(old.target_place)),
         {"import again with --overwrite to take this one"}});
  }

  const ImportInput& input_;
  const Catalogue& catalogue_;
  const std::vector<FootnoteLabel> footnotes_;
  const std::vector<Task> tasks_;
  const EntryIndex existing_;
  std::vector<std::vector<PlannedUnit>> added_;  // behind each entry, and at the end
  std::vector<UnitChange> changes_;              // by entry
  ImportCounts counts_;
  Diagnostics found_;
};

}  // namespace

Result<Imported> import_translations(const ImportInput& input) {
  return Importer(input).run();
}

}  // namespace handbill
