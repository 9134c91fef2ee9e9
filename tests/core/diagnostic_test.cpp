#include "core/diagnostic.h"

#include "support/catch.h"

using namespace handbill;

TEST_CASE("a diagnostic reads as one line per fact") {
  const Place page = Place::in_file("content/page.md");
  SECTION("with line and column") {
    const Diagnostic found{Severity::warning, page.at(13, 3), "shortcode", "unknown shortcode \"figure\"", {}};
    CHECK(to_string(found) == "content/page.md:13:3: warning: unknown shortcode \"figure\" [shortcode]\n");
  }
  SECTION("with hints below it") {
    const Diagnostic found{Severity::error, page.at(2, 0), "x", "m", {"do this", "or that"}};
    CHECK(to_string(found) == "content/page.md:2: error: m [x]\n  hint: do this\n  hint: or that\n");
  }
  SECTION("about a whole file, and about none") {
    CHECK(to_string({Severity::note, page, "x", "m", {}}) == "content/page.md: note: m [x]\n");
    CHECK(to_string({Severity::error, {}, "x", "m", {}}) == "error: m [x]\n");
  }
}

TEST_CASE("what strangers wrote cannot steer a terminal") {
  const Diagnostic found{Severity::error, Place::in_file("a\x1b[2J.md"), "x", "says \x1b[31m\r \u202Eabc", {"\u0085"}};
  CHECK(to_string(found) == "a\\u001B[2J.md: error: says \\u001B[31m\\u000D \\u202Eabc [x]\n  hint: \\u0085\n");
  CHECK(printable("plain, é, النقابة, 👍") == "plain, é, النقابة, 👍");
}

TEST_CASE("only errors are errors") {
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({{Severity::warning, {}, "x", "m", {}}, {Severity::note, {}, "x", "m", {}}}));
  CHECK(has_errors({{Severity::warning, {}, "x", "m", {}}, {Severity::error, {}, "x", "m", {}}}));
}

TEST_CASE("taking a value leaves its diagnostics with the others") {
  Diagnostics all{{Severity::note, {}, "first", "m", {}}};
  CHECK(take(Result<int>{7, {{Severity::note, {}, "second", "m", {}}}}, all) == 7);
  REQUIRE(all.size() == 2);
  CHECK(all[1].code == "second");
}

TEST_CASE("the nearest known word is what was most likely meant") {
  const std::vector<std::string> editions{"flyer", "handout", "book", "text"};
  CHECK(nearest("flier", editions) == "flyer");
  CHECK(nearest("handuot", editions) == "handout");
  CHECK(nearest("FLYER", editions) == "flyer");
  CHECK(nearest("bok", editions) == "book");
}

TEST_CASE("no word is near when more than a third of its letters differ") {
  CHECK(nearest("poster", {"flyer", "handout"}).empty());
  CHECK(nearest("ab", {"ax"}).empty());
  CHECK(nearest("abc", {"abx"}) == "abx");
  CHECK(nearest("", {"a"}).empty());
  CHECK(nearest("x", {}).empty());
  CHECK(nearest(std::string(1'000'000, 'a'), {std::string(1'000'000, 'a')}).empty());
}

TEST_CASE("a swap of neighbours counts once, wherever it is") {
  CHECK(nearest("lfyre", {"flyer"}).empty());  // two swaps in five letters
  CHECK(nearest("lfyer", {"flyer"}) == "flyer");
  CHECK(nearest("flyre", {"flyer"}) == "flyer");
  CHECK(nearest("hadnuot", {"handout"}) == "handout");
  CHECK(nearest("abcdef", {"uvwxyz", "bacdfe"}) == "bacdfe");
}

TEST_CASE("letters count, not bytes") {
  CHECK(nearest("نشره", {"نشرة"}) == "نشرة");
  CHECK(nearest("broschure", {"Broschüre"}) == "Broschüre");
}

TEST_CASE("of two equally near words the first wins") {
  CHECK(nearest("bool", {"book", "boot"}) == "book");
}
