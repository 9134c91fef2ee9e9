// Canonical Markdown of ordinary text.
#include "document/markdown.h"
#include "source/page.h"
#include "source/parse.h"
#include "source/shape.h"
#include "support/catch.h"

using namespace handbill;
using test::shape;
using test::told;

namespace {

const std::vector<FootnoteLabel> footnotes{{"a", 1}, {"b", 2}};

Result<Inlines> parse(const std::string& markdown) {
  return parse_inlines(markdown, Place::in_file("nl.yaml").at(7, 13), footnotes);
}

std::string rewritten(const std::string& markdown) {
  return to_markdown(parse(markdown).value);
}

}  // namespace

TEST_CASE("plain prose is its own Markdown") {
  const char* const texts[] = {
      "Don't 'quote' \"me\" — not now... or – ever",
      "1. x",
      "1) x",
      "# x",
      "#x",
      "## x ##",
      "> x",
      "- x",
      "+ x",
      "* x",
      "---",
      "===",
      "```",
      "    x",
      "| a | b |",
      "[x]: y",
      "[ ] todo",
      "snake_case_name and _ alone",
      "2 * 3 * 4",
      "5* and 6*",
      "~5 and ~6",
      "50% of $5 & AT&T &c. R&D",
      "a < b and 5 <6",
      "a > b => c",
      "[brackets] and [more] (not a link)",
      "see [1] and [2]",
      "wow! [x]",
      "it`s",
      "C:\\path\\to",
      "{{ x }} {x}",
      "a@b and @name",
      "10:30, https: and www",
      "x^2 a|b a~b a=b",
      "Wie zijn wij? “Wij” zijn ‘de’ werkers…",
      "لماذا التقنية؟ (٥٠٪)",
      "https://example.org/x_y and www.example.org, a@b.org.",
      "**Bold** and _emphasis_ and ~~gone~~ and `code`",
      "**[Organize your workplace](/resources/organize/).** As _you_",
      "_You and your coworkers_ do that.",
      "[a](b \"c\") ![d](e) [^a] [^b]",
      "a<br>b",
  };
  for (const std::string text : texts) {
    if (text.starts_with(" ")) {
      CHECK(rewritten(text) == "x");
    } else {
      CHECK(rewritten(text) == text);
    }
    CHECK(told(parse(text).diagnostics).empty());
  }
}

TEST_CASE("what would be read as something else is escaped") {
  const std::pair<const char*, const char*> cases[] = {
      {"\\*a\\*", "\\*a\\*"},
      {"\\_a\\_", "\\_a\\_"},
      {"*a*", "_a_"},
      {"__a__", "**a**"},
      {"a*b*c", "a*b*c"},
      {"~a~", "~~a~~"},
      {"\\[a](b)", "[a\\](b)"},
      {"&amp;lt;", "\\&lt;"},
      {"\\<b>", "\\<b>"},
      {"`` ` ``", "`` ` ``"},
      {"\\`a\\`", "\\`a\\`"},
      {"a\\\\*", "a\\\\*"},
      {"\\{{< x >}}", "{\\{< x >}}"},
      {"http\\://x.org", "http:\\//x.org"},
      {"\\[^a]", "\\[^a]"},
      {"<https://x.org>", "https://x.org"},
      {"a<https://x.org>b", "a<https://x.org>b"},
      {"[https://x.org](https://x.org)", "https://x.org"},
      {"***a***", "_**a**_"},
      {"[a]( <b c> )", "[a](<b c>)"},
      {"[a](b(c)d)", "[a](b(c)d)"},
      {"[a](b\\)c)", "[a](b\\)c)"},
      {"**a**b", "**a**b"},
      {"a\\!", "a!"},
  };
  for (const auto& [markdown, canonical] : cases) {
    CHECK(rewritten(markdown) == canonical);
    CHECK(shape(parse(canonical).value) == shape(parse(markdown).value));
  }
}

TEST_CASE("newlines in a unit are spaces, and hard breaks where they were asked for") {
  CHECK(rewritten("a\nb\n  c") == "a b c");
  CHECK(rewritten("a\\\nb") == "a<br>b");
  CHECK(rewritten("a  \nb") == "a<br>b");
  CHECK(rewritten("a\\\\\nb") == "a\\ b");
  CHECK(rewritten("a<br>\nb<BR/>c") == "a<br>b<br>c");
  CHECK(rewritten("# a\n# b\n\n- c\n") == "# a # b - c");
  CHECK(rewritten("\n\na\n\n") == "a");
  CHECK(rewritten("`a\nb`") == "`a b`");
  CHECK(rewritten("").empty());
  CHECK(rewritten("\n").empty());
}

TEST_CASE("footnotes in a unit are those of its document") {
  CHECK(shape(parse("x[^b][^a]").value) == "text(x) note[b|2] note[a|1]");
  CHECK(shape(parse_inlines("x[^b]", Place::in_file("f").at(1, 1)).value) == "text(x[^b])");
  CHECK(told(parse("x [^c]").diagnostics) ==
        "nl.yaml:7:15: warning: there is no footnote \"c\"; its mark is kept as text [unknown-footnote]\n"
        "  hint: write the footnote: [^c]: …\n");
}

TEST_CASE("raw HTML and shortcodes in a unit are reported at their place") {
  CHECK(told(parse("é <b>x</b>\n<i>y").diagnostics) ==
        "nl.yaml:7:15: warning: raw HTML <b> is left out; its text is kept [raw-html]\n"
        "  hint: write Markdown instead, which works on paper too\n"
        "nl.yaml:8:1: warning: raw HTML <i> is left out; its text is kept [raw-html]\n"
        "  hint: write Markdown instead, which works on paper too\n");
  CHECK(told(parse("a {{< button href=\"x\" >}}b{{< /button >}}").diagnostics) ==
        "nl.yaml:7:15: warning: a shortcode has no meaning here: \"button\" [shortcode]\n"
        "  hint: its text is kept; take the shortcode out\n");
  CHECK(rewritten("a {{< x >}}b{{< /x >}} <b>c</b>") == "a b c");
}
