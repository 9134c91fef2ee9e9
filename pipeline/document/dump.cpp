#include "document/dump.h"

#include <string_view>

#include "document/markdown.h"
#include "document/overloaded.h"
#include "document/walk.h"

namespace handbill {
namespace {

class Dumper {
 public:
  explicit Dumper(bool with_places) : with_places_(with_places) {}

  std::string run(const Document& document) {
    line("document " + document.name + " " + document.language.tag(), document.file);
    ++depth_;
    front_matter(document.front);
    --depth_;
    for (const Block& item : document.blocks) block(item);
    for (const Footnote& footnote : document.footnotes) {
      line("footnote " + std::to_string(footnote.number) + " [^" + footnote.label + "]", footnote.place);
      inside(footnote.blocks);
    }
    return std::move(out_);
  }

 private:
  void line(const std::string& text, const Place& place) {
    out_.append(2 * depth_, ' ');
    out_ += text;
    if (with_places_) out_ += " @" + std::to_string(place.line) + ":" + std::to_string(place.column);
    out_ += '\n';
  }

  void passage(const std::string& what, const Passage& passage) {
    std::string text = what + " \"" + to_markdown(passage.inlines) + "\" [" + passage.unit + "]";
    if (passage.language) text += " {" + passage.language->tag() + "}";
    line(text, passage.place);
    if (with_places_) references(passage.inlines);
  }

  // What diagnostics point at inside a passage.
  void references(const Inlines& inlines) {
    ++depth_;
    for_each_inline(inlines, [&](const Inline& item) {
      std::visit(Overloaded{
                     [](const Text&) {},
                     [](const Code&) {},
                     [](const Emphasis&) {},
                     [](const Strong&) {},
                     [](const Strikethrough&) {},
                     [](const HardBreak&) {},
                     [&](const Link& node) { line("link " + node.address, item.place); },
                     [&](const InlineImage& node) { line("image " + node.address, item.place); },
                     [&](const FootnoteReference& node) { line("mention [^" + node.label + "]", item.place); },
                 },
                 item.node);
    });
    --depth_;
  }

  void front_matter(const FrontMatter& front) {
    if (front.kicker) passage("kicker", *front.kicker);
    if (front.title) passage("title", *front.title);
    if (front.subtitle) passage("subtitle", *front.subtitle);
    if (front.description) passage("description", *front.description);
    if (!front.feature.empty()) line("feature " + front.feature, front.place);
    if (front.feature_alt) passage("feature alt", *front.feature_alt);
    if (!front.date.empty()) line("date " + front.date, front.place);
    if (!front.last_modified.empty()) line("last modified " + front.last_modified, front.place);
    if (!front.layout.empty()) line("layout " + front.layout, front.place);
  }

  void inside(const Blocks& blocks) {
    ++depth_;
    for (const Block& item : blocks) block(item);
    --depth_;
  }

  void block(const Block& block) {
    const Place& place = block.place;
    std::visit(
        Overloaded{
            [&](const Heading& node) { passage("heading " + std::to_string(node.level) + " #" + node.id, node.text); },
            [&](const Paragraph& node) { passage("paragraph", node.text); },
            [&](const List& node) { list(node, place); },
            [&](const Quote& node) {
              line("quote", place);
              inside(node.blocks);
            },
            [&](const CodeBlock& node) { code(node, place); },
            [&](const Table& node) { table(node, place); },
            [&](const Rule&) { line("rule", place); },
            [&](const Figure& node) { passage("figure " + node.address + title(node.title), node.alt); },
            [&](const CallToAction& node) { passage("call to action " + node.address, node.label); },
        },
        block.node);
  }

  static std::string title(const std::string& text) { return text.empty() ? "" : " (" + text + ")"; }

  void list(const List& list, const Place& place) {
    line((list.ordered ? "list from " + std::to_string(list.start) : std::string("list bullet")) +
             (list.tight ? " tight" : " loose"),
         place);
    ++depth_;
    for (const ListItem& item : list.items) {
      line(std::string("item") + (item.done ? (*item.done ? " done" : " open") : ""), item.place);
      inside(item.blocks);
    }
    --depth_;
  }

  void code(const CodeBlock& code, const Place& place) {
    line("code" + (code.info.empty() ? "" : " " + code.info), place);
    std::string_view rest = code.text;
    while (true) {
      const std::size_t end = rest.find('\n');
      out_.append(2 * depth_ + 2, ' ');
      out_.append("| ").append(rest.substr(0, end)).append("\n");
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }

  void table(const Table& table, const Place& place) {
    std::string columns;
    for (const Alignment alignment : table.columns) columns += " " + name_of(alignment);
    line("table" + columns, place);
    ++depth_;
    for (const TableRow& row : table.rows) {
      out_.append(2 * depth_, ' ').append("row\n");
      ++depth_;
      for (const Passage& cell : row) passage("cell", cell);
      --depth_;
    }
    --depth_;
  }

  static std::string name_of(Alignment alignment) {
    switch (alignment) {
      case Alignment::none:
        return "none";
      case Alignment::start:
        return "start";
      case Alignment::centre:
        return "centre";
      case Alignment::end:
        return "end";
    }
    return "";
  }

  bool with_places_;
  std::size_t depth_ = 0;
  std::string out_;
};

}  // namespace

std::string dump(const Document& document, bool with_places) {
  return Dumper(with_places).run(document);
}

}  // namespace handbill
