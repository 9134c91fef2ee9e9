#include "layout/blocks.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/unicode.h"
#include "layout/call_to_action.h"
#include "layout/pulled_figure.h"
#include "layout/styled.h"
#include "layout/table.h"

namespace handbill {
namespace {

constexpr std::array<std::string_view, 3> bullets = {"•", "–", "·"};
constexpr Length marker_gap = 6_pt;
constexpr Length narrowest_column = 60_pt;
constexpr double tallest_figure = 0.45;  // of a page's height

Role heading_role(int level) {
  constexpr std::array roles = {Role::heading1, Role::heading2, Role::heading3,
                                Role::heading4, Role::heading5, Role::heading6};
  return roles[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)];
}

const TypeSpec& heading_type(const Theme& theme, int level) {
  return theme.heading[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)];
}

Length page_height(const Composition& composition) {
  return paper_size(composition.input().edition.paper).value_or(Size{210_mm, 297_mm}).height;
}

bool ends_with_colon(const Paragraph& paragraph) {
  const std::string text = plain_text(paragraph.text.inlines);
  return !text.empty() && text.back() == ':';
}

/// Code as it is typed: lines ended by the author, tabs as four spaces.
std::u16string code_characters(const std::string& code) {
  std::u16string characters;
  for (const char16_t unit : to_utf16(code)) {
    if (unit == u'\n')
      characters += u'\u2028';
    else if (unit == u'\t')
      characters += u"    ";
    else
      characters += unit;
  }
  return characters;
}

/// Whether a phrase is complete in itself: it ends like a sentence, or announces what follows.
bool is_complete(const Strong& phrase) {
  const std::u16string text = to_utf16(plain_text(phrase.children));
  return !text.empty() && (text.back() == u':' || u_hasBinaryProperty(text.back(), UCHAR_S_TERM));
}

/// Boxes to tick are no marks: they say of each item how far it is.
ListMarks marks_of(const List& list) {
  if (list.ordered) return ListMarks::numbers;
  const bool boxes = std::any_of(list.items.begin(), list.items.end(), [](const auto& item) { return item.done; });
  return boxes ? ListMarks::none : ListMarks::bullets;
}

/// An action's number on its disc.
struct NumberedDisc {
  SetText number;
  TypeSpec type;
  Length start;
  Length side;
  Length top;
  Colour colour;
};

void put_before(Flow& strips, const NumberedDisc& disc) {
  FlowItem& first = strips.front();
  std::vector<FlowMark> marks = std::move(first.marks);
  first.marks = {BoxMark{.start = disc.start,
                         .width = disc.side,
                         .top = disc.top,
                         .height = disc.side,
                         .colour = disc.colour,
                         .radius = disc.side / 2}};
  Length top = disc.top;
  add_lines(first, disc.number, {disc.start, disc.side}, disc.type, top);
  first.marks.insert(first.marks.end(), std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
  if (strips.size() == 1) first.height = std::max(first.height, disc.side);
  // An action is short: it stays whole unless that costs half a page.
  for (std::size_t i = 1; i < strips.size(); ++i)
    strips[i].break_before = std::max(strips[i].break_before, BreakBefore::avoid);
}

/// Whether every item of a list opens with a complete bold phrase, as actions do.
bool is_action_list(const List& list) {
  return std::all_of(list.items.begin(), list.items.end(), [](const ListItem& item) {
    if (item.blocks.empty()) return false;
    const auto* paragraph = std::get_if<Paragraph>(&item.blocks.front().node);
    if (paragraph == nullptr || paragraph->text.inlines.empty()) return false;
    const auto* phrase = std::get_if<Strong>(&paragraph->text.inlines.front().node);
    return phrase != nullptr && is_complete(*phrase);
  });
}

/// Sets one sequence of blocks.
class BlockSetter {
 public:
  BlockSetter(Composition& composition, FlowBuilder& flow, const BlockContext& context)
      : composition_(composition), flow_(flow), context_(context) {}

  void set(std::span<const Block> blocks) {
    for (const Block& block : blocks) {
      place_ = block.place;
      std::visit([this](const auto& node) { set(node); }, block.node);
    }
  }

 private:
  const Theme& theme() const { return composition_.theme(); }

  Length paragraph_space() const { return context_.tight ? tight_space() : theme().paragraph_space; }

  /// Between the items of a tight list. On a grid a little space would grow to a whole line.
  Length tight_space() const { return theme().columns > 1 ? Length() : theme().paragraph_space * 0.4; }

  void set(const Heading& heading) { set_heading(composition_, flow_, heading, context_); }

  void set(const Paragraph& paragraph) { set_paragraph(paragraph, false); }

  void set_paragraph(const Paragraph& paragraph, bool phrase_line) {
    flow_.space(paragraph_space());
    const StructureId structure = composition_.node(Role::paragraph, context_.parent, place_);
    tag_language(structure, paragraph.text);
    TaggedText text = style_passage(composition_, paragraph.text,
                                    {.type = *context_.type, .structure = structure, .phrase_line = phrase_line});
    const SettingOptions options{.alignment = context_.justify ? TextAlignment::justify : TextAlignment::start,
                                 .elongate = theme().elongate};
    const bool running_text = context_.type == &theme().body;
    flow_.add(composition_.later([text = std::move(text), column = context_.column, type = context_.type, options,
                                  running_text](TextSetter& setter) mutable {
      Flow strips = strips_of(setter.set(std::move(text), column.measure, options), column, *type);
      for (FlowItem& strip : strips) strip.on_grid = running_text;
      return strips;
    }));
    flow_.space(paragraph_space());
    if (ends_with_colon(paragraph)) flow_.keep(BreakBefore::avoid);
  }

  void set(const List& list) {
    const bool actions = theme().action_lists && context_.depth == 0 && is_action_list(list);
    const Length indent = actions ? action_indent() : list_indent(list);
    const StructureId structure = composition_.node(Role::list, context_.parent, place_);
    composition_[structure].marks = marks_of(list);
    flow_.space(paragraph_space());
    int number = list.ordered ? list.start : 1;
    for (const ListItem& item : list.items) {
      const StructureId entry = composition_.node(Role::list_item, structure, item.place);
      const StructureId label = composition_.node(Role::label, entry, item.place);
      const StructureId body = composition_.node(Role::list_body, entry, item.place);
      if (actions)
        set_action(item, number, {.label = label, .body = body}, indent);
      else
        set_item(item, marker_text(list, item, number), {.label = label, .body = body}, indent, list.tight);
      ++number;
    }
    flow_.space(paragraph_space());
  }

  struct ItemStructure {
    StructureId label;
    StructureId body;
  };

  void set_item(const ListItem& item, const std::string& marker, const ItemStructure& structure, Length indent,
                bool tight) {
    flow_.space(tight ? tight_space() : paragraph_space());
    // Deep inside other lists there is no room left to indent: the marker then stands on a line of its own.
    const bool indented = context_.column.measure - indent >= narrowest_column;
    const Column column{context_.column.start, indented ? indent : context_.column.measure};
    auto lines = mark_later(composition_, marker, column, {.type = theme().marker, .structure = structure.label},
                            context_.type->leading);
    if (indented) {
      flow_.marker(std::move(lines));
    } else {
      flow_.add(std::move(lines));
      flow_.keep(BreakBefore::forbidden);
    }
    BlockContext inner = context_;
    if (indented) inner.column = {context_.column.start + indent, context_.column.measure - indent};
    inner.parent = structure.body;
    inner.depth += 1;
    inner.tight = tight;
    set_blocks(composition_, flow_, item.blocks, inner);
    if (item.blocks.empty()) flow_.add(FlowItem{.height = context_.type->leading});
  }

  std::string marker_text(const List& list, const ListItem& item, int number) const {
    if (item.done) return *item.done ? "☑" : "☐";
    if (list.ordered) return composition_.input().words.number(number);
    return std::string(bullets[static_cast<std::size_t>(context_.depth) % bullets.size()]);
  }

  Length list_indent(const List& list) {
    if (!list.ordered || list.items.empty()) return theme().list_indent;
    const int last = list.start + static_cast<int>(list.items.size()) - 1;
    const TextWidths widest = composition_.widths(
        style_text(composition_, composition_.input().words.number(last), {.type = theme().marker}));
    return std::max(theme().list_indent, widest.natural + marker_gap);
  }

  // Numbered actions: a number on a disc, the bold phrase on a line of its own.
  Length disc() const { return context_.type->size * 2.1; }
  Length action_indent() const { return disc() * 1.5; }

  void set_action(const ListItem& item, int number, const ItemStructure& structure, Length indent) {
    flow_.space(theme().paragraph_space * 1.4);
    TypeSpec type = theme().marker;
    type.colour = white;
    type.size = disc() * 0.52;
    type.leading = disc();
    const std::string digits = composition_.input().words.number(number);
    const SetText text =
        composition_.set(style_mark(composition_, digits, {.type = type, .structure = structure.label}), disc(),
                         {.alignment = TextAlignment::centre});
    BlockContext inner = context_;
    inner.column.start += indent;
    inner.column.measure -= indent;
    inner.parent = structure.body;
    inner.depth += 1;

    FlowBuilder body;
    BlockSetter setter(composition_, body, inner);
    setter.place_ = item.place;
    setter.set_paragraph(std::get<Paragraph>(item.blocks.front().node), true);
    setter.set(std::span(item.blocks).subspan(1));
    const NumberedDisc numbered{.number = text,
                                .type = type,
                                .start = context_.column.start,
                                .side = disc(),
                                .top = (context_.type->leading - disc()) / 2 + context_.type->size * 0.35,
                                .colour = theme().accent};
    flow_.add(std::move(body), [numbered](Flow& strips) { put_before(strips, numbered); });
  }

  void set(const Quote& quote) {
    flow_.space(theme().paragraph_space * 1.5);
    const Length inset = theme().bar + 11_pt;
    flow_.push_band({.id = composition_.new_band(),
                     .start = context_.column.start,
                     .width = theme().bar,
                     .colour = theme().accent});
    BlockContext inner = context_;
    if (inner.column.measure - inset >= narrowest_column)
      inner.column = {inner.column.start + inset, inner.column.measure - inset};
    inner.parent = composition_.node(Role::block_quote, context_.parent, place_);
    inner.type = &theme().quote;
    inner.justify = false;
    set_quoted(quote.blocks, inner);
    flow_.pop_band();
    flow_.space(theme().paragraph_space * 1.5);
  }

  void set_quoted(const Blocks& blocks, const BlockContext& inner) {
    const auto* opening = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front().node);
    auto figure = theme().pulled_figures && opening != nullptr
                      ? pulled_figure(composition_, opening->text, blocks.front().place, inner)
                      : std::nullopt;
    if (figure) flow_.add(std::move(*figure));
    flow_.space(paragraph_space());
    set_blocks(composition_, flow_, std::span(blocks).subspan(figure ? 1 : 0), inner);
  }

  void set(const CodeBlock& code) {
    const TypeSpec& type = theme().code;
    const Length padding = type.size * 0.9;
    const StructureId paragraph = composition_.node(Role::paragraph, context_.parent, place_);
    const StructureId structure = composition_.node(Role::code, paragraph, place_);
    const Column column{context_.column.start + padding, context_.column.measure - padding * 2};

    flow_.space(theme().paragraph_space);
    flow_.push_band({.id = composition_.new_band(),
                     .start = context_.column.start,
                     .width = context_.column.measure,
                     .colour = theme().panel});
    flow_.add(FlowItem{.height = padding});
    flow_.keep(BreakBefore::forbidden);
    flow_.add(composition_.strips_later(code_text(code, type, structure), column, type));
    flow_.add(FlowItem{.height = padding, .break_before = BreakBefore::forbidden});
    flow_.pop_band();
    flow_.space(theme().paragraph_space);
  }

  TaggedText code_text(const CodeBlock& code, const TypeSpec& type, StructureId structure) const {
    StyledText text;
    text.language = Language();
    text.text = code_characters(code.text);
    text.spans = {{static_cast<std::uint32_t>(text.text.size()), text_style(type, Language(), RunTag{0})}};
    text.origins = {{0, place_}};
    return {std::move(text),
            std::make_shared<const RunMeanings>(RunMeanings{{.colour = type.colour, .structure = structure}})};
  }

  void set(const Table& table) { set_table(composition_, flow_, table, place_, context_); }

  void set(const Rule&) {
    flow_.space(theme().heading_space * 0.8);
    FlowItem strip{.height = 1_pt};
    strip.marks.push_back(StrokeMark{.start = context_.column.start + context_.column.measure * 0.35,
                                     .width = context_.column.measure * 0.3,
                                     .y = 0.5_pt,
                                     .thickness = 0.75_pt,
                                     .colour = theme().accent});
    flow_.add(std::move(strip));
    flow_.space(theme().heading_space * 0.8);
  }

  void set(const Figure& figure) {
    const auto found = composition_.input().images.find(figure.address);
    if (found == composition_.input().images.end()) {
      // What the picture shows is worth more than a hole.
      set(Paragraph{figure.alt});
      return;
    }
    const StructureId structure = composition_.figure(plain_text(figure.alt.inlines), context_.parent, place_);
    flow_.space(theme().paragraph_space);
    flow_.add(image_strip(found->second, context_.column, page_height(composition_) * tallest_figure, structure));
    flow_.space(theme().paragraph_space);
  }

  void set(const CallToAction& action) {
    flow_.space(theme().paragraph_space * 1.5);
    flow_.add(action_strip(composition_, action, place_, context_.column, context_.parent, {.padding = 10_pt}));
    flow_.space(theme().paragraph_space * 1.5);
  }

  void tag_language(StructureId structure, const Passage& passage) {
    if (passage.language) composition_[structure].language = passage.language;
  }

  Composition& composition_;
  FlowBuilder& flow_;
  const BlockContext& context_;
  Place place_;
};

}  // namespace

void set_blocks(Composition& composition, FlowBuilder& flow, std::span<const Block> blocks,
                const BlockContext& context) {
  BlockSetter(composition, flow, context).set(blocks);
}

void set_heading(Composition& composition, FlowBuilder& flow, const Heading& heading, const BlockContext& context) {
  const Theme& theme = composition.theme();
  const TypeSpec& type = heading_type(theme, heading.level);
  if (context.parent == Composition::root) composition.open_section(heading.level);
  const StructureId structure = composition.node(heading_role(heading.level), context.parent, heading.text.place);
  if (heading.text.language) composition[structure].language = heading.text.language;
  TaggedText text = style_passage(composition, heading.text, {.type = type, .structure = structure});
  if (text.styled.text.empty()) return;
  OutlineMark outline{plain_text(heading.text.inlines), heading.level};
  flow.space(theme.heading_space * (heading.level <= 2 ? 1.0 : 0.72));
  flow.add(composition.later([text = std::move(text), outline = std::move(outline), id = heading.id,
                              column = context.column, &type](TextSetter& setter) mutable {
    Flow strips = strips_of(setter.set(std::move(text), column.measure, {.balanced = true}), column, type);
    StripExtras& extras = strips.front().extras.edit();
    extras.destinations.push_back(std::move(id));
    extras.outline = std::move(outline);
    for (std::size_t i = 1; i < strips.size(); ++i) strips[i].break_before = BreakBefore::forbidden;
    return strips;
  }));
  flow.space(theme.paragraph_space * 0.35);
  flow.keep(BreakBefore::forbidden);
}

void set_passage(Composition& composition, FlowBuilder& flow, const Passage* passage, const Column& column,
                 const DisplayText& as) {
  if (passage == nullptr) return;
  const StructureId structure = composition.node(as.role, Composition::root, passage->place);
  if (passage->language) composition[structure].language = passage->language;
  TaggedText text = style_passage(composition, *passage, {.type = as.type, .structure = structure});
  flow.add(composition.strips_later(std::move(text), column, as.type, {.balanced = true}));
}

FlowPartPtr mark_later(Composition& composition, const std::string& text, const Column& column,
                       const PassageStyle& style, Length height) {
  return composition.later(
      [text = style_mark(composition, text, style), column, type = style.type, height](TextSetter& setter) mutable {
        FlowItem strip{.height = height};
        Length top;
        add_lines(strip, setter.set(std::move(text), column.measure), column, type, top);
        return Flow{std::move(strip)};
      });
}

FlowItem image_strip(const ImagePtr& image, const Column& column, Length tallest, StructureId structure) {
  const double ratio = static_cast<double>(image->height) / image->width;
  const Length width = std::min(column.measure, tallest / ratio);
  const Length height = width * ratio;
  FlowItem strip{.height = height};
  strip.marks.push_back(ImageMark{.image = image,
                                  .start = column.start + (column.measure - width) / 2,
                                  .width = width,
                                  .height = height,
                                  .structure = structure});
  return strip;
}

}  // namespace handbill
