// Whatever somebody types as a unit's text: what is written for it reads back as it was read.
#include <array>
#include <random>

#include "document/markdown.h"
#include "source/parse.h"
#include "source/shape.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

const std::vector<FootnoteLabel> footnotes{{"a", 1}, {"b", 2}};

Inlines read(const std::string& markdown) {
  return parse_inlines(markdown, Place::in_file("unit"), footnotes).value;
}

/// What Markdown makes something of, what looks like it, and what stands beside it.
std::string any_text(std::mt19937& random) {
  static constexpr std::array<std::string_view, 74> pieces{"*",
                                                           "**",
                                                           "_",
                                                           "__",
                                                           "~",
                                                           "~~",
                                                           "`",
                                                           "``",
                                                           "[",
                                                           "]",
                                                           "(",
                                                           ")",
                                                           "](",
                                                           "](/x)",
                                                           "[^a]",
                                                           "[^b]",
                                                           "[^c]",
                                                           "![",
                                                           "!",
                                                           "<",
                                                           ">",
                                                           "<br>",
                                                           "<b>",
                                                           "</b>",
                                                           "<!-- ",
                                                           " -->",
                                                           "{{<",
                                                           ">}}",
                                                           "{{%",
                                                           "{{< x >}}",
                                                           "&",
                                                           "&amp;",
                                                           "&#42;",
                                                           "\\",
                                                           "\\\\",
                                                           " ",
                                                           " ",
                                                           " ",
                                                           "\x01",
                                                           "\v",
                                                           "\n",
                                                           "  \n",
                                                           "word",
                                                           "a",
                                                           "0",
                                                           "b_c",
                                                           "p+",
                                                           "@",
                                                           "e.o",
                                                           "x@e.org",
                                                           "www.",
                                                           "www.x.nl",
                                                           "http://",
                                                           "https:/",
                                                           "/y.org",
                                                           "ftp://",
                                                           ".",
                                                           ",",
                                                           ":",
                                                           ";",
                                                           "?",
                                                           "“",
                                                           "”",
                                                           "\u00a0",
                                                           "é",
                                                           "عمل",
                                                           "،",
                                                           "漢",
                                                           "\u200b",
                                                           "\u202e",
                                                           "\u2067",
                                                           "\u2069",
                                                           "<mailto:x@e.org>",
                                                           "<https://x.org/>"};
  std::string text;
  for (unsigned count = 1 + static_cast<unsigned>(random() % 20); count > 0; --count)
    text += pieces.at(random() % pieces.size());
  return text;
}

}  // namespace

TEST_CASE("an e-mail address that begins as a web address does reads back as one") {
  for (const char* around : {"see ", "انظر "}) {
    const Inlines inlines{{Text{around}, {}}, {Link{"mailto:www.x@e.org", "", {{Text{"www.x@e.org"}, {}}}}, {}}};
    CHECK(to_markdown(inlines) == around + std::string("<www.x@e.org>"));
    CHECK(shape(read(to_markdown(inlines))) == shape(inlines));
  }
}

TEST_CASE("whatever a unit's text says, what is written for it reads back as it was read") {
  std::mt19937 random(11);
  int failures = 0;
  for (int round = 0; round < 60000 && failures < 5; ++round) {
    const std::string text = any_text(random);
    const Inlines once = read(text);
    const std::string markdown = to_markdown(once);
    const Inlines twice = read(markdown);
    if (shape(twice) == shape(once) && to_markdown(twice) == markdown) continue;
    ++failures;
    INFO("round " << round << ": " << text << "\nis written as: " << markdown);
    CHECK(shape(twice) == shape(once));
    CHECK(to_markdown(twice) == markdown);
  }
}
