#include "source/parse.h"

#include <algorithm>
#include <set>

#include "core/unicode.h"
#include "document/footnotes.h"
#include "source/block_builder.h"
#include "source/front_matter.h"
#include "source/html.h"
#include "source/identify.h"
#include "source/prepare.h"
#include "source/shortcodes.h"
#include "source/size.h"

namespace handbill {
namespace {

// An HTML block can bring to light another that was code before; each pass leaves fewer fences alone.
constexpr int html_passes = 3;

struct Parsed {
  MappedText text;
  cmark::Tree tree;
};

Parsed parse_without_html(MappedText text, const LineIndex& original, Tokens& tokens, TagReport& tags) {
  cmark::Tree tree = cmark::parse(text.text());
  for (int pass = 1; pass <= html_passes && tree != nullptr; ++pass) {
    auto replaced = replace_html_blocks({text, tree.get(), pass > 1, original}, tokens, tags);
    if (!replaced) break;
    text = std::move(*replaced);
    tree = cmark::parse(text.text());
  }
  return {std::move(text), std::move(tree)};
}

// A footnote that nothing mentions is not in cmark's tree, so its line in the text has to tell.
void report_unused_footnotes(Building& building, const BuiltBlocks& built, const std::vector<FootnoteLine>& lines) {
  const std::set<std::string> used(building.footnote_labels.begin(), building.footnote_labels.end());
  for (const FootnoteLine& line : lines) {
    const auto code = std::partition_point(built.code_lines.begin(), built.code_lines.end(),
                                           [&](const auto& range) { return range.second < line.line; });
    const bool in_code = code != built.code_lines.end() && code->first <= line.line;
    if (in_code || used.contains(line.label)) continue;
    building.diagnostics.push_back({Severity::warning,
                                    building.place(line.offset),
                                    "unused-footnote",
                                    "nothing mentions the footnote \"" + line.label + "\"; it is left out",
                                    {"mention it in the text: [^" + line.label + "]"}});
  }
}

// From `body` on; everything before it is front matter.
void read_body(const std::string& text, std::size_t body, Document& document, Diagnostics& diagnostics) {
  Tokens tokens;
  TagReport tags;
  const LineIndex original(text, document.file);
  const MappedText replaced = replace_inline(MappedText(text.substr(body), body), original, tokens);
  Parsed parsed = parse_without_html(tame(replaced, original, tokens, diagnostics), original, tokens, tags);
  if (parsed.tree == nullptr) diagnostics.push_back(too_complicated(original.place(body), "page"));

  const LineIndex lines(parsed.text.text(), Place{});
  Building building{
      .text = parsed.text, .lines = lines, .original = original, .tokens = tokens, .tags = std::move(tags)};
  const std::vector<FootnoteLine> footnotes = footnote_lines(parsed.text.text());
  for (const FootnoteLine& footnote : footnotes) building.known_labels.push_back(footnote.label);
  std::sort(building.known_labels.begin(), building.known_labels.end());
  BuiltBlocks built = build_blocks(building, parsed.tree.get());
  report_unused_footnotes(building, built, footnotes);
  document.blocks = std::move(built.blocks);
  document.footnotes = std::move(built.footnotes);

  append(diagnostics, std::move(building.diagnostics));
  append(diagnostics, building.tags.finish());
  append(diagnostics, resolve_shortcodes(document, tokens, building.stray_shortcodes));
  append(diagnostics, oversized(document));
}

void finish(Document& document, Diagnostics& diagnostics) {
  tidy_blocks(document.blocks);
  for (Footnote& footnote : document.footnotes) tidy_blocks(footnote.blocks);
  append(diagnostics, identify(document));
  // What tidying dropped may have held a mention.
  number_footnotes(document);
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
}

}  // namespace

Result<Document> parse_document(const SourceText& source) {
  Result<Document> result;
  Document& document = result.value;
  document.name = source.name;
  document.language = source.language;
  document.file = source.file;
  document.front.place = source.file.at(1, 1);
  const auto text = take(clean_text(source.bytes, source.file), result.diagnostics);
  if (!text) return result;

  const PageParts parts = take(cut_page(*text, source.file), result.diagnostics);
  if (parts.has_front_matter) {
    ReadFrontMatter front = take(read_front_matter(parts.yaml, source.file.at(2, 1)), result.diagnostics);
    document.front = std::move(front.front);
    if (front.language) document.language = *front.language;
  }
  read_body(*text, parts.body, document, result.diagnostics);
  finish(document, result.diagnostics);
  return result;
}

}  // namespace handbill
