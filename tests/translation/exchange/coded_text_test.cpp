#include "translation/exchange/coded_text.h"

#include "document/markdown.h"
#include "source/parse.h"
#include "support/catch.h"

namespace handbill {
namespace {

using Kind = CodedPiece::Kind;

const std::vector<FootnoteLabel> labels = {{"n", 1}};

CodedText coded(const std::string& markdown) {
  return to_coded(parse_inlines(markdown, {}, labels).value);
}

/// "{1 **}bold{/1 **}": a code with its number, where it begins (no mark), ends (/) or both (!).
std::string dump(const CodedText& text) {
  std::string out;
  for (const CodedPiece& piece : text) {
    const std::string code = std::to_string(piece.id) + " " + piece.text + "}";
    if (piece.kind == Kind::text) out += piece.text;
    if (piece.kind == Kind::open) out += "{" + code;
    if (piece.kind == Kind::close) out += "{/" + code;
    if (piece.kind == Kind::whole) out += "{!" + code;
  }
  return out;
}

std::string round_trip(const std::string& markdown) {
  const Decoded decoded = from_coded(coded(markdown));
  return decoded.inlines ? to_markdown(*decoded.inlines) : decoded.why;
}

TEST_CASE("what is not for translating becomes codes") {
  CHECK(dump(coded("plain *stars* and text")) == "plain {1 _}stars{/1 _} and text");
  CHECK(dump(coded("**bold _both_** [link](/x \"t\") `code`")) ==
        "{1 **}bold {2 _}both{/2 _}{/1 **} {3 [}link{/3 ](/x \"t\")} {4 `}code{/4 `}");
  CHECK(dump(coded("a<br>b[^n] ![alt](i.png) ~~no~~")) ==
        "a{!1 <br>}b{!2 [^n]} {3 ![}alt{/3 ](i.png)} {4 ~~}no{/4 ~~}");
  CHECK(dump(coded("see https://example.org/x or <mailto:a@b.nl>")).find("{!1 ") != std::string::npos);
  CHECK(dump(coded("عربي **غامق** [رابط](/x)")) == "عربي {1 **}غامق{/1 **} {2 [}رابط{/2 ](/x)}");
}

TEST_CASE("codes become the inlines they were") {
  for (const char* markdown :
       {"plain", "_a_ **b** ~~c~~ `d`", "**bold _both_**", "[x](/x \"t\")", "[**x**](/x)", "![alt](i.png)",
        "a<br>b[^n]", "see https://example.org/x", "<mailto:a@b.nl>", "2 \\* 3 \\* 4 \\_not\\_", "``a`b``",
        "[a\\]b](/x)", "xxx _x_", "عربي **غامق** [رابط](/x)", "[x](</a b>)", "a&amp;lt;b"}) {
    INFO(markdown);
    CHECK(round_trip(markdown) == to_markdown(parse_inlines(markdown, {}, labels).value));
  }
}

TEST_CASE("a translation's codes have the source's numbers, in whatever order they come") {
  const CodedText source = coded("_a_ [b](/x) [c](/y) **d**");
  CHECK(dump(numbered_like(source, coded("[C](/y) _A_ [B](/x)"))) == "{3 [}C{/3 ](/y)} {1 _}A{/1 _} {2 [}B{/2 ](/x)}");
  CHECK(dump(numbered_like(source, coded("_A_ _E_"))) == "{1 _}A{/1 _} {5 _}E{/5 _}");
}

TEST_CASE("codes that are not whole say what is wrong with them") {
  const auto why = [](const CodedText& text) { return from_coded(text).why; };
  CHECK(why({{Kind::open, "**"}, {Kind::text, "a"}}) == "the code \"**\" has no end");
  CHECK(why({{Kind::text, "a"}, {Kind::close, "**"}}) == "the code \"**\" has no beginning");
  CHECK(why({{Kind::open, "**"}, {Kind::close, "_"}}) == "the codes \"** _\" are no pair");
  CHECK(why({{Kind::open, "**"}, {Kind::open, "_"}, {Kind::close, "**"}, {Kind::close, "_"}}) ==
        "the codes \"_ **\" are no pair");
  CHECK(why({{Kind::whole, "**"}}) == "the code \"**\" means nothing by itself");
  CHECK(why({{Kind::whole, "<b>"}}) == "the code \"<b>\" means nothing by itself");
  CHECK(why({{Kind::whole, "[x](/evil)"}}) == "the code \"[x](/evil)\" means nothing by itself");
  CHECK(why({{Kind::open, "<i>"}, {Kind::close, "</i>"}}) == "the codes \"<i> </i>\" are no pair");
  CHECK(why(CodedText(1000, {Kind::open, "_"})) == "codes are nested too deeply, from \"_\" on");
  const std::string address = "](/" + std::string(5000, 'a') + ")";
  CHECK(why({{Kind::open, "["}, {Kind::text, "a"}, {Kind::close, address}}).starts_with("the codes \"[ ](/aaa"));
}

}  // namespace
}  // namespace handbill
