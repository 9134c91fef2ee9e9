#include "layout/back_matter.h"

#include <charconv>
#include <string_view>

#include "layout/blocks.h"
#include "layout/styled.h"

namespace handbill {
namespace {

constexpr Length number_gap = 5_pt;

Length number_width(Composition& composition, std::size_t largest, const TypeSpec& type) {
  const std::string number = composition.input().words.number(static_cast<std::int64_t>(largest));
  return composition.widths(style_text(composition, number, {.type = type})).natural + number_gap;
}

TypeSpec number_type(const Theme& theme) {
  TypeSpec type = theme.note;
  type.weight = 700;
  type.colour = theme.accent;
  return type;
}

/// What a numbered address is in the structure tree.
struct AddressStructure {
  StructureId label;
  StructureId body;
};

void set_address(Composition& composition, FlowBuilder& flow, std::size_t index, const Column& column, Length indent,
                 const AddressStructure& structure) {
  const TypeSpec& type = composition.theme().note;
  const TypeSpec numbers = number_type(composition.theme());
  const std::string& address = composition.listed_addresses()[index];
  const StructureId link = composition.node(Role::link, structure.body);
  const auto link_index = composition.add_link({address, address, link});
  const std::string number = composition.input().words.number(static_cast<std::int64_t>(index) + 1);
  flow.marker(mark_later(composition, number, {column.start, indent}, {.type = numbers, .structure = structure.label}));
  const Column inner{column.start + indent, column.measure - indent};
  TaggedText text = style_address(composition, address, {.type = type, .structure = link, .link = link_index});
  flow.add(composition.strips_later(std::move(text), inner, type));
}

std::optional<int> note_number(std::string_view address) {
  constexpr std::string_view prefix = "#note-";
  if (address.substr(0, prefix.size()) != prefix) return std::nullopt;
  int number = 0;
  const std::string_view digits = address.substr(prefix.size());
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) return std::nullopt;
  return number;
}

}  // namespace

void set_link_list(Composition& composition, FlowBuilder& flow, const Column& column, StructureId parent) {
  const std::size_t count = composition.listed_addresses().size();
  if (count == 0 || composition.theme().links != LinkPlace::list) return;
  const Theme& theme = composition.theme();
  const TypeSpec& type = theme.heading[2];
  flow.space(theme.heading_space);
  composition.open_section(2);
  const StructureId heading = composition.node(Role::heading2, parent);
  TaggedText title =
      style_text(composition, composition.input().words.message("links"), {.type = type, .structure = heading});
  flow.add(composition.strips_later(std::move(title), column, type));
  flow.space(theme.paragraph_space * 0.4);
  flow.keep(BreakBefore::forbidden);
  const StructureId list = composition.node(Role::list, parent);
  composition[list].marks = ListMarks::numbers;
  const Length indent = number_width(composition, count, number_type(theme));
  for (std::size_t i = 0; i < count; ++i) {
    const StructureId item = composition.node(Role::list_item, list);
    const StructureId label = composition.node(Role::label, item);
    set_address(composition, flow, i, column, indent,
                {.label = label, .body = composition.node(Role::list_body, item)});
  }
}

namespace {

void set_footnotes(Composition& composition, NotesToSet& notes, const Column& column, StructureId parent) {
  const Theme& theme = composition.theme();
  const auto& footnotes = composition.input().document.footnotes;
  if (footnotes.empty()) return;
  const TypeSpec numbers = number_type(theme);
  const Length indent = number_width(composition, footnotes.size(), numbers);
  for (const Footnote& footnote : footnotes) {
    const StructureId note = composition.node(Role::note, parent, footnote.place);
    const StructureId label = composition.node(Role::label, note, footnote.place);
    FlowBuilder flow;
    flow.marker(mark_later(composition, composition.input().words.number(footnote.number), {column.start, indent},
                           {.type = numbers, .structure = label}));
    set_blocks(composition, flow, footnote.blocks,
               {.column = {column.start + indent, column.measure - indent},
                .parent = note,
                .type = &theme.note,
                .tight = true});
    notes.emplace_back(footnote.number, std::move(flow));
  }
}

void set_link_notes(Composition& composition, NotesToSet& notes, const Column& column, StructureId parent) {
  const std::size_t count = composition.listed_addresses().size();
  if (count == 0 || composition.theme().links != LinkPlace::foot) return;
  const Length indent = number_width(composition, count, number_type(composition.theme()));
  for (std::size_t i = 0; i < count; ++i) {
    const StructureId note = composition.node(Role::note, parent);
    const StructureId label = composition.node(Role::label, note);
    FlowBuilder flow;
    set_address(composition, flow, i, column, indent, {.label = label, .body = note});
    notes.emplace_back(NoteKey(static_cast<int>(i) + 1, true), std::move(flow));
  }
}

/// What a strip's own lines mention.
std::vector<NoteKey> mentioned_in(const Composition& composition, const FlowItem& item) {
  std::vector<NoteKey> keys;
  for (const FlowMark& mark : item.marks) {
    const auto* line = std::get_if<LineMark>(&mark);
    if (line == nullptr) continue;
    for (const LineRun& run : line->line().runs) {
      const RunMeaning& meaning = line->meaning(run);
      if (!meaning.link) continue;
      const std::string& address = composition.links()[*meaning.link].address;
      if (const auto number = note_number(address)) keys.emplace_back(*number);
      if (composition.theme().links != LinkPlace::foot || !meaning.generated) continue;
      if (const auto number = composition.find_link_number(address)) keys.emplace_back(*number, true);
    }
  }
  return keys;
}

}  // namespace

NotesToSet set_notes(Composition& composition, const Column& column, StructureId parent) {
  composition.close_sections();
  NotesToSet notes;
  set_footnotes(composition, notes, column, parent);
  set_link_notes(composition, notes, column, parent);
  return notes;
}

NoteArea note_area(const Theme& theme, NotesToSet&& notes) {
  NoteArea area{.separation = theme.note.leading, .gap = theme.note.leading * 0.2};
  for (auto& [key, flow] : notes) {
    Flow strips = flow.take();
    if (strips.empty() && !key.link) continue;
    if (!key.link) strips.front().extras.edit().destinations.push_back(note_destination(key.number));
    area.notes.emplace(key, std::move(strips));
  }
  return area;
}

void attach_notes(const Composition& composition, const NoteArea& area, Flow& flow) {
  for (FlowItem& item : flow) {
    std::vector<NoteKey> notes = mentioned_in(composition, item);
    if (notes.empty()) continue;
    // A footnote may mention links itself: their addresses come with it.
    for (std::size_t i = 0; i < notes.size(); ++i) {
      const auto note = area.notes.find(notes[i]);
      if (note == area.notes.end() || note->first.link) continue;
      for (const FlowItem& strip : note->second)
        for (const NoteKey& key : mentioned_in(composition, strip)) notes.push_back(key);
    }
    item.extras.edit().notes = std::move(notes);
  }
}

}  // namespace handbill
