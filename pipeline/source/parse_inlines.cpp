// One unit's text.
#include <algorithm>

#include "document/walk.h"
#include "source/escape.h"
#include "source/inline_builder.h"
#include "source/parse.h"
#include "source/prepare.h"
#include "source/shortcodes.h"
#include "source/size.h"

namespace handbill {
namespace {

// The text on one line: a newline is a space, or a token for a hard break after a backslash or two spaces.
MappedText on_one_line(const MappedText& text, Tokens& tokens) {
  const std::string& all = text.text();
  std::vector<Edit> edits;
  for (std::size_t i = all.find('\n'); i != std::string::npos;) {
    std::size_t begin = all.find_last_not_of(' ', i == 0 ? 0 : i - 1);
    begin = i == 0 || begin == std::string::npos ? 0 : std::min(begin + 1, i);
    const std::size_t end = std::min(all.find_first_not_of(" \t\n", i), all.size());
    const bool escaped = is_escaped(all, i);
    const bool asked = i - begin >= 2 || escaped;
    if (escaped) --begin;
    begin = std::max(begin, edits.empty() ? 0 : edits.back().offset + edits.back().length);
    const std::string written = all.substr(begin, end - begin);
    edits.push_back({begin, end - begin, asked ? tokens.add({.kind = Token::Kind::hard_break, .original = " "}) : " "});
    i = all.find('\n', end);
  }
  return edits.empty() ? text : text.with(edits);
}

// cmark reads nothing but inlines in a heading's line: "1. x", "# x" and "> x" are text there. The last # is the
// heading's own end, so that those of the text stay.
MappedText as_heading(const MappedText& text, const std::vector<FootnoteLabel>& footnotes) {
  std::string tail = " #\n";
  if (text.text().find("[^") != std::string::npos)
    for (const FootnoteLabel& footnote : footnotes) tail += "\n[^" + footnote.label + "]: x\n";
  return text.with({{0, 0, "# "}, {text.text().size(), 0, tail}});
}

// The footnotes' labels in cmark's order, which is that of the definitions at the tree's end.
std::vector<std::string> labels_in_order(cmark_node* root, const std::vector<FootnoteLabel>& footnotes) {
  std::vector<std::string> labels;
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
    if (cmark::type_of(node) != cmark::Type::footnote) continue;
    // The heading is line 1; each definition has a blank line before it.
    const auto index = static_cast<std::size_t>(cmark_node_get_start_line(node) - 3) / 2;
    labels.push_back(index < footnotes.size() ? footnotes[index].label : "");
  }
  return labels;
}

void number_references(Inlines& inlines, const std::vector<FootnoteLabel>& footnotes) {
  for_each_inline(inlines, [&](Inline& item) {
    auto* reference = std::get_if<FootnoteReference>(&item.node);
    if (reference == nullptr) return;
    for (const FootnoteLabel& footnote : footnotes)
      if (footnote.label == reference->label) reference->number = footnote.number;
  });
}

}  // namespace

Result<Inlines> parse_inlines(std::string_view markdown, const Place& place,
                              const std::vector<FootnoteLabel>& footnotes) {
  Result<Inlines> result;
  Tokens tokens;
  const LineIndex original(markdown, place);
  const MappedText replaced = replace_inline(MappedText(std::string(markdown)), original, tokens);
  const MappedText text = as_heading(tame_line(on_one_line(replaced, tokens), original, tokens), footnotes);
  const cmark::Tree tree = cmark::parse(text.text());
  if (tree == nullptr) result.diagnostics.push_back(too_complicated(place, "text"));
  cmark_node* heading = cmark_node_first_child(tree.get());

  const LineIndex lines(text.text(), Place{});
  Building building{.text = text,
                    .lines = lines,
                    .original = original,
                    .tokens = tokens,
                    .footnote_labels = labels_in_order(tree.get(), footnotes)};
  for (const FootnoteLabel& footnote : footnotes) building.known_labels.push_back(footnote.label);
  std::sort(building.known_labels.begin(), building.known_labels.end());
  result.value = build_inlines(building, heading, 2, lines.line_start(1));
  append(result.diagnostics, std::move(building.diagnostics));
  append(result.diagnostics, building.tags.finish());
  append(result.diagnostics, drop_shortcodes(result.value, tokens, building.stray_shortcodes));
  tidy_inlines(result.value);
  number_references(result.value, footnotes);
  return result;
}

}  // namespace handbill
