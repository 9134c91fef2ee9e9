// Pages of every kind of block in random order, in several scripts, the same for the same seed on every machine.
#pragma once

#include <unicode/uchar.h>

#include <array>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/unicode.h"
#include "render/sample.h"

namespace handbill::test {

class RandomPage {
 public:
  RandomPage(unsigned seed, std::string_view tag) : random_(seed), main_(tag == "ar" ? 1 : 0) {}

  std::string markdown() {
    std::string page =
        "---\ntitle: \"" + words(3) + "\"\nkicker: \"" + words(2) + "\"\ndescription: \"" + words(6) + "\"\n---\n\n";
    const unsigned count = 8 + below(20);
    for (unsigned i = 0; i < count; ++i) page += block("") + "\n\n";
    for (unsigned note = 1; note <= notes_; ++note)
      page += "[^n" + std::to_string(note) + "]: " + words(1 + below(30)) + "\n\n";
    return page;
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  std::string word() {
    static constexpr std::array<std::array<std::string_view, 4>, 6> lexicon{
        {{"workers", "unite", "well-known", "x"},
         {"عاملون", "تضامن", "النقابة", "عَمَلٌ"},
         {"עובדים", "איגוד", "יחד", "של"},
         {"工会是工人的组织", "我们", "ひらがな", "조합"},
         {"สหภาพแรงงาน", "คนงาน", "हिन्दी", "எல்லாம்"},
         {"👩🏽‍🏭", "🇳🇱", "e\u0301te\u0301", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"}}};
    const unsigned script = below(4) == 0 ? below(6) : main_;
    std::string text(lexicon[script][below(4)]);
    // A number makes the word one of its kind, so that its place in the order can be found.
    return text + std::to_string(++serial_);
  }

  std::string words(unsigned count) {
    std::string text = word();
    for (unsigned i = 1; i < count; ++i) text += (below(12) == 0 ? ", " : " ") + word();
    return text;
  }

  std::string inlines() {
    std::string text;
    const unsigned count = 1 + below(12);
    for (unsigned i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      switch (below(10)) {
        case 0:
          text += "*" + words(1 + below(5)) + "*";
          break;
        case 1:
          text += "**" + words(1 + below(5)) + "**";
          break;
        case 2:
          text += "`" + words(1 + below(3)) + "`";
          break;
        case 3:
          text += "[" + words(1 + below(4)) + "](https://example.org/" + std::to_string(below(9)) + ")";
          break;
        case 4:
          text += word() + "[^n" + std::to_string(note()) + "]";
          break;
        case 5:
          text += "~~" + words(2) + "~~";
          break;
        case 6:
          text += "![" + words(2) + "](picture.png)";
          break;
        default:
          text += words(1 + below(15));
          break;
      }
    }
    return text;
  }

  unsigned note() {
    if (notes_ == 0 || below(2) == 0) return ++notes_;
    return 1 + below(notes_);
  }

  std::string row(unsigned columns, bool rule) {
    std::string text = "|";
    for (unsigned i = 0; i < columns; ++i)
      text += rule ? (i % 2 == 0 ? " --- |" : " --: |") : " " + words(1 + below(4)) + " |";
    return text;
  }

  std::string block(const std::string& indent) {
    const bool outermost = indent.empty();
    switch (below(outermost ? 11 : 6)) {
      case 0:
        return "- " + inlines() + "\n" + indent + "- [" + (below(2) == 0 ? " " : "x") + "] " + inlines();
      case 1:
        return nested("1. ", "   ", indent);
      case 2:
        return nested("- ", "  ", indent);
      case 3:
        return nested("> ", "> ", indent);
      case 4:
        return "```\n" + indent + words(20) + "\n" + indent + "```";
      case 6:
        return std::string(1 + below(4), '#') + " " + words(1 + below(6));
      case 7:
        return table();
      case 8:
        return "---";
      case 9:
        return "{{< button href=\"join\" >}}" + words(2) + "{{< /button >}}";
      case 10:
        return "![" + words(3) + "](picture.png)";
      default:
        return inlines();
    }
  }

  std::string nested(const std::string& first, const std::string& rest, const std::string& indent) {
    const std::string inner = indent + rest;
    if (inner.size() > 24) return inlines();
    return first + inlines() + "\n" + inner + "\n" + inner + block(inner);
  }

  std::string table() {
    const unsigned columns = 1 + below(7);
    std::string text = row(columns, false) + "\n" + row(columns, true);
    for (unsigned rows = below(5); rows > 0; --rows) text += "\n" + row(columns, false);
    return text;
  }

  std::mt19937 random_;
  unsigned main_;
  unsigned serial_ = 0;
  unsigned notes_ = 0;
};

/// Letters and digits alone, in lower case: what is the same however a text is broken into lines.
inline std::u16string letters_of(std::string_view utf8) {
  std::u16string letters;
  for (const char16_t unit : to_utf16(utf8))
    if (u_isalnum(unit)) letters += static_cast<char16_t>(u_tolower(unit));
  return letters;
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

/// Every word of the document, notes and tables included, that is nowhere in the text.
inline Words words_missing(const Document& document, std::string_view text) {
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

}  // namespace handbill::test
