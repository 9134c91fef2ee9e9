#include "translation/partial.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "document/footnotes.h"
#include "document/overloaded.h"
#include "document/walk.h"

namespace handbill {
namespace {

bool is_foreign(const Passage& passage) {
  return passage.language.has_value();
}

void drop_foreign(std::optional<Passage>& passage) {
  if (passage && is_foreign(*passage)) passage.reset();
}

/// Leaves out what is not translated inside a block. Returns whether anything of it is left. Nesting is bounded by
/// limits::block_nesting.
bool keep_translated(Block& block);

void keep_translated(Blocks& blocks) {
  std::erase_if(blocks, [](Block& block) { return !keep_translated(block); });
}

bool keep_translated(Block& block) {
  return std::visit(
      Overloaded{
          [](Heading& heading) { return !is_foreign(heading.text); },
          [](Paragraph& paragraph) { return !is_foreign(paragraph.text); },
          [](CallToAction& call) { return !is_foreign(call.label); },
          [](List& list) {
            for (ListItem& item : list.items) keep_translated(item.blocks);
            std::erase_if(list.items, [](const ListItem& item) { return item.blocks.empty(); });
            return !list.items.empty();
          },
          [](Quote& quote) {
            keep_translated(quote.blocks);
            return !quote.blocks.empty();
          },
          [](Table& table) {
            const auto foreign = [](const TableRow& row) { return std::any_of(row.begin(), row.end(), is_foreign); };
            if (!table.rows.empty())
              table.rows.erase(std::remove_if(table.rows.begin() + 1, table.rows.end(), foreign), table.rows.end());
            return table.rows.size() > 1;
          },
          [](CodeBlock&) { return true; }, [](Rule&) { return true; }, [](Figure&) { return true; }},
      block.node);
}

/// Whether more of its texts are in another language than are not.
bool is_mostly_foreign(const Block& block) {
  Document alone;
  alone.blocks.push_back(block);
  std::size_t foreign = 0;
  std::size_t all = 0;
  for_each_passage(std::as_const(alone), [&](const Passage& passage) {
    ++all;
    foreign += is_foreign(passage) ? 1 : 0;
  });
  return 2 * foreign > all;
}

Block note_block(const std::string& note, const Place& place) {
  Passage passage;
  passage.inlines.push_back({Emphasis{{{Text{note}, place}}}, place});
  passage.place = place;
  return {Paragraph{std::move(passage)}, place};
}

}  // namespace

Document without_untranslated(Document document) {
  drop_foreign(document.front.kicker);
  drop_foreign(document.front.subtitle);
  drop_foreign(document.front.description);
  keep_translated(document.blocks);
  (void)number_footnotes(document);
  return document;
}

Document with_notes(Document document, const std::string& note) {
  Blocks blocks;
  bool noted = false;
  for (Block& block : document.blocks) {
    const bool foreign = is_mostly_foreign(block);
    const bool heading = std::holds_alternative<Heading>(block.node);
    if (foreign && !noted && !heading) blocks.push_back(note_block(note, block.place));
    const Place place = block.place;
    blocks.push_back(std::move(block));
    if (foreign && !noted && heading) blocks.push_back(note_block(note, place));
    noted = foreign;
  }
  document.blocks = std::move(blocks);
  return document;
}

}  // namespace handbill
