#include "support/words.h"

#include "support/catch.h"

namespace handbill::test {
namespace {

TEST_CASE("words are compared without what only typesetting adds") {
  CHECK(words("ﬁne wor-\nk, soft\u00adly") == Words{"fine", "work,", "softly"});
  CHECK(words("\u2067\u0643\u062a\u0640\u0640\u0627\u0628\u2069") == Words{"\u0643\u062a\u0627\u0628"});
  CHECK(bare_words("‘Worker-led’ WORK—because… 9–5.") == Words{"workerled", "work", "because", "9", "5"});
  CHECK(bare_words("agreed[1] military-\n  industrial B2B") == Words{"agreed", "militaryindustrial", "b2b"});
}

TEST_CASE("a Markdown page's text is what a reader sees of it") {
  CHECK(words(markdown_text("---\ntitle: x\n---\n## A *head*\n\n- [link](/there) {{< b href=\"x\" >}}in{{< /b >}}\n"
                            "\n| a | b |\n| --- | :-: |\n| `c` | <span class=\"q\">d</span>[^1] |\n\n[^1]: note\n")) ==
        Words{"A", "head", "link", "in", "a", "b", "c", "d", "note"});
}

TEST_CASE("a lost word is found, and one that came twice is lost once") {
  CHECK(lost({"a", "b", "a"}, {"a", "c"}) == Words{"b", "a"});
  CHECK(share_found({"a", "b", "a", "c"}, {"c", "b", "a"}) == .75);
}

TEST_CASE("agreement in order is measured in matching blocks") {
  CHECK(share_in_order({"a", "b", "c", "d"}, {"a", "b", "c", "d"}) == 1);
  CHECK(share_in_order({"a", "b", "c", "d"}, {"c", "d", "a", "b"}) == .5);
  CHECK(share_in_order({"q", "a", "b", "x", "c", "d"}, {"a", "b", "y", "c", "d", "f"}) == 8.0 / 12);
}

}  // namespace
}  // namespace handbill::test
