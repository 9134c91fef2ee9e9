// Small documents, in three languages and of every kind of block, for the tests of the media.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/files.h"
#include "document/walk.h"
#include "source/parse.h"
#include "support/catch.h"
#include "support/words.h"
#include "translation/interface.h"

namespace handbill::test {

inline Language language(std::string_view tag) {
  const auto parsed = Language::parse(tag);
  REQUIRE(parsed);
  return *parsed;
}

inline Document parsed(std::string bytes, std::string_view tag, const std::string& name = "page") {
  return parse_document(
             {.name = name, .bytes = std::move(bytes), .file = Place::in_file(name + ".md"), .language = language(tag)})
      .value;
}

/// samples/<file>: "meeting.md", "meeting.ar.md".
inline Document sample(const std::string& file, std::string_view tag) {
  const auto read = DiskFiles().read(std::string(HANDBILL_ROOT) + "/tests/render/samples/" + file, 1 << 20);
  REQUIRE(read.ok());
  return parsed(read.bytes, tag, "meeting");
}

/// The program's words in a language, apart from the project's own locale files, which translators may change.
inline Interface words_for(std::string_view tag) {
  const Language wanted = language(tag);
  std::string file = "locale: " + std::string(tag) + "\nmessages:\n";
  if (tag == "nl") file += "  links: Koppelingen\n  footnotes: Noten\n  image: \"Beeld: {description}\"\n";
  if (tag == "ar") {
    file =
        "locale: ar\ndigits: arab\nmessages:\n  links: الروابط\n  footnotes: الحواشي\n"
        "  image: \"صورة: {description}\"\n  contents: المحتويات\n  cover: الغلاف\n  landmarks: أقسام الكتاب\n"
        "  start-of-text: بداية النص\n  back-to-text: العودة إلى النص\n  footnote: حاشية {number}\n"
        "  task-done: أُنجزت\n  task-open: لم تُنجز\n";
  }
  if (tag != "nl" && tag != "ar") return Interface::fallback(wanted);
  return Interface::parse(file, Place::in_file("interface.yaml"), wanted, Interface::fallback(wanted)).value;
}

/// Every word that a document says, without the notes that `with_footnotes` leaves out.
inline Words words_of(const Document& document) {
  Words all;
  for_each_passage(document, [&](const Passage& passage) {
    for (std::string& word : bare_words(plain_text(passage.inlines))) all.push_back(std::move(word));
  });
  for_each_block(document, [&](const Block& block) {
    if (const auto* code = std::get_if<CodeBlock>(&block.node))
      for (std::string& word : bare_words(code->text)) all.push_back(std::move(word));
  });
  return all;
}

/// The first passage outside tables and notes whose words `text` does not have after those of the passages before it;
/// empty when all are in order.
inline std::string out_of_order(Document document, const Words& text) {
  document.footnotes.clear();
  std::set<const Passage*> cells;
  for_each_block(document, [&](const Block& block) {
    if (const auto* table = std::get_if<Table>(&block.node))
      for (const TableRow& row : table->rows)
        for (const Passage& cell : row) cells.insert(&cell);
  });
  auto from = text.begin();
  std::string first;
  for_each_passage(document, [&](const Passage& passage) {
    if (!first.empty() || cells.count(&passage) > 0) return;
    for (const std::string& word : bare_words(plain_text(passage.inlines))) {
      from = std::find(from, text.end(), word);
      if (from == text.end()) first = plain_text(passage.inlines);
      if (from == text.end()) return;
      ++from;
    }
  });
  return first;
}

}  // namespace handbill::test
