#include "render/plain/plain.h"

#include <algorithm>

#include "core/unicode.h"
#include "document/address.h"
#include "render/plain/blocks.h"

namespace handbill::plain {
namespace {

/// Narrower than this no language sets a readable line.
constexpr int narrowest_page = 20;

Lines front_lines(const FrontMatter& front, const PhraseContext& context, BlockSetter& blocks, std::size_t width) {
  Lines lines;
  if (front.kicker) add(lines, blocks.set_paragraph(flow_of(*front.kicker, context), width), 0);
  if (front.title) add(lines, blocks.set_heading(flow_of(*front.title, context), 1, width), 1);
  if (front.subtitle) add(lines, blocks.set_paragraph(flow_of(*front.subtitle, context), width), 1);
  if (front.description) add(lines, blocks.set_paragraph(flow_of(*front.description, context), width), 1);
  if (front.feature_alt) {
    const Flow image = image_flow(flow_of(*front.feature_alt, context), {}, context);
    add(lines, blocks.set_paragraph(image, width), 1);
  }
  return lines;
}

Lines footnote_lines(const Document& document, const PhraseContext& context, BlockSetter& blocks, std::size_t width) {
  Lines lines;
  for (const Footnote& footnote : document.footnotes) {
    const std::string marker = "[^" + context.words.number(footnote.number) + "] ";
    add(lines, blocks.set_item(footnote.blocks, marker, width, 1), 1);
  }
  if (lines.empty()) return lines;
  Lines section = blocks.set_heading(word_flow("footnotes", context.words), 2, width);
  add(section, std::move(lines), 1);
  return section;
}

/// Each address on a line of its own, however long, so that it can be clicked and copied.
Lines link_lines(const PhraseContext& context, BlockSetter& blocks, std::size_t width) {
  const auto& entries = context.links.entries();
  if (entries.empty()) return {};
  Lines section = blocks.set_heading(word_flow("links", context.words), 2, width);
  const Direction direction = context.document_language.direction();
  const std::size_t digits = display_width(context.words.number(static_cast<int>(entries.size())));
  int blank_lines = 1;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    const std::string number = context.words.number(static_cast<int>(at + 1));
    const std::string marker = std::string(digits - display_width(number), ' ') + "[" + number + "] ";
    Flow flow{.language = context.document_language};
    append_address(flow, shown_address(entries[at].address));
    if (!entries[at].title.empty()) {
      append_break(flow);
      append(flow, entries[at].title);
    }
    const Prefix prefix{.first = marker, .rest = std::string(digits + 3, ' ')};
    add(section, prefixed(blocks.set_paragraph(flow, width), prefix, direction), blank_lines);
    blank_lines = 0;
  }
  return section;
}

}  // namespace

std::string write(const Input& input) {
  const auto width = static_cast<std::size_t>(std::max(input.width, narrowest_page));
  LinkList links;
  const PhraseContext context{input.words, input.document.language, links, input.format};
  Wrapper wrapper;
  BlockSetter blocks(context, wrapper);
  Lines lines = front_lines(input.document.front, context, blocks, width);
  add(lines, blocks.set(input.document.blocks, width), 2);
  add(lines, footnote_lines(input.document, context, blocks, width), 2);
  add(lines, link_lines(context, blocks, width), 2);
  return to_text(lines, {input.document.language.direction(), input.bidi, input.format});
}

}  // namespace handbill::plain
