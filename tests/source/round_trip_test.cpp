// Writing inlines as Markdown and reading them back.
#include <random>

#include "document/markdown.h"
#include "source/inline_builder.h"
#include "source/parse.h"
#include "source/shape.h"
#include "support/catch.h"

using namespace handbill;
using test::shape;

namespace {

const std::vector<FootnoteLabel> footnotes{{"1", 1}, {"note_a", 2}, {"wages", 3}};

Result<Inlines> parse(const std::string& markdown) {
  return parse_inlines(markdown, Place::in_file("unit").at(1, 1), footnotes);
}

// Random inlines in the form in which parsing gives them: no emphasis in emphasis, no link in a link.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Inlines inlines() {
    Inlines out = level(3, {});
    tidy_inlines(out);
    return out;
  }

 private:
  struct Inside {
    bool emphasis = false, strong = false, strike = false, link = false, image = false;
  };

  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  std::string text() {
    static const char* const pieces[] = {"word",       "a",  "b",       "Don't",     " ",         " ",
                                         " ",          " ",  "*",       "**",        "_",         "__",
                                         "~",          "~~", "`",       "``",        "[",         "]",
                                         "(",          ")",  "](x)",    "[^1]",      "[^wages]",  "[x]",
                                         "!",          "![", "<",       "<b>",       "</b>",      "<br>",
                                         "<!-- x -->", ">",  "&",       "&amp;",     "&#42;",     "\\",
                                         "\\\\",       "#",  "# ",      "1. ",       "- ",        "> ",
                                         "|",          "$",  "%",       "{{<",       "{{< x >}}", "{{%",
                                         "{",          "}",  "www.",    "www.x.org", "http://",   "https://x.org/a_b",
                                         "a@b.org",    "@",  "ftp://y", ":",         "://",       ".",
                                         ",",          ";",  "'",       "\"",        "…",         "“",
                                         "”",          "—",  "é",       "عمال",      "٪",         "،",
                                         "漢字",       "0",  "5",       "=",         "+",         "-",
                                         "--",         "^",  "​",     " ",         "😀"};
    std::string out;
    for (int i = below(5) + 1; i > 0; --i) out += pieces[below(static_cast<int>(std::size(pieces)))];
    return out;
  }

  std::string address() {
    static const char* const addresses[] = {"x",
                                            "/join",
                                            "#a",
                                            "https://x.org/(a)",
                                            "a b",
                                            "https://x.",
                                            "http://x.org/?a",
                                            "",
                                            "<b>",
                                            "a)b",
                                            "a\\b",
                                            "a\\",
                                            "&amp;",
                                            "ü",
                                            "a\"b",
                                            "(((",
                                            "mailto:a@b.org",
                                            " edge ",
                                            "a*b_c",
                                            "http://www.x.org",
                                            "a`b",
                                            "https://x.org/``"};
    return addresses[below(static_cast<int>(std::size(addresses)))];
  }

  std::string title() {
    static const char* const titles[] = {"",      "",    "",  "a title", "\"quoted\"", "back\\",
                                         "&amp;", "(x)", "'", "](",      "``"};
    return titles[below(static_cast<int>(std::size(titles)))];
  }

  std::string code() {
    static const char* const codes[] = {"x",   "`",   "``",        " ",   " a ",   "a`b",
                                        "*x*", "<b>", "{{< x >}}", "a\\", "&amp;", "  "};
    return codes[below(static_cast<int>(std::size(codes)))];
  }

  Inline link(int depth, Inside inside) {
    static const char* const shown[] = {"https://x.org/a_b", "http://x.org",     "https://x.org/ä",
                                        "tel:+31",           "https://x.org/a.", "https://x.org/``b"};
    if (below(3) == 0) {
      const std::string text = shown[below(static_cast<int>(std::size(shown)))];
      return {Link{text, "", {{Text{text}, {}}}}, {}};
    }
    if (below(6) == 0) return {Link{"mailto:a.b@x.org", "", {{Text{"a.b@x.org"}, {}}}}, {}};
    if (below(6) == 0) return {Link{"http://www.x.org/a", "", {{Text{"www.x.org/a"}, {}}}}, {}};
    inside.link = true;
    return {Link{address(), title(), level(depth - 1, inside)}, {}};
  }

  Inlines level(int depth, Inside inside) {
    Inlines out;
    for (int i = below(4) + 1; i > 0; --i) {
      switch (below(depth > 0 ? 10 : 3)) {
        case 0:
          out.push_back({Text{text()}, {}});
          break;
        case 1:
          out.push_back({Code{code()}, {}});
          break;
        case 2:
          out.push_back(below(2) == 0 ? Inline{HardBreak{}, {}} : note());
          break;
        case 3:
          emphasis<Emphasis>(depth, inside, &Inside::emphasis, out);
          break;
        case 4:
          emphasis<Strong>(depth, inside, &Inside::strong, out);
          break;
        case 5:
          emphasis<Strikethrough>(depth, inside, &Inside::strike, out);
          break;
        case 6:
          if (!inside.link && !inside.image) out.push_back(link(depth, inside));
          break;
        case 7:
          if (!inside.image) {
            Inside in_image = inside;
            in_image.image = true;
            out.push_back({InlineImage{address(), title(), level(depth - 1, in_image)}, {}});
          }
          break;
        default:
          out.push_back({Text{text()}, {}});
          break;
      }
    }
    return out;
  }

  Inline note() {
    const FootnoteLabel& label = footnotes[static_cast<std::size_t>(below(3))];
    return {FootnoteReference{label.label, label.number}, {}};
  }

  template <class Node>
  void emphasis(int depth, Inside inside, bool Inside::*already, Inlines& out) {
    if (inside.*already) return;
    inside.*already = true;
    out.push_back({Node{level(depth - 1, inside)}, {}});
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("what is written as Markdown reads back as it was") {
  int failures = 0;
  for (unsigned seed = 1; seed <= 4000 && failures < 5; ++seed) {
    const Inlines inlines = Generator(seed).inlines();
    const std::string markdown = to_markdown(inlines);
    const auto back = parse(markdown);
    if (shape(back.value) == shape(inlines) && back.diagnostics.empty()) continue;
    ++failures;
    INFO("seed " << seed << ": " << markdown);
    CHECK(shape(back.value) == shape(inlines));
    std::string told;
    for (const Diagnostic& one : back.diagnostics) told += to_string(one);
    CHECK(told == "");
  }
  CHECK(failures == 0);
}

TEST_CASE("emphasis beside a vertical tab reads back: to Markdown that is no white space") {
  for (const std::string word : {"us", "نحن"}) {
    const Inlines inlines{{Text{word + "\v"}, {}}, {Emphasis{{{Text{word}, {}}}}, {}}, {Text{"\v" + word}, {}}};
    const std::string markdown = to_markdown(inlines);
    INFO(markdown);
    CHECK(shape(parse(markdown).value) == shape(inlines));
  }
}

TEST_CASE("a line that ends in code ends as a space, also inside a shortcode or tag that the code shows") {
  for (const std::string word : {"us", "نحن"}) {
    CHECK(to_markdown(parse("`{{<\n" + word + ">}}`").value) == "`{{< " + word + ">}}`");
    CHECK(to_markdown(parse("`<b\ntitle=\"" + word + "\">`").value) == "`<b title=\"" + word + "\">`");
  }
}
