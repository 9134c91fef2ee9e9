#include "core/markup.h"

#include "support/catch.h"

using namespace handbill;

TEST_CASE("Elements end where their guards do") {
  Markup markup;
  {
    const auto list = markup.element("ul", {{"class", "short"}});
    markup.element("li", {}, "one");
    markup.empty("br");
  }
  CHECK(markup.str() == "<ul class=\"short\"><li>one</li><br/></ul>");
}

TEST_CASE("Text and attributes cannot end what they stand in") {
  Markup markup;
  markup.element("a", {{"href", "\"><b>&'"}}, "</a> & é");
  CHECK(markup.str() == "<a href=\"&quot;&gt;&lt;b&gt;&amp;'\">&lt;/a&gt; &amp; é</a>");
}

TEST_CASE("What XML cannot hold becomes a replacement character") {
  CHECK(xml_safe("a\x01"
                 "b") == "a\uFFFDb");
  CHECK(xml_safe("\uFFFE") == "\uFFFD");
  CHECK(xml_safe("العربية 😀") == "العربية 😀");
}
