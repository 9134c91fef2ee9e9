#include "layout/pulled_figure.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "core/unicode.h"

namespace handbill {
namespace {

constexpr std::size_t longest = 12;   // a longer text is a phrase
constexpr double least_beside = 0.4;  // of the column, for the words

struct Parts {
  Passage number;
  Passage words;
};

std::optional<Parts> parts_of(const Passage& sentence) {
  if (sentence.inlines.size() < 2) return std::nullopt;
  const auto* number = std::get_if<Strong>(&sentence.inlines.front().node);
  if (number == nullptr) return std::nullopt;
  const std::u16string text = to_utf16(plain_text(number->children));
  const bool has_digit = std::any_of(text.begin(), text.end(), [](char16_t unit) { return u_isdigit(unit); });
  if (text.size() > longest || !has_digit) return std::nullopt;
  Parts parts{.number = sentence, .words = sentence};
  parts.number.inlines = {sentence.inlines.front()};
  parts.words.inlines.erase(parts.words.inlines.begin());
  auto* next = std::get_if<Text>(&parts.words.inlines.front().node);
  if (next == nullptr || !next->text.starts_with(' ')) return parts;
  // The space between them stays behind the number, for whoever hears or copies the sentence.
  parts.number.inlines.push_back(Inline{Text{" "}, {}});
  next->text.erase(0, next->text.find_first_not_of(' '));
  return parts;
}

/// The lower of the two is put in the middle of the higher.
FlowItem side_by_side(FlowItem first, FlowItem second) {
  const Length height = std::max(first.height, second.height);
  for (FlowItem* item : {&first, &second})
    for (FlowMark& mark : item->marks)
      if (auto* line = std::get_if<LineMark>(&mark)) line->baseline += (height - item->height) / 2;
  first.marks.insert(first.marks.end(), std::make_move_iterator(second.marks.begin()),
                     std::make_move_iterator(second.marks.end()));
  first.height = height;
  return first;
}

}  // namespace

std::optional<FlowItem> pulled_figure(Composition& composition, const Passage& sentence, const Place& place,
                                      const BlockContext& context) {
  const auto parts = parts_of(sentence);
  if (!parts) return std::nullopt;
  const TypeSpec& type = composition.theme().figure;
  const Column& column = context.column;
  const Length gap = type.size * 0.35;  // a word space and more
  const TextWidths number_widths = composition.widths(style_passage(composition, parts->number, {.type = type}));
  const Length width = number_widths.natural + 0.5_pt;
  const Column beside{column.start + width + gap, column.measure - width - gap};
  if (beside.measure < column.measure * least_beside) return std::nullopt;

  const StructureId structure = composition.node(Role::paragraph, context.parent, place);
  if (sentence.language) composition[structure].language = sentence.language;
  const auto set = [&](const Passage& passage, const TypeSpec& as, const Column& in) {
    FlowItem item;
    TaggedText words = style_passage(composition, passage, {.type = as, .structure = structure});
    add_lines(item, composition.set(std::move(words), in.measure), in, as, item.height);
    return item;
  };
  FlowItem number = set(parts->number, type, {column.start, width});
  return side_by_side(std::move(number), set(parts->words, *context.type, beside));
}

}  // namespace handbill
