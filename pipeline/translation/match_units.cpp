#include "translation/match_units.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "translation/entry_index.h"
#include "translation/similar_units.h"

namespace handbill {
namespace {

using MatchKind = UnitMatch::Kind;

/// An entry, wherever in the catalogue it stands.
struct Candidate {
  const CatalogueEntry* entry = nullptr;
  bool obsolete = false;
  std::size_t index = 0;
};

std::vector<Candidate> candidates_of(const Catalogue& catalogue) {
  std::vector<Candidate> all;
  for (std::size_t index = 0; index < catalogue.entries.size(); ++index)
    all.push_back({&catalogue.entries[index], false, index});
  for (std::size_t index = 0; index < catalogue.obsolete.size(); ++index)
    all.push_back({&catalogue.obsolete[index], true, index});
  return all;
}

class Matcher {
 public:
  Matcher(const std::vector<Unit>& units, const Catalogue& catalogue, const std::vector<FootnoteLabel>& footnotes)
      : units_(units),
        candidates_(candidates_of(catalogue)),
        matches_(units.size()),
        taken_(candidates_.size(), false) {
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
      auto& places = places_[units[unit].source];
      if (places.empty()) firsts_.push_back(unit);
      places.push_back(unit);
    }
    for (std::size_t index = 0; index < candidates_.size(); ++index) {
      const CatalogueEntry& entry = *candidates_[index].entry;
      auto place = places_.find(entry.source);
      if (place == places_.end()) place = places_.find(canonical_source(entry, footnotes));
      if (place != places_.end()) same_text_[place->second.front()].push_back(index);
    }
  }

  std::vector<UnitMatch> run() {
    for (const std::size_t first : firsts_) match_text(first);
    match_similar();
    return std::move(matches_);
  }

 private:
  void assign(std::size_t unit, std::size_t candidate, MatchKind kind) {
    matches_[unit] = {kind, candidates_[candidate].obsolete, candidates_[candidate].index};
    taken_[candidate] = true;
  }

  bool is_translated(std::size_t candidate) const { return !candidates_[candidate].entry->target.empty(); }

  /// Gives the entries with one text to the units that have it.
  void match_text(std::size_t first) {
    const auto found = same_text_.find(first);
    if (found == same_text_.end()) return;
    const std::vector<std::size_t>& places = places_.at(units_[first].source);
    std::vector<std::size_t> candidates = found->second;
    const bool live_is_translated = std::any_of(candidates.begin(), candidates.end(), [&](std::size_t index) {
      return !candidates_[index].obsolete && is_translated(index);
    });
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    // Obsolete entries come back only for want of better.
    const bool revive =
        !live_is_translated && (is_translated(candidates.front()) || candidates_[candidates.front()].obsolete);
    if (revive) candidates = {candidates.front()};
    std::erase_if(candidates, [&](std::size_t index) { return !revive && candidates_[index].obsolete; });
    match_ids(places, candidates);
    match_rest(places, candidates);
  }

  std::tuple<bool, bool, std::size_t> rank(std::size_t candidate) const {
    return {!is_translated(candidate), candidates_[candidate].obsolete, candidate};
  }

  void match_ids(const std::vector<std::size_t>& places, const std::vector<std::size_t>& candidates) {
    std::unordered_map<std::string, std::size_t> by_id;
    for (const std::size_t unit : places) by_id.emplace(units_[unit].id, unit);
    for (const std::size_t candidate : candidates) {
      const auto unit = by_id.find(candidates_[candidate].entry->id);
      if (unit != by_id.end() && matches_[unit->second].kind == MatchKind::none)
        assign(unit->second, candidate, MatchKind::exact);
    }
  }

  void match_rest(const std::vector<std::size_t>& places, const std::vector<std::size_t>& candidates) {
    auto candidate = candidates.begin();
    for (const std::size_t unit : places) {
      if (matches_[unit].kind != MatchKind::none) continue;
      candidate = std::find_if(candidate, candidates.end(), [&](std::size_t index) { return !taken_[index]; });
      if (candidate == candidates.end()) return;
      assign(unit, *candidate, MatchKind::exact);
    }
  }

  void match_similar() {
    std::vector<SimilarText> wanted;
    for (const std::size_t first : firsts_)
      if (same_text_.count(first) == 0) wanted.push_back({units_[first].id, units_[first].source, {}, first});
    std::vector<SimilarText> offered;
    for (std::size_t index = 0; index < candidates_.size(); ++index) {
      const Candidate& candidate = candidates_[index];
      // An obsolete unit without a translation has nothing to give.
      if (taken_[index] || (candidate.obsolete && !is_translated(index))) continue;
      offered.push_back({candidate.entry->id, candidate.entry->source, candidate.entry->stale.value_or(""), index});
    }
    for (const auto& [unit, candidate] : pair_similar(wanted, offered)) {
      assign(unit, candidate, MatchKind::similar);
    }
    // One entry serves every place that has the text.
    for (const std::size_t first : firsts_) share(places_.at(units_[first].source));
  }

  void share(const std::vector<std::size_t>& places) {
    const bool served =
        std::any_of(places.begin(), places.end(), [&](std::size_t unit) { return matches_[unit].kind != MatchKind::none; });
    for (const std::size_t unit : places)
      if (matches_[unit].kind == MatchKind::none && (served || unit != places.front())) matches_[unit].kind = MatchKind::shared;
  }

  const std::vector<Unit>& units_;
  const std::vector<Candidate> candidates_;
  std::vector<UnitMatch> matches_;
  std::vector<bool> taken_;
  std::unordered_map<std::string, std::vector<std::size_t>> places_;     ///< units by source
  std::vector<std::size_t> firsts_;                                      ///< of each source, the first unit
  std::unordered_map<std::size_t, std::vector<std::size_t>> same_text_;  ///< candidates by first unit
};

}  // namespace

std::vector<UnitMatch> match_units(const std::vector<Unit>& units, const Catalogue& catalogue,
                                   const std::vector<FootnoteLabel>& footnotes) {
  return Matcher(units, catalogue, footnotes).run();
}

}  // namespace handbill
