#include "source/identify.h"

#include <fmt/format.h>

#include <optional>
#include <unordered_map>
#include <utility>

#include "document/overloaded.h"
#include "source/anchors.h"

namespace handbill {
namespace {

class Identifier {
 public:
  explicit Identifier(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void front_matter(FrontMatter& front) {
    const std::pair<std::optional<Passage>*, const char*> passages[] = {{&front.title, "title"},
                                                                        {&front.subtitle, "subtitle"},
                                                                        {&front.kicker, "kicker"},
                                                                        {&front.description, "description"},
                                                                        {&front.feature_alt, "featureAlt"}};
    // Their names are taken even where they are absent, so that adding one changes no other unit's id.
    for (const auto& [passage, name] : passages) {
      const std::string unit = units_.take(name);
      if (passage->has_value()) (*passage)->unit = unit;
    }
  }

  void blocks(Blocks& blocks, const char* kind) {
    for (Block& item : blocks) block(item, kind);
  }

  void footnote(Footnote& footnote) {
    section_ = "note-" + footnote.label;
    in_footnote_ = true;
    blocks(footnote.blocks, "p");
  }

 private:
  void block(Block& block, const char* kind) {
    std::visit(Overloaded{
                   [&](Heading& node) { heading(node, block.place); },
                   [&](Paragraph& node) { node.text.unit = next(kind); },
                   [&](List& node) {
                     for (ListItem& item : node.items) blocks(item.blocks, "li");
                   },
                   [&](Quote& node) { blocks(node.blocks, "q"); },
                   [](CodeBlock&) {},
                   [&](Table& node) { table(node); },
                   [](Rule&) {},
                   [&](Figure& node) { node.alt.unit = next("img"); },
                   [&](CallToAction& node) { node.label.unit = next("cta"); },
               },
               block.node);
  }

  void heading(Heading& heading, const Place& place) {
    const std::string given = take_explicit_id(heading.text.inlines);
    std::string wanted = given.empty() ? slug(plain_text(heading.text.inlines)) : given;
    if (wanted.empty()) wanted = "section";
    heading.id = anchors_.take(wanted);
    heading.text.unit = units_.take(heading.id);
    if (!in_footnote_) section_ = heading.id;
    if (heading.level > level_ + 1)
      diagnostics_.push_back(
          {Severity::warning,
           place,
           "heading-order",
           fmt::format("a level {} heading follows level {}; a level is left out", heading.level, level_),
           {fmt::format("make it level {}: {}", level_ + 1, std::string(level_ + 1, '#'))}});
    level_ = heading.level;
  }

  void table(Table& table) {
    const int number = ++counts_[section_ + "/t"];
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      for (std::size_t column = 0; column < table.rows[row].size(); ++column)
        table.rows[row][column].unit = units_.take(fmt::format("{}/t{}r{}c{}", section_, number, row + 1, column + 1));
  }

  std::string next(const char* kind) {
    const std::string stem = section_ + "/" + kind;
    return units_.take(stem + std::to_string(++counts_[stem]));
  }

  Diagnostics& diagnostics_;
  UniqueIds anchors_;
  UniqueIds units_;
  std::unordered_map<std::string, int> counts_;
  std::string section_ = "intro";
  bool in_footnote_ = false;
  int level_ = 1;  // as if the page's title stood over the first heading
};

}  // namespace

Diagnostics identify(Document& document) {
  Diagnostics diagnostics;
  Identifier identifier(diagnostics);
  identifier.front_matter(document.front);
  identifier.blocks(document.blocks, "p");
  for (Footnote& footnote : document.footnotes) identifier.footnote(footnote);
  return diagnostics;
}

}  // namespace handbill
