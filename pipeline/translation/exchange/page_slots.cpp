#include "translation/exchange/page_slots.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <variant>

#include "document/overloaded.h"
#include "document/walk.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

using SlotKind = PageSlot::Kind;

std::string addresses_in(const Inlines& inlines) {
  std::vector<std::string> addresses;
  for_each_inline(inlines, [&](const Inline& one) {
    if (const auto* const link = std::get_if<Link>(&one.node)) addresses.push_back(link->address);
    if (const auto* const image = std::get_if<InlineImage>(&one.node)) addresses.push_back(image->address);
    if (const auto* const mark = std::get_if<FootnoteReference>(&one.node)) addresses.push_back("^" + mark->label);
  });
  std::sort(addresses.begin(), addresses.end());
  std::string all;
  for (const std::string& address : addresses) all += address + '\n';
  return all;
}

// Signs between digits are the language's own: 73.5 is 73,5 elsewhere.
std::string digits_in(const icu::UnicodeString& text) {
  std::string digits;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const std::int32_t digit = u_charDigitValue(text.char32At(at));
    if (digit >= 0) digits += static_cast<char>('0' + digit);
  }
  return digits;
}

class Walk {
 public:
  explicit Walk(SlotNumbers& numbers) : numbers_(numbers) {}

  // As deep as pages nest, which is limited.
  void blocks(const Blocks& all, const std::string& path) {
    for (const Block& block : all) {
      std::visit(
          Overloaded{[&](const Heading& one) { text(SlotKind::heading, fmt::format("{}h{}", path, one.level), one.text); },
                     [&](const Paragraph& one) { text(SlotKind::paragraph, path + "p", one.text); },
                     [&](const List& one) {
                       for (const ListItem& item : one.items) blocks(item.blocks, path + (one.ordered ? "ol/" : "ul/"));
                     },
                     [&](const Quote& one) { blocks(one.blocks, path + "q/"); },
                     [&](const CodeBlock& one) { mark(SlotKind::code, one.text, block.place); },
                     [&](const Table& one) { table(one, path); },
                     [&](const Rule&) { mark(SlotKind::rule, {}, block.place); },
                     [&](const Figure& one) { text(SlotKind::figure, path + "img", one.alt, one.address); },
                     [&](const CallToAction& one) { text(SlotKind::call, path + "cta", one.label, one.address); }},
          block.node);
    }
  }

  std::vector<PageSlot> take() { return std::move(slots_); }

 private:
  void table(const Table& one, const std::string& path) {
    for (std::size_t row = 0; row < one.rows.size(); ++row)
      for (std::size_t column = 0; column < one.rows[row].size(); ++column)
        text(SlotKind::cell, fmt::format("{}{} {}/{}", path, row == 0 ? "th" : "td", column, one.columns.size()),
             one.rows[row][column]);
  }

  void text(SlotKind kind, const std::string& shape, const Passage& passage, const std::string& address = {}) {
    const icu::UnicodeString plain = to_icu(plain_text(passage.inlines));
    slots_.push_back({kind, numbers_.shapes(shape), numbers_.links(address + '\n' + addresses_in(passage.inlines)),
                      numbers_.digits(digits_in(plain)), static_cast<std::size_t>(plain.countChar32()), &passage,
                      passage.place});
  }

  void mark(SlotKind kind, const std::string& content, const Place& place) {
    slots_.push_back({kind, numbers_.shapes(kind == SlotKind::code ? "code" : "rule"), numbers_.links(content), 0,
                      content.size(), nullptr, place});
  }

  SlotNumbers& numbers_;
  std::vector<PageSlot> slots_;
};

}  // namespace

std::vector<PageSlot> slots_of(const Blocks& blocks, SlotNumbers& numbers) {
  Walk walk(numbers);
  walk.blocks(blocks, {});
  return walk.take();
}

}  // namespace handbill
