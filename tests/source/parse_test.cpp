#include "source/parse.h"

#include "core/files.h"
#include "document/dump.h"
#include "document/walk.h"
#include "source/page.h"
#include "support/catch.h"
#include "support/golden.h"

using namespace handbill;
using test::parse_page;
using test::told;
using test::transcript;

TEST_CASE("every kind of block is built") {
  EXPECT_GOLDEN(
      "blocks.txt",
      transcript({
          {"headings and paragraphs", "Before\n\n# One\n\ntext\non two lines\n\nTwo\n---\n\nmore\n"},
          {"lists", "- a\n- b\n\n  b2\n  1. x\n  2. y\n- [ ] open\n- [x] done\n\n5) five\n6) six\n"},
          {"empty list items", "-\n- a\n"},
          {"quotes", "> one\n> two\n>\n> > inner\n> - item\n"},
          {"code", "```rust\nfn x() {\n\n  \"{{< y >}}\"\n```\n\n    indented <b>\n\n```\n```\n"},
          {"tables", "| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | `x\\|y` | **3** |\n| [l](u) | 2 | 3 | 4 | 5 |\n"},
          {"rules", "a\n\n***\n\n- - -\n"},
          {"figures", "![a *cat*](cat.png \"Title\")\n\ntext ![b](b.png)\n\n[![c](c.png)](d)\n"},
          {"empty page", ""},
      }));
}

TEST_CASE("every kind of inline is built and knows its place") {
  EXPECT_GOLDEN(
      "inlines.txt",
      transcript({
          {"emphasis", "*a* _b_ **c** __d__ ***e*** ~~f~~ ~g~ **a *b **c** d* e**\n"},
          {"breaks", "one  \ntwo\\\nthree<br>four <br/> five\nsix  \n"},
          {"links", "a [b](c \"d\") [e][f] <https://g.org> https://h.org/i_j. www.k.org, l@m.org\n\n[f]: /n 'o'\n"},
          {"links on later lines", "- first [a](b)\n  second [c](d)\n\n  > third\n  > [e](f) [g\n  > h](i)\n"},
          {"links after wide characters", "عمال التقنية [رابط](/join) 漢字 [x](y)\n"},
          {"the same address twice", "[a](u) `[b](u)` [c](u) [d](u)\n"},
          {"links in table cells", "| x | y |\n|---|---|\n| [a](u) | b [c](u) |\n|  | [d](u) |\n"},
          {"escapes", "\\*a\\* &amp; &lt;b&gt; &copy; \\[x](y) a\\\\b [c](d&amp;e\\(f)\n"},
          {"code", "`a` `` b`c `` `*d*` `&amp;`\n"},
          {"a link without words", "[](https://x.org)\n"},
          {"quotation marks and dashes stay", "'a' \"b\" -- c... d -> e 50% $5 1. x\n"},
      }));
}

TEST_CASE("raw HTML is left out and its text kept") {
  EXPECT_GOLDEN(
      "html.txt",
      transcript({
          {"tags in running text", "a <b class=\"x\">bold</b> <!-- gone --> c <i>d\ne</i> f</u>\n"},
          {"a block of tags", "<div>\n<p>Para <b>bold</b><br>next</p>\n</div>\n\nafter\n"},
          {"Markdown in HTML", "<div>\n# Heading\n\n- a\n  - b\n\n</div>\n<section>\n  - c\n    - d\n</section>\n"},
          {"indented text is no code", "<div>\n    text\n    more\n</div>\n"},
          {"code in HTML stays code", "<div>\n```html\n<b>x</b>\n```\n</div>\n"},
          {"words of two cells stay two", "<table>\n<tr><td>a</td><td>b</td></tr>\n</table>\n"},
          {"in quotes and lists", "> <p>q\n> r</p>\n\n- <b>x\n  y</b>\n- <div>\n  inside\n  </div>\n"},
          {"comments", "<!-- whole\n\n# comment -->\n\na<!-- b -->c\n"},
          {"scripts and styles go whole",
           "<script>\nvar x = \"<b>\";\n\ny\n</script>\n\n<style>p {}</style>\n\na <script>b</script> c\n"},
          {"what is no tag", "a < b, 5 <6, <3 and <div\n\n<div\n\n<!-- open\n"},
          {"void tags", "<hr>\n\n<img src=\"x.png\" alt=\"y\">\n"},
          {"entities in HTML", "<p>a &amp; b &eacute;</p>\n"},
          {"after front matter", "---\ntitle: x\n---\n\na\n\n<div>\nb\n</div>\n"},
      }));
}

TEST_CASE("shortcodes are understood or left out, at their places") {
  EXPECT_GOLDEN(
      "shortcodes.txt",
      transcript({
          {"a button on one line", "{{< button href=\"join\" >}}Join{{< /button >}}\n"},
          {"a button on three lines", "a\n\n{{< button href=`/join` >}}\n  Join **now**\n{{< /button >}}\n\nb\n"},
          {"a button in paragraphs", "{{% button href=\"join\" %}}\n\nJoin\n\n{{% /button %}}\n"},
          {"two buttons", "{{< button href=\"a\" >}}A{{< /button >}} {{< button href=\"b\" >}}B{{< /button >}}\n"},
          {"a button in HTML",
           "<span class=\"x\">\n  {{< button href=\"join\" >}}\n    Join\n  {{< /button >}}\n</span>\n"},
          {"a button in running text", "Please {{< button href=\"join\" >}}join *us*{{< /button >}} today\n"},
          {"a button in a list and a cell",
           "- {{< button href=\"a\" >}}A{{< /button >}}\n\n| {{< button href=\"b\" >}}B{{< /button >}} |\n|---|\n"},
          {"a button without words", "{{< button href=\"join\" />}}\n"},
          {"a button that leads nowhere",
           "{{< button >}}Join{{< /button >}}\n\nx {{< button \"join\" >}}y{{< /button >}}\n"},
          {"a button that never ends", "a\n\n  {{< button href=\"join\" >}}Join\n"},
          {"a button that never starts", "Join{{< /button >}}\n"},
          {"a button across pieces of text", "**{{< button href=\"a\" >}}x** y{{< /button >}}\n"},
          {"unknown shortcodes",
           "a {{< figure src=\"x\n\" >}} {{< figure src=\"x\" alt=\"y > z\" >}}\n\n{{< note >}}\nKeep *this*\n{{< "
           "/note >}}\n\n{{< buton >}}\n"},
          {"a shortcode over several lines",
           "{{< gallery\n  a=\"1\"\n\n  b=\"2\"\n>}}\n\n[x](#nowhere)\n\n{{< more >}}\n"},
          {"shortcodes in code", "`{{< x >}}` and\n\n```\n{{< button href=\"y\" >}}\n```\n"},
          {"the start and the end of a shortcode in code",
           "Begin with `{{< button` or `{{< a \"`, end with `>}}` or `\" >}}`; `` {{</* ` `` `*/>}}`\n\n"
           "{{< button href=`a` >}}A ` b{{< /button >}}\n\n` {{< button href=\"`b\" >}}B{{< /button >}} \\`\n"},
          {"a shortcode in an address", "[x]({{< ref \"page.md\" >}}) [y](/a)\n"},
          {"a shortcode to be shown", "{{</* button */>}} \\{{< x >}} {{ x }}\n"},
          {"forged stand-ins",
           "\xEF\xB7\x90"
           "0\xEF\xB7\x91 &#xFDD0;0&#xFDD1; &#64976;0&#64977; `&#xFDD0;`\n\n{{< button href=\"a\" >}}A{{< /button "
           ">}}\n"},
      }));
}

TEST_CASE("footnotes are numbered by first mention") {
  EXPECT_GOLDEN(
      "footnotes.txt",
      transcript({
          {"order", "a[^b] c[^a] d[^b].\n\n[^a]: first\n[^b]: second *x*\n\n    more\n    - item\n"},
          {"labels with anything in them", "a[^wages_2] b[^*x*] c[^w:w]\n\n[^wages_2]: 1\n[^*x*]: 2\n[^w:w]: 3\n"},
          {"mentioned in another", "a[^1]\n\n[^1]: see[^2]\n[^2]: end\n"},
          {"unknown", "a\nb [^wagse] \\[^x] `[^y]` [^z\nz]\n\n[^wages]: w\n\nc[^wages]\n"},
          {"unused", "a[^1]\n\n[^1]: one\n[^2]: two\n\n```\n[^3]: code\n```\n"},
          {"next to each other", "a[^1][^2]\n\n[^1]: one\n[^2]: two\n"},
          {"in front of brackets", "a[^1](b) ![^1]\n\n[^1]: one\n"},
      }));
}

TEST_CASE("heading ids are made as GitHub and Hugo make them") {
  EXPECT_GOLDEN("anchors.txt",
                transcript({
                    {"words", "# What can *you* do -- as a `tech` worker?\n## 1.2 Über_straße\n## لماذا التقنية؟\n"},
                    {"repeated", "## A\n## A\n## A-1\n## A\n"},
                    {"given", "## Title {#my-id}\n## Other {#x .class}\n## {#y}\n## Not {# z}\n## Title {#my-id}\n"},
                    {"without words", "## ?!\n\n##\n\n## …\n"},
                    {"levels left out", "# A\n### B\n#### C\n## D\n\n> ##### E\n"},
                    {"the first heading", "### A\n"},
                }));
}

TEST_CASE("units are named after where they are") {
  EXPECT_GOLDEN("units.txt",
                transcript({
                    {"all kinds",
                     "---\ntitle: T\nsubtitle: S\nkicker: K\ndescription: D\nfeatureAlt: F\n---\np\n\np\n\n- li\n- "
                     "li\n\n  li\n  > q\n\n"
                     "> q\n> - li\n\n## Head\n\np\n\n![img](x)\n\n| a | b |\n|---|---|\n| c |\n\n| d |\n|---|\n\n"
                     "{{< button href=\"x\" >}}cta{{< /button >}}\n\n### Sub\n\np[^n]\n\n[^n]: p\n\n    - li\n"},
                    {"names that are taken", "---\ntitle: T\n---\n## Title\n\np\n\n## Intro\n\np\n"},
                }));
}

TEST_CASE("front matter is read") {
  EXPECT_GOLDEN(
      "front_matter.txt",
      transcript({
          {"all keys",
           "---\ntitle: \"Tech *workers*\"\nsubtitle: When & where\nkicker: 'Union'\ndescription: >-\n  A lead\n  on "
           "two lines\n"
           "date: 2025-03-23\nlastmod: \"2025-03-24\"\nfeature: a.jpg\nfeatureAlt: Alt\nlayout: campaign\nlang: ar\n"
           "showDateUpdated: true\neditions: {flyer: {paper: A5}}\n---\n\n# Body\n"},
          {"ends with dots", "---\ntitle: x\n...\nbody\n"},
          {"empty", "---\n---\nbody\n"},
          {"with spaces after the dashes", "---  \ntitle: x\n--- \nbody\n"},
          {"never ends", "---\ntitle: x\n\n# Body\n"},
          {"nothing else", "---"},
          {"not YAML", "---\ntitle: [x\nlayout: y\n---\n# Body\n"},
          {"a list", "---\n- a\n- b\n---\nbody\n"},
          {"just text", "---\nhello\n---\nbody\n"},
          {"values of the wrong kind", "---\ntitle: [a, b]\nfeature: {x: y}\ndate: x\n---\nbody\n"},
          {"a key twice", "---\ntitle: x\ntitle: y\n---\nbody\n"},
          {"an alias", "---\ntitle: &a x\nsubtitle: *a\n---\nbody\n"},
          {"an unknown language", "---\nlang: nonsense-language\n---\nbody\n"},
          {"HTML and shortcodes in it", "---\ntitle: a <b>b</b> {{< x >}}\n---\nbody\n"},
          {"not at the start", "\n---\ntitle: x\n---\nbody\n"},
      }));
}

TEST_CASE("front matter's language overrides the file's") {
  const auto parsed = parse_page("---\nlang: ar\n---\nx\n");
  CHECK(parsed.value.language.tag() == "ar");
  CHECK(parse_page("x\n").value.language.tag() == "en");
}

TEST_CASE("front matter keeps the keys that nobody knows") {
  const auto parsed = parse_page("---\nshowDateUpdated: true\neditions:\n  flyer: {paper: A5}\n---\nx\n");
  const yaml::Node* editions = parsed.value.front.all.find("editions");
  REQUIRE(editions != nullptr);
  CHECK(editions->find("flyer")->find("paper")->scalar == "A5");
  CHECK(editions->find("flyer")->place.line == 4);
  CHECK(parsed.value.front.all.find("showDateUpdated")->scalar == "true");
}

TEST_CASE("line ends and a byte order mark make no difference") {
  const std::string text = "---\ntitle: x\n---\n\na [b](c)\nd\n\n<i>e</i>\n";
  std::string windows;
  for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto plain = parse_page(text);
  for (const std::string& other : {windows, "\xEF\xBB\xBF" + text, "\xEF\xBB\xBF" + windows}) {
    const auto parsed = parse_page(other);
    CHECK(dump(parsed.value, true) == dump(plain.value, true));
    CHECK(told(parsed.diagnostics) == told(plain.diagnostics));
  }
}

TEST_CASE("bytes that are not UTF-8 are an error at their line, and the page is empty") {
  const auto parsed = parse_page(
      "a\nb\xff"
      "c\n");
  REQUIRE(parsed.diagnostics.size() == 1);
  CHECK(parsed.diagnostics[0].code == "encoding");
  CHECK(parsed.diagnostics[0].severity == Severity::error);
  CHECK(parsed.diagnostics[0].place.line == 2);
  CHECK(parsed.diagnostics[0].place.column == 2);
  CHECK(parsed.value.blocks.empty());
  CHECK(parsed.value.name == "page");
}

TEST_CASE("the campaign page goes through whole") {
  const auto file = DiskFiles().read(std::string(HANDBILL_ROOT) + "/../shared/real/tech-workers.md", 1 << 20);
  if (!file.ok()) return;
  const auto parsed = parse_page(file.bytes);
  CHECK(told(parsed.diagnostics) ==
        "page.md:14:1: warning: raw HTML <span> is left out; its text is kept [raw-html]\n"
        "  hint: write Markdown instead, which works on paper too\n");
  std::size_t buttons = 0;
  std::size_t links = 0;
  for_each_block(parsed.value, [&](const Block& block) {
    if (const auto* table = std::get_if<Table>(&block.node)) {
      CHECK(table->columns.size() == 2);
      CHECK(table->rows.size() == 1 + 8);
    }
    if (const auto* call = std::get_if<CallToAction>(&block.node)) {
      ++buttons;
      CHECK(call->address == "join");
      CHECK(plain_text(call->label.inlines) == "Get involved");
      CHECK(block.place.line == 15);
    }
  });
  for_each_passage(parsed.value, [&](const Passage& passage) {
    for_each_inline(passage.inlines, [&](const Inline& item) {
      const auto* link = std::get_if<Link>(&item.node);
      if (link == nullptr) return;
      ++links;
      // The place is the link's own: its bracket stands there in the file.
      std::size_t line = 0;
      for (std::uint32_t i = 1; i < item.place.line; ++i) line = file.bytes.find('\n', line) + 1;
      CHECK(file.bytes.substr(line, file.bytes.find('\n', line) - line).find(link->address) != std::string::npos);
    });
  });
  CHECK(buttons == 1);
  CHECK(links == 19);
}
