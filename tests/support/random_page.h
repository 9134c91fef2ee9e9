// Pages of every kind of block in random order, in several scripts, the same for the same seed on every machine.
#pragma once

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>

namespace handbill::test {

class RandomPage {
 public:
  RandomPage(unsigned seed, std::string_view tag) : random_(seed), main_(main_script(tag)) {}

  /// So many words in one row, with what there is in texts besides: brackets, quotations, shares, soft hyphens.
  std::string paragraph(unsigned count) {
    static constexpr std::array<std::string_view, 8> around{"(|)",           "“|”",       "|%",      "|،",
                                                            "\u2067|\u2069", "un\u00ad|", "|\u2028", "12–|"};
    std::string text;
    for (unsigned i = 0; i < count; ++i) {
      const std::string_view marks = below(4) == 0 ? around[below(around.size())] : std::string_view("|");
      const std::size_t middle = marks.find('|');
      text +=
          (i == 0 ? "" : " ") + std::string(marks.substr(0, middle)) + word() + std::string(marks.substr(middle + 1));
    }
    return text;
  }

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
  static unsigned main_script(std::string_view tag) { return tag == "ar" || tag == "fa" ? 1 : tag == "he" ? 2 : 0; }

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
    const std::string number = std::to_string(++serial_);
    return text + std::string(4 - std::min<std::size_t>(4, number.size()), '0') + number;
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
      switch (below(14)) {
        case 12:
          text += word() + "*" + word() + "*" + word();
          break;
        case 13:
          text += "***" + word() + "** " + word() + "*";
          break;
        case 10:
          text += word() + "<br>" + word();
          break;
        case 11:
          text += "**" + word() + " *" + words(2) + "* [" + word() + " ~~" + word() + "~~](#a)**";
          break;
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

}  // namespace handbill::test
