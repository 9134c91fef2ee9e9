#include "layout/back_matter.h"

#include <charconv>
#include <string_view>

#include "layout/blocks.h"
#include "layout/styled.h"

namespace handbill {
namespace {

constexpr Length number_gap = 5_pt;

/// A number that hangs at the start edge of what is added next.
std::vector<LineMark> hanging_number(Composition& composition, const std::string& number, const Column& column,
                                     const PassageStyle& style) {
  FlowItem strip;
  Length top;
  const auto shaped = composition.shape(style_mark(composition, number, style));
  add_lines(strip, set_text(shaped, column.measure, {.type = style.type}), column, style.type, top);
  std::vector<LineMark> marks;
  for (FlowMark& mark : strip.marks) marks.push_back(std::get<LineMark>(std::move(mark)));
  return marks;
}

Length number_width(Composition& composition, std::size_t largest, const TypeSpec& type) {
  const std::string number = composition.input().words.number(static_cast<std::int64_t>(largest));
  return composition.shape(style_text(composition, number, {.type = type}))->natural_width() + number_gap;
}

TypeSpec number_type(const Theme& theme) {
  TypeSpec type = theme.note;
  type.weight = 700;
  type.colour = theme.accent;
  return type;
}

void set_address(Composition& composition, FlowBuilder& flow, std::size_t index, const Column& column, Length indent,
                 StructureId list) {
  const TypeSpec& type = composition.theme().note;
  const TypeSpec numbers = number_type(composition.theme());
  const std::string& address = composition.listed_addresses()[index];
  const StructureId item = composition.node(Role::list_item, list);
  const StructureId label = composition.node(Role::label, item);
  const StructureId body = composition.node(Role::list_body, item);
  const StructureId link = composition.node(Role::link, body);
  const auto link_index = composition.add_link({address, address, link});
  const std::string number = composition.input().words.number(static_cast<std::int64_t>(index) + 1);
  flow.marker(hanging_number(composition, number, {column.start, indent}, {.type = numbers, .structure = label}));
  const Column inner{column.start + indent, column.measure - indent};
  const auto shaped =
      composition.shape(style_address(composition, address, {.type = type, .structure = link, .link = link_index}));
  flow.add(strips_of(set_text(shaped, inner.measure, {.type = type}), inner, type));
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
  if (count == 0) return;
  const Theme& theme = composition.theme();
  const TypeSpec& type = theme.heading[2];
  flow.space(theme.heading_space);
  const StructureId heading = composition.node(Role::heading2, parent);
  const auto shaped = composition.shape(
      style_text(composition, composition.input().words.message("links"), {.type = type, .structure = heading}));
  flow.add(strips_of(set_text(shaped, column.measure, {.type = type}), column, type));
  flow.space(theme.paragraph_space * 0.4);
  flow.keep(BreakBefore::forbidden);
  const StructureId list = composition.node(Role::list, parent);
  const Length indent = number_width(composition, count, number_type(theme));
  for (std::size_t i = 0; i < count; ++i) set_address(composition, flow, i, column, indent, list);
}

NoteArea set_notes(Composition& composition, const Column& column, StructureId parent) {
  const Theme& theme = composition.theme();
  const auto& footnotes = composition.input().document.footnotes;
  NoteArea area{.separation = theme.note.leading, .gap = theme.note.leading * 0.2};
  if (footnotes.empty()) return area;
  const TypeSpec numbers = number_type(theme);
  const Length indent = number_width(composition, footnotes.size(), numbers);
  for (const Footnote& footnote : footnotes) {
    const StructureId note = composition.node(Role::note, parent, footnote.place);
    const StructureId label = composition.node(Role::label, note, footnote.place);
    FlowBuilder flow;
    flow.marker(hanging_number(composition, composition.input().words.number(footnote.number), {column.start, indent},
                               {.type = numbers, .structure = label}));
    set_blocks(composition, flow, footnote.blocks,
               {.column = {column.start + indent, column.measure - indent},
                .parent = note,
                .type = &theme.note,
                .tight = true});
    Flow strips = flow.take();
    if (strips.empty()) continue;
    strips.front().destinations.push_back(note_destination(footnote.number));
    area.notes.emplace(footnote.number, std::move(strips));
  }
  return area;
}

void attach_notes(const Composition& composition, Flow& flow) {
  for (FlowItem& item : flow)
    for (const FlowMark& mark : item.marks) {
      const auto* line = std::get_if<LineMark>(&mark);
      if (line == nullptr) continue;
      for (const LineRun& run : line->line->runs) {
        const auto link = composition.meaning(run.tag).link;
        if (!link) continue;
        if (const auto number = note_number(composition.links()[*link].address)) item.notes.push_back(*number);
      }
    }
}

}  // namespace handbill
