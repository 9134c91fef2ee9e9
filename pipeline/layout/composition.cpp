#include "layout/composition.h"

#include <algorithm>
#include <utility>

namespace handbill {
namespace {

// A thread is not worth its start for a page or two.
constexpr std::size_t parts_for_a_thread = 48;

}  // namespace

std::shared_ptr<const Cohesion> cohesion_of(const Interface& words) {
  const WordsTogether& together = words.together();
  return std::make_shared<const Cohesion>(CohesionWords{.before_words = together.before_words,
                                                        .before_numbers = together.before_numbers,
                                                        .after_numbers = together.after_numbers});
}

Composition::Composition(const LayoutInput& input, const Pass& pass)
    : input_(&input), pass_(pass), ahead_(input.workers, parts_for_a_thread) {}

bool Composition::answers_hold(const KnownPages& pages) const {
  return std::all_of(questions_.begin(), questions_.end(), [&](const auto& holds) { return holds(pages); });
}

std::optional<std::uint32_t> Composition::page_of(const std::string& destination) const {
  const auto found = destinations_.find(destination);
  return found == destinations_.end() ? std::nullopt : std::optional(found->second);
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

ShapedPassage Composition::shape(TaggedText text) {
  TextSetter setter(input_->fonts);
  ShapedPassage shaped = setter.shape(std::move(text));
  append(diagnostics_, std::move(setter.diagnostics()));
  return shaped;
}

TextWidths Composition::widths(TaggedText text) {
  TextSetter setter(input_->fonts, memory());
  const TextWidths widths = setter.widths(std::move(text));
  append(diagnostics_, std::move(setter.diagnostics()));
  return widths;
}

SetText Composition::set(const ShapedPassage& shaped, Length measure, const SettingOptions& options) const {
  return TextSetter(input_->fonts).set(shaped, measure, options);
}

SetText Composition::set(TaggedText text, Length measure, const SettingOptions& options) {
  TextSetter setter(input_->fonts, memory());
  SetText set = setter.set(std::move(text), measure, options);
  append(diagnostics_, std::move(setter.diagnostics()));
  return set;
}

FlowPartPtr Composition::later(FlowPart::Work work) {
  auto part = std::make_shared<FlowPart>(std::move(work));
  parts_.push_back({part, diagnostics_.size()});
  ahead_.put_down([part, &fonts = input_->fonts, memory = memory()] {
    TextSetter setter(fonts, memory);
    part->make(setter);
  });
  return part;
}

FlowPartPtr Composition::strips_later(TaggedText text, const Column& column, const TypeSpec& type,
                                      const SettingOptions& options) {
  return later([text = std::move(text), column, type, options](TextSetter& setter) mutable {
    return strips_of(setter.set(std::move(text), column.measure, options), column, type);
  });
}

void Composition::carry_out() {
  ahead_.finish();
}

Diagnostics Composition::take_diagnostics() {
  Diagnostics all;
  std::size_t next = 0;
  const auto take_until = [&](std::size_t end) {
    for (; next < end; ++next) all.push_back(std::move(diagnostics_[next]));
  };
  for (const Part& part : parts_) {
    take_until(part.after);
    append(all, std::move(part.part->diagnostics()));
  }
  take_until(diagnostics_.size());
  return all;
}

void Composition::look_at(const LineMark& mark, std::uint32_t page) {
  if (mark.artefact || mark.line().runs.empty()) return;
  const StructureId structure = mark.meaning(mark.line().runs.front()).structure;
  line_faults_.look_at(mark, {structure_, language(), structure, page}, diagnostics_);
}

std::string note_destination(int number) {
  return "note-" + std::to_string(number);
}

}  // namespace handbill
