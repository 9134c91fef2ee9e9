// What a document says, and whether a text says it too: everything, once, in order, in scripts with and without spaces.
#pragma once

#include <unicode/uchar.h>

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/unicode.h"
#include "document/walk.h"
#include "support/words.h"

namespace handbill::test {

/// Letters and digits alone, in lower case: what is the same however a text is broken into lines.
inline std::u16string letters_of(std::string_view utf8) {
  std::u16string letters;
  for (const char16_t unit : to_utf16(utf8))
    if (u_isalnum(unit)) letters += static_cast<char16_t>(u_tolower(unit));
  return letters;
}

/// How often `text` has `piece`.
inline std::size_t times(std::u16string_view text, std::u16string_view piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != text.npos; at = text.find(piece, at + piece.size())) ++found;
  return found;
}

/// Passages of the body in reading order, and whether each is a table's cell.
struct OrderedPassage {
  std::string text;
  bool cell = false;
};
inline std::vector<OrderedPassage> body_of(Document document) {
  document.footnotes.clear();
  std::set<const Passage*> cells;
  for_each_block(document, [&](const Block& block) {
    if (const auto* table = std::get_if<Table>(&block.node))
      for (const TableRow& row : table->rows)
        for (const Passage& cell : row) cells.insert(&cell);
  });
  std::vector<OrderedPassage> body;
  for_each_passage(document, [&](const Passage& passage) {
    body.push_back({plain_text(passage.inlines), cells.count(&passage) > 0});
  });
  return body;
}

/// The first word outside notes (and tables, unless `tables`) whose letters `text` does not have after those of the
/// words before it; empty when all are in order. Unlike out_of_order(), for languages without spaces too.
inline std::string first_out_of_order(const Document& document, std::string_view text, bool tables) {
  const std::u16string all = letters_of(text);
  std::size_t from = 0;
  for (const OrderedPassage& passage : body_of(document)) {
    if (passage.cell && !tables) continue;
    std::istringstream stream(passage.text);
    for (std::string word; stream >> word;) {
      const std::u16string letters = letters_of(word);
      const std::size_t at = all.find(letters, from);
      if (at == std::u16string::npos) return word + " in " + passage.text;
      from = at + letters.size();
    }
  }
  return {};
}

/// Every word of the document, notes included (and tables, unless not `tables`), that is nowhere in the text.
inline Words words_missing(Document document, std::string_view text, bool tables = true) {
  if (!tables)
    for_each_block(document, [](Block& block) {
      if (auto* table = std::get_if<Table>(&block.node)) table->rows.clear();
    });
  const std::u16string all = letters_of(text);
  Words missing;
  const auto look = [&](const std::string& words) {
    std::istringstream stream(words);
    for (std::string word; stream >> word;)
      if (all.find(letters_of(word)) == std::u16string::npos) missing.push_back(word);
  };
  for_each_passage(document, [&](const Passage& passage) { look(plain_text(passage.inlines)); });
  for_each_block(document, [&](const Block& block) {
    if (const auto* code = std::get_if<CodeBlock>(&block.node)) look(code->text);
  });
  return missing;
}

/// Words of the body that the text has more than once, of a document that has each once. Headings are in tables of
/// contents too, a table's header returns on the next page, and a note is on every page that mentions it: these do not
/// count.
inline Words words_repeated(Document document, std::string_view text) {
  document.footnotes.clear();
  const std::u16string all = letters_of(text);
  Words repeated;
  const auto look = [&](const Passage& passage) {
    std::istringstream stream(plain_text(passage.inlines));
    for (std::string word; stream >> word;)
      if (const auto letters = letters_of(word); letters.size() > 4 && times(all, letters) > 1)
        repeated.push_back(word);
  };
  for_each_block(document, [&](const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) look(paragraph->text);
    if (const auto* call = std::get_if<CallToAction>(&block.node)) look(call->label);
    if (const auto* table = std::get_if<Table>(&block.node))
      for (std::size_t row = 1; row < table->rows.size(); ++row)
        for (const Passage& cell : table->rows[row]) look(cell);
  });
  return repeated;
}

}  // namespace handbill::test
