#include <algorithm>
#include <string_view>
#include <utility>

#include "document/overloaded.h"
#include "source/inline_builder.h"

namespace handbill {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Whether there were any beside each other.
bool join_texts(Inlines& inlines) {
  const std::size_t before = inlines.size();
  Inlines joined;
  for (Inline& item : inlines) {
    auto* text = std::get_if<Text>(&item.node);
    auto* last = joined.empty() ? nullptr : std::get_if<Text>(&joined.back().node);
    if (text != nullptr && last != nullptr) {
      last->text += text->text;
    } else {
      joined.push_back(std::move(item));
    }
  }
  inlines = std::move(joined);
  return inlines.size() < before;
}

/// Whether all its spaces are single blanks already, as in most texts.
bool is_folded(std::string_view text) {
  char before = '\0';
  for (const char c : text) {
    if (is_space(c) && (c != ' ' || before == ' ')) return false;
    before = c;
  }
  return true;
}

void fold_spaces(std::string& text) {
  if (is_folded(text)) return;
  std::string folded;
  for (const char c : text) {
    if (!is_space(c)) folded += c;
    if (is_space(c) && (folded.empty() || folded.back() != ' ')) folded += ' ';
  }
  text = std::move(folded);
}

void trim_start(std::string& text) {
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
}
void trim_end(std::string& text) {
  text.erase(text.find_last_not_of(' ') + 1);
}

bool is_break(const Inline& item) {
  return std::holds_alternative<HardBreak>(item.node);
}

void trim_around_breaks(Inlines& inlines) {
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    if (!is_break(inlines[i])) continue;
    if (i > 0)
      if (auto* before = std::get_if<Text>(&inlines[i - 1].node)) trim_end(before->text);
    if (i + 1 < inlines.size())
      if (auto* after = std::get_if<Text>(&inlines[i + 1].node)) trim_start(after->text);
  }
}

bool inline_says_nothing(const Inline& item) {
  return std::visit(Overloaded{
                        [](const Text& node) { return node.text.empty(); },
                        [](const Code& node) { return node.text.empty(); },
                        [](const Emphasis& node) { return node.children.empty(); },
                        [](const Strong& node) { return node.children.empty(); },
                        [](const Strikethrough& node) { return node.children.empty(); },
                        [](const Link& node) { return node.children.empty() && node.address.empty(); },
                        [](const InlineImage& node) { return node.address.empty() && node.alt.empty(); },
                        [](const HardBreak&) { return false; },
                        [](const FootnoteReference&) { return false; },
                    },
                    item.node);
}

void tidy_level(Inlines& inlines) {
  for (Inline& item : inlines) {
    std::visit(Overloaded{
                   [](Text& node) { fold_spaces(node.text); },
                   [](Code&) {},
                   [](Emphasis& node) { tidy_level(node.children); },
                   [](Strong& node) { tidy_level(node.children); },
                   [](Strikethrough& node) { tidy_level(node.children); },
                   [&](Link& node) {
                     tidy_level(node.children);
                     // A link without words shows its address.
                     if (!node.children.empty() || node.address.empty()) return;
                     Text address{node.address};
                     fold_spaces(address.text);
                     node.children.push_back({std::move(address), item.place});
                   },
                   [](InlineImage& node) { tidy_inlines(node.alt); },
                   [](HardBreak&) {},
                   [](FootnoteReference&) {},
               },
               item.node);
  }
  std::erase_if(inlines, inline_says_nothing);
  if (join_texts(inlines))
    for (Inline& item : inlines)
      if (auto* text = std::get_if<Text>(&item.node)) fold_spaces(text->text);
  trim_around_breaks(inlines);
  std::erase_if(inlines, inline_says_nothing);
}

}  // namespace

void tidy_inlines(Inlines& inlines) {
  tidy_level(inlines);
  while (!inlines.empty()) {
    if (auto* first = std::get_if<Text>(&inlines.front().node)) trim_start(first->text);
    if (!is_break(inlines.front()) && !inline_says_nothing(inlines.front())) break;
    inlines.erase(inlines.begin());
  }
  while (!inlines.empty()) {
    if (auto* last = std::get_if<Text>(&inlines.back().node)) trim_end(last->text);
    if (!is_break(inlines.back()) && !inline_says_nothing(inlines.back())) break;
    inlines.pop_back();
  }
}

}  // namespace handbill
