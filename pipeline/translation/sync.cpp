#include "translation/sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/fingerprint.h"
#include "translation/labels.h"
#include "translation/match_units.h"

namespace handbill {
namespace {

using Origin = PlannedUnit::Origin;
using MatchKind = UnitMatch::Kind;

class Syncer {
 public:
  explicit Syncer(const SyncInput& input)
      : input_(input),
        catalogue_(input.file.catalogue()),
        units_(units_of(input.document)),
        stays_(catalogue_.entries.size(), false),
        revived_(catalogue_.obsolete.size(), false) {}

  Result<std::optional<Synced>> run() {
    const auto matches = match_units(units_, catalogue_, footnote_labels(input_.document));
    for (std::size_t index = 0; index < units_.size(); ++index) place(units_[index], matches[index]);
    count_moved();
    keep_obsolete();
    retire();
    plan_.source_revision = revision_of(units_);
    changes_.revised = catalogue_.source_revision != *plan_.source_revision;
    Result<std::optional<Synced>> result;
    auto bytes = take(input_.file.changed(plan_), result.diagnostics);
    if (bytes) result.value = Synced{std::move(*bytes), changes_};
    return result;
  }

 private:
  void place(const Unit& unit, const UnitMatch& match) {
    if (match.kind == MatchKind::shared || (match.kind == MatchKind::none && !input_.add_new)) return;
    if (match.kind == MatchKind::none) {
      ++changes_.added;
      plan_.units.push_back({Origin::fresh, 0, {.id = unit.id, .source = unit.source}});
      return;
    }
    const CatalogueEntry& entry = (match.obsolete ? catalogue_.obsolete : catalogue_.entries)[match.entry];
    PlannedUnit planned{match.obsolete ? Origin::obsolete : Origin::units, match.entry, {}};
    if (entry.id != unit.id) planned.change.id = unit.id;
    if (match.kind == MatchKind::similar) change_source(unit, entry, planned.change);
    count(match, planned.change);
    (match.obsolete ? revived_ : stays_)[match.entry] = true;
    plan_.units.push_back(std::move(planned));
  }

  static void change_source(const Unit& unit, const CatalogueEntry& entry, UnitChange& change) {
    change.source = unit.source;
    const bool back_again = entry.stale && *entry.stale == unit.source;
    if (entry.stale && (entry.target.empty() || back_again)) change.stale = "";
    // A target that waits already was made from what stands under `stale:` now, not from the source in between.
    if (!entry.stale && !entry.target.empty()) change.stale = entry.source;
  }

  void count(const UnitMatch& match, const UnitChange& change) {
    if (match.obsolete) ++changes_.revived;
    if (match.kind == MatchKind::similar) ++changes_.changed;
    if (change.id && match.kind == MatchKind::exact && !match.obsolete) ++changes_.renamed;
  }

  /// As few as possible: all that are not in the longest run that stays in order.
  void count_moved() {
    std::vector<std::size_t> ends;
    std::size_t there = 0;
    for (const PlannedUnit& unit : plan_.units) {
      if (unit.origin != Origin::units) continue;
      ++there;
      const auto after = std::lower_bound(ends.begin(), ends.end(), unit.index);
      if (after == ends.end())
        ends.push_back(unit.index);
      else
        *after = unit.index;
    }
    changes_.moved = there - ends.size();
  }

  void keep_obsolete() {
    for (std::size_t index = 0; index < revived_.size(); ++index)
      if (!revived_[index]) plan_.obsolete.push_back({Origin::obsolete, index, {}});
  }

  void retire() {
    for (std::size_t index = 0; index < stays_.size(); ++index) {
      if (stays_[index]) continue;
      ++changes_.removed;
      if (input_.file.has_writing(index)) plan_.obsolete.push_back({Origin::units, index, {}});
    }
  }

  const SyncInput& input_;
  const Catalogue& catalogue_;
  const std::vector<Unit> units_;
  std::vector<bool> stays_;
  std::vector<bool> revived_;
  LocalePlan plan_;
  SyncChanges changes_;
};

}  // namespace

Result<std::optional<Synced>> sync(const SyncInput& input) {
  return Syncer(input).run();
}

std::string revision_of(const std::vector<Unit>& units) {
  std::uint64_t hash = fingerprint("");
  for (const Unit& unit : units) {
    hash = fingerprint(unit.id, hash);
    hash = fingerprint("\n", hash);
    hash = fingerprint(unit.source, hash);
    hash = fingerprint("\n", hash);
  }
  return fmt::format("r{:016x}", hash);
}

}  // namespace handbill
