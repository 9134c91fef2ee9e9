#include "layout/composition.h"

#include <algorithm>
#include <utility>

namespace handbill {

Composition::Composition(const LayoutInput& input, const KnownPages& known) : input_(&input), known_(&known) {
  const WordsTogether& words = input.words.together();
  cohesion_ = std::make_shared<const Cohesion>(CohesionWords{.before_words = words.before_words,
                                                             .before_numbers = words.before_numbers,
                                                             .after_numbers = words.after_numbers});
}

RunTag Composition::tag(const RunMeaning& meaning) {
  // Neighbouring pieces of text mean the same more often than not, so looking from the end is quick.
  constexpr std::size_t looked_at = 8;
  const std::size_t count = meanings_.size();
  for (std::size_t back = 1; back <= std::min(looked_at, count); ++back)
    if (meanings_[count - back] == meaning) return static_cast<RunTag>(count - back);
  meanings_.push_back(meaning);
  return static_cast<RunTag>(count);
}

StructureId Composition::node(Role role, StructureId parent, const Place& origin) {
  if (parent == root && !sections_.empty()) parent = sections_.back().id;
  structure_.push_back({.role = role, .parent = parent, .origin = origin});
  return static_cast<StructureId>(structure_.size() - 1);
}

StructureId Composition::figure(std::string alternative, StructureId parent, const Place& origin) {
  if (alternative.empty()) return StructureId::artefact;
  const StructureId structure = node(Role::figure, parent, origin);
  (*this)[structure].alternative = std::move(alternative);
  return structure;
}

void Composition::open_section(int level) {
  while (!sections_.empty() && sections_.back().level >= level) sections_.pop_back();
  const StructureId section = node(Role::section, root);
  sections_.push_back({level, section});
}

std::uint32_t Composition::add_link(LinkTarget link) {
  links_.push_back(std::move(link));
  return static_cast<std::uint32_t>(links_.size() - 1);
}

int Composition::link_number(const std::string& address) {
  const auto [found, added] = numbers_.try_emplace(address, static_cast<int>(listed_.size()) + 1);
  if (added) listed_.push_back(address);
  return found->second;
}

std::optional<int> Composition::find_link_number(const std::string& address) const {
  const auto found = numbers_.find(address);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

ShapedTextPtr Composition::shape(StyledText text) {
  return take(handbill::shape(std::move(text), input_->fonts), diagnostics_);
}

void Composition::look_at(const LineMark& line, std::uint32_t page) {
  if (line.artefact || line.line->runs.empty()) return;
  const StructureId structure = meaning(line.line->runs.front().tag).structure;
  line_faults_.look_at(line, {structure_, language(), structure, page}, diagnostics_);
}

std::string note_destination(int number) {
  return "note-" + std::to_string(number);
}

}  // namespace handbill
