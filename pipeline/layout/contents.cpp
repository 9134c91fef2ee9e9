#include "layout/contents.h"

#include <vector>

#include "layout/styled.h"

namespace handbill {
namespace {

constexpr Length contents_padding = 12_pt;
constexpr Length leader_gap = 5_pt;
// Where headings come thick and fast, turning the page finds them sooner than a list that fills one.
constexpr std::size_t most_entries_a_page = 3;
constexpr Length number_room = 28_pt;

std::vector<const Heading*> listed_headings(std::span<const Block> body) {
  std::vector<const Heading*> headings;
  for (const Block& block : body)
    if (const auto* heading = std::get_if<Heading>(&block.node); heading != nullptr && heading->level == 2)
      headings.push_back(heading);
  return headings;
}

struct Entry {
  const Heading& heading;
  const Column& column;
  StructureId contents;
  BreakBefore before;
};

void set_entry(Composition& composition, FlowBuilder& flow, const Entry& entry) {
  const Heading& heading = entry.heading;
  const Column& column = entry.column;
  const TypeSpec& type = composition.theme().contents;
  const StructureId item = composition.node(Role::contents_item, entry.contents, heading.text.place);
  const StructureId link = composition.node(Role::link, item, heading.text.place);
  const auto index = composition.add_link({"#" + heading.id, plain_text(heading.text.inlines), link});
  // The text alone: marks that hang on the heading (footnotes, link numbers) belong to the heading.
  Passage title = heading.text;
  title.inlines = {Inline{Text{plain_text(heading.text.inlines)}, heading.text.place}};
  TaggedText text = style_passage(composition, title, {.type = type, .structure = link, .link = index});
  if (text.styled.text.empty()) return;
  PageNumberMark number{.destination = heading.id,
                        .start = column.start,
                        .measure = column.measure,
                        .baseline = baseline_in(type),
                        .structure = link};
  flow.add(composition.later(
      [text = std::move(text), number = std::move(number), before = entry.before, &type](TextSetter& setter) mutable {
        const Column words{number.start, number.measure - number_room};
        const SetText set = setter.set(std::move(text), words.measure);
        number.leader_start = set.set->lines->back().width + leader_gap;
        Flow strips = strips_of(set, words, type);
        strips.back().marks.push_back(std::move(number));
        for (FlowItem& strip : strips) strip.break_before = BreakBefore::forbidden;
        strips.front().break_before = before;
        return strips;
      }));
}

/// A list that fits stays in one piece. A longer one begins where it stands, two entries at least on either page.
BreakBefore break_before_entry(std::size_t index, std::size_t count) {
  constexpr std::size_t together = 2;
  return index < together || index + together > count ? BreakBefore::forbidden : BreakBefore::avoid;
}

}  // namespace

void set_contents(Composition& composition, FlowBuilder& flow, std::span<const Block> body, const Column& column,
                  StructureId parent) {
  const Theme& theme = composition.theme();
  const auto headings = listed_headings(body);
  if (headings.size() < static_cast<std::size_t>(theme.contents_from_headings)) return;
  const bool helps =
      composition.ask([entries = headings.size(), fewest = theme.contents_from_pages](const auto& known) {
        return known.pages >= static_cast<std::size_t>(fewest) && entries <= known.pages * most_entries_a_page;
      });
  if (!helps) return;

  const StructureId contents = composition.node(Role::contents, parent);
  const StructureId caption = composition.node(Role::caption, contents);
  const Column inner{column.start + contents_padding, column.measure - contents_padding * 2};
  flow.space(theme.heading_space);
  flow.push_band({.id = composition.new_band(), .start = column.start, .width = column.measure, .colour = theme.panel});
  flow.add(FlowItem{.height = contents_padding * 0.8});
  const TypeSpec& type = theme.contents_title;
  TaggedText title = style_text(composition, composition.input().words.message("contents-handout"),
                                {.type = type, .structure = caption});
  flow.add(composition.later([title = std::move(title), inner, &type](TextSetter& setter) mutable {
    Flow strips = strips_of(setter.set(std::move(title), inner.measure), inner, type);
    for (FlowItem& strip : strips) strip.break_before = BreakBefore::forbidden;
    return strips;
  }));
  for (std::size_t i = 0; i < headings.size(); ++i)
    set_entry(composition, flow, {*headings[i], inner, contents, break_before_entry(i, headings.size())});
  flow.add(FlowItem{.height = contents_padding * 0.8, .break_before = BreakBefore::forbidden});
  flow.pop_band();
  flow.space(theme.heading_space);
}

}  // namespace handbill
