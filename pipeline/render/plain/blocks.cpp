#include "render/plain/blocks.h"

#include <algorithm>
#include <array>

#include "core/unicode.h"
#include "document/address.h"
#include "render/plain/table.h"

namespace handbill::plain {
namespace {

/// Nested lists and quotes stop moving inwards when fewer columns than this would be left.
constexpr std::size_t narrowest = 24;

constexpr std::size_t code_indent = 4;

/// A prefix that leaves at least `narrowest` columns, or as it is on its first line only.
Prefix hanging(const std::string& marker, std::size_t width) {
  const std::size_t indent = display_width(marker);
  return {.first = marker, .rest = std::string(width >= narrowest + indent ? indent : 0, ' ')};
}

std::size_t room_after(const Prefix& prefix, std::size_t width) {
  const std::size_t indent = display_width(prefix.rest);
  return width > indent ? width - indent : 1;
}

char underline_of(int level) {
  constexpr std::array signs{'=', '-', '~', '.'};
  return signs[static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(signs.size())) - 1)];
}

std::string_view bullet_of(int depth) {
  constexpr std::array<std::string_view, 3> bullets{"•", "◦", "–"};
  return bullets[static_cast<std::size_t>(depth) % bullets.size()];
}

bool opens_section(const Block& block) {
  const auto* heading = std::get_if<Heading>(&block.node);
  return heading != nullptr && heading->level <= 2;
}

}  // namespace

Lines BlockSetter::set(const Blocks& blocks, std::size_t width, int blank_lines) {
  Lines lines;
  for (const Block& block : blocks) add(lines, set(block, width), opens_section(block) ? 2 : blank_lines);
  return lines;
}

Lines BlockSetter::set(const Block& block, std::size_t width) {
  return std::visit([&](const auto& node) { return set(node, width); }, block.node);
}

Lines BlockSetter::set_paragraph(const Flow& text, std::size_t width) {
  const Direction direction = text.language.direction();
  if (context_.format == TextFormat::fixed) return lines_of(wrapper_.wrap(text, width), direction);
  Lines lines;
  for (WrappedLine& line : wrapper_.wrap_to_join(text, width))
    lines.push_back({std::move(line.text), direction, line.at_space});
  return lines;
}

Lines BlockSetter::set_heading(const Flow& text, int level, std::size_t width) {
  Lines lines = set_paragraph(text, width);
  std::size_t widest = 0;
  for (const Line& line : lines) widest = std::max(widest, display_width(line.text));
  if (widest > 0) lines.push_back({std::string(widest, underline_of(level)), text.language.direction()});
  return lines;
}

Lines BlockSetter::set_item(const Blocks& blocks, const std::string& marker, std::size_t width, int blank_lines) {
  const Prefix prefix = hanging(marker, width);
  Lines lines = set(blocks, room_after(prefix, width), blank_lines);
  if (lines.empty()) lines.push_back({"", direction()});
  return prefixed(lines, prefix, direction());
}

Lines BlockSetter::set(const Heading& heading, std::size_t width) {
  return set_heading(flow_of(heading.text, context_), heading.level, width);
}

Lines BlockSetter::set(const Paragraph& paragraph, std::size_t width) {
  return set_paragraph(flow_of(paragraph.text, context_), width);
}

Lines BlockSetter::set(const List& list, std::size_t width) {
  ++list_depth_;
  const std::vector<std::string> markers = markers_of(list);
  const int blank_lines = list.tight ? 0 : 1;
  Lines lines;
  for (std::size_t item = 0; item < list.items.size(); ++item)
    add(lines, set_item(list.items[item].blocks, markers[item], width, blank_lines), blank_lines);
  --list_depth_;
  return lines;
}

/// Numbers in the language's digits, which line up at their ends, boxes, or bullets.
std::vector<std::string> BlockSetter::markers_of(const List& list) const {
  const auto number_of = [&](std::size_t item) {
    return context_.words.number(list.start + static_cast<std::int64_t>(item)) + ".";
  };
  std::size_t widest = 0;
  for (std::size_t item = 0; list.ordered && item < list.items.size(); ++item)
    widest = std::max(widest, display_width(number_of(item)));
  std::vector<std::string> markers;
  for (std::size_t item = 0; item < list.items.size(); ++item) {
    const std::optional<bool> done = list.items[item].done;
    std::string marker;
    if (list.ordered) marker = std::string(widest - display_width(number_of(item)), ' ') + number_of(item) + " ";
    if (done) marker += *done ? "☑ " : "☐ ";
    if (marker.empty()) marker = std::string(bullet_of(list_depth_ - 1)) + " ";
    markers.push_back(std::move(marker));
  }
  return markers;
}

Lines BlockSetter::set(const Quote& quote, std::size_t width) {
  const Prefix prefix{.first = "> ", .rest = "> "};
  Lines lines = set(quote.blocks, room_after(prefix, width), 1);
  if (context_.format == TextFormat::fixed) return prefixed(lines, prefix, direction());
  for (Line& line : lines) ++line.quotes;
  return lines;
}

/// Code keeps its lines and its direction, whatever the width.
Lines BlockSetter::set(const CodeBlock& code, std::size_t) {
  Lines lines;
  std::string_view rest = code.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line(rest.substr(0, end));
    if (!line.empty()) line.insert(0, code_indent, ' ');
    lines.push_back({std::move(line), Direction::left_to_right});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

Lines BlockSetter::set(const Table& table, std::size_t width) {
  return table_lines(table, width, context_, wrapper_);
}

Lines BlockSetter::set(const Rule&, std::size_t width) {
  constexpr std::string_view stars = "* * *";
  const std::size_t indent = width > stars.size() ? (width - stars.size()) / 2 : 0;
  return {{std::string(indent, ' ') + std::string(stars), direction()}};
}

Lines BlockSetter::set(const Figure& figure, std::size_t width) {
  return set_paragraph(image_flow(flow_of(figure.alt, context_), figure.title, context_), width);
}

/// An arrow in the reading direction, the label and the address.
Lines BlockSetter::set(const CallToAction& action, std::size_t width) {
  Flow label = flow_of(action.label, context_);
  const std::string_view address = shown_address(action.address);
  const bool says_it = says_address(plain_text(action.label.inlines), action.address);
  if (!address.empty() && !says_it) {
    Flow target{.language = context_.document_language};
    append_address(target, address);
    label = labelled(label, target, context_);
  }
  const Prefix prefix = hanging(direction() == Direction::right_to_left ? "← " : "→ ", width);
  return prefixed(set_paragraph(label, room_after(prefix, width)), prefix, direction());
}

}  // namespace handbill::plain
