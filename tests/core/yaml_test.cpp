#include "core/yaml.h"

#include <fmt/format.h>

#include "core/limits.h"
#include "support/catch.h"

using namespace handbill;
using yaml::Kind;
using yaml::Node;

namespace {

const Place start = Place::in_file("nl.yaml").at(1, 1);

std::string at(const Place& place) {
  return fmt::format("{}:{}", place.line, place.column);
}

/// The tree on one line: kinds by their brackets, places behind every text.
std::string written(const Node& node) {
  switch (node.kind) {
    case Kind::null:
      return "~@" + at(node.place);
    case Kind::scalar:
      return fmt::format("{0}{1}{0}@{2}", node.quoted ? "\"" : "", node.scalar, at(node.place));
    case Kind::sequence: {
      std::string text;
      for (const Node& item : node.items) text += (text.empty() ? "" : ", ") + written(item);
      return "[" + text + "]";
    }
    case Kind::mapping: {
      std::string text;
      for (const auto& entry : node.entries) {
        text += (text.empty() ? "" : ", ");
        text += fmt::format("{}@{}: {}", entry.key, at(entry.key_place), written(entry.value));
      }
      return "{" + text + "}";
    }
  }
  return "?";
}

std::string tree(std::string_view text, const Place& from = start) {
  const auto result = yaml::parse(text, from);
  for (const Diagnostic& one : result.diagnostics) UNSCOPED_INFO(to_string(one));
  REQUIRE(result.value.has_value());
  CHECK(result.diagnostics.empty());
  return written(*result.value);
}

/// The one problem of a text that is refused, without its hints.
std::string problem(std::string_view text, const Place& from = start) {
  const auto result = yaml::parse(text, from);
  CHECK_FALSE(result.value.has_value());
  REQUIRE(result.diagnostics.size() == 1);
  CHECK_FALSE(result.diagnostics[0].hints.empty());
  const std::string report = to_string(result.diagnostics[0]);
  return report.substr(0, report.find('\n'));
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("every node knows its place, counted in characters") {
  CHECK(tree("titel: één\nlijst: [ü, \"x\"]\n") == "{titel@1:1: één@1:8, lijst@2:1: [ü@2:9, \"x\"@2:12]}");
  CHECK(tree("é: {ü: z}") == "{é@1:1: {ü@1:5: z@1:8}}");
  CHECK(tree("العنوان: \"نص\"") == "{العنوان@1:1: \"نص\"@1:10}");
}

TEST_CASE("places count on from where the text starts") {
  CHECK(tree("title: x\nlead: y", start.at(2, 1)) == "{title@2:1: x@2:8, lead@3:1: y@3:7}");
  CHECK(tree("title: x\nlead: y", start.at(5, 3)) == "{title@5:3: x@5:10, lead@6:1: y@6:7}");
  CHECK(problem("a: @b", start.at(2, 1)) == "nl.yaml:2:4: error: text may not start with \"@\" without quotes [yaml]");
}

TEST_CASE("a block's place is where its text starts") {
  CHECK(tree("a: |\n\n  text\n  more\nb: >-\n  folded\n  on\n") ==
        "{a@1:1: \"\ntext\nmore\n\"@3:3, b@5:1: \"folded on\"@6:3}");
  CHECK(tree("a: |\nb: c") == "{a@1:1: \"\"@1:4, b@2:1: c@2:4}");
}

TEST_CASE("nothing is nothing") {
  CHECK(tree("") == "~@1:1");
  CHECK(tree("# only a comment\n") == "~@1:1");
  CHECK(tree("a:\nb: ~\nc:") == "{a@1:1: ~@1:1, b@2:1: ~@2:4, c@3:1: ~@3:3}");
}

TEST_CASE("quoted words are text and plain ones may be more") {
  const auto node = yaml::parse("a: true\nb: \"true\"\nc: 'x'\nd: |\n  y\n", start).value.value();
  CHECK_FALSE(node.find("a")->quoted);
  CHECK(node.find("b")->quoted);
  CHECK(node.find("c")->quoted);
  CHECK(node.find("d")->quoted);
  CHECK(node.find("e") == nullptr);
  CHECK(node.find("a")->find("x") == nullptr);
}

TEST_CASE("every duplicate key is an error that names the other") {
  const auto result = yaml::parse("a: 1\nb: 2\na: 3\nb: 4\n", start);
  CHECK_FALSE(result.value.has_value());
  REQUIRE(result.diagnostics.size() == 2);
  CHECK(to_string(result.diagnostics[0]) ==
        "nl.yaml:3:1: error: the key \"a\" stands here twice [yaml-duplicate-key]\n"
        "  hint: remove this one or the one at line 1\n");
  CHECK(to_string(result.diagnostics[1]).starts_with("nl.yaml:4:1: error"));
}

TEST_CASE("the same key in two maps is no duplicate") {
  CHECK(tree("- a: 1\n- a: 2") == "[{a@1:3: 1@1:6}, {a@2:3: 2@2:6}]");
}

TEST_CASE("slips of people who do not know YAML are named in plain words") {
  struct Slip {
    const char* text;
    const char* problem;
  };
  const Slip slips[] = {
      {"a:\n\tb: c", "2:1: error: a tab is used for indentation [yaml]"},
      {"\ta: b", "1:1: error: a tab is used for indentation [yaml]"},
      {"a:b\nc: d", "1:3: error: a space is missing after the colon [yaml]"},
      {"units:\n  - id: x\n    source:Go\n    target: Ga", "3:12: error: a space is missing after the colon [yaml]"},
      {"target: He said: go", "1:16: error: a colon stands inside text without quotes [yaml]"},
      {"target: @all", "1:9: error: text may not start with \"@\" without quotes [yaml]"},
      {"target: `code`", "1:9: error: text may not start with \"`\" without quotes [yaml]"},
      {"target: %x", "1:9: error: text may not start with \"%\" without quotes [yaml]"},
      {"target: *Word* is", "1:9: error: text may not start with \"*\" without quotes [yaml-alias]"},
      {"target: &c.", "1:9: error: text that starts with \"&\" is an anchor, which is not allowed here [yaml-alias]"},
      {"target: !no", "1:9: error: text that starts with \"!\" is a tag, which is not allowed here [yaml]"},
      {"target: {{< button >}}", "1:10: error: text that starts with \"{\" needs quotes [yaml]"},
      {"target: \"Go\" now", "1:14: error: more text follows after the closing quote [yaml]"},
      {"target: [link](/x)", "1:15: error: more text follows after the closing bracket [yaml]"},
      {"a: b\ntarget: \"Go\nid: x", "2:9: error: the text in quotes that starts here is never closed [yaml]"},
      {"a: b\ntarget: 'Go\n", "2:9: error: the text in quotes that starts here is never closed [yaml]"},
      {"a: [b\nc: d", "2:2: error: a list that starts with [ is never closed [yaml]"},
      {"a: b\nstray words", "2:1: error: no colon and value follow \"stray words\" [yaml]"},
      {"a: b\n  c: d", "2:4: error: this line does not fit what stands above it [yaml]"},
      {"a:\n    b: c\n   d: e", "3:4: error: this line does not fit what stands above it [yaml]"},
      {"- a\nb: c", "2:1: error: this line does not fit what stands above it [yaml]"},
      {"a: \"\\q\"", "1:7: error: an unknown escape stands in a text in double quotes [yaml]"},
      {"a: | b\n  c", "1:6: error: text follows on the line of | or > [yaml]"},
      {"? [a]\n: b", "1:3: error: a key must be plain text [yaml]"},
      {"~: b", "1:1: error: a key must be plain text [yaml]"},
      {"a: b\n---\nc: d", "2:1: error: a second document starts here [yaml]"},
  };
  for (const Slip& slip : slips) {
    CAPTURE(slip.text);
    CHECK(problem(slip.text) == std::string("nl.yaml:") + slip.problem);
  }
}

TEST_CASE("an address is not a missing space") {
  CHECK(problem("https://example.org\na: b").find("missing") == std::string::npos);
}

TEST_CASE("attack: an alias bomb is refused at its first anchor") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    const char before = static_cast<char>(c - 1);
    bomb += fmt::format("{0}: &{0} [*{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}]\n", c, before);
  }
  CHECK(problem(bomb).starts_with("nl.yaml:1:4: error"));
  CHECK(problem(bomb).ends_with("[yaml-alias]"));
}

TEST_CASE("attack: nesting is refused past the limit, however it is written") {
  const auto limit = static_cast<std::size_t>(limits::yaml_nesting);
  CHECK(yaml::parse(repeated("[", limit) + repeated("]", limit), start).value.has_value());
  CHECK(problem(repeated("[", limit + 1) + repeated("]", limit + 1)) ==
        "nl.yaml:1:65: error: lists and maps are nested deeper than 64 [yaml-nesting]");
  for (const char* part : {"[\n", "{\n", "- ", "? ", "[a:\n ", "{a:\n "}) {
    CAPTURE(part);
    CHECK_FALSE(yaml::parse(repeated(part, 10'000), start).value.has_value());
  }
  std::string steps;
  for (std::size_t i = 0; i < 2'000; ++i) steps += std::string(i, ' ') + "a:\n";
  CHECK(problem(steps).ends_with("[yaml-nesting]"));
}

TEST_CASE("attack: more nodes than the limit are refused") {
  CHECK(problem("a: [" + repeated("x,\n ", limits::yaml_nodes) + "x]").ends_with("[yaml-nesting]"));
}

TEST_CASE("attack: a list without end on one line is refused, a long line of prose is not") {
  const std::string list = "\na: [" + repeated("x,", limits::yaml_line_marks) + "x]";
  CHECK(problem(list) ==
        "nl.yaml:2:1: error: more than 1000 brackets, commas and colons stand on one line [yaml-nesting]");
  CHECK(yaml::parse("a: \"" + repeated("so, ", 10'000) + "\"", start).value.has_value());
}

TEST_CASE("attack: control characters are refused, NUL and the one yaml-cpp takes for the end among them") {
  CHECK(problem(std::string("a: b\nc: \0", 9)) ==
        "nl.yaml:2:4: error: the invisible control character U+0000 stands in the text [yaml]");
  CHECK(problem("a: b\nü\x04: d") ==
        "nl.yaml:2:2: error: the invisible control character U+0004 stands in the text [yaml]");
}

TEST_CASE("a mapping is read key by key") {
  const auto node =
      yaml::parse("name: Flyer\nsides: 2\nscale: 1.5\nfit: true\nsections: [a, b]\nonly: a\nempty:\n", start)
          .value.value();
  Diagnostics diagnostics;
  yaml::MappingReader reader(node, "edition \"flyer\"", diagnostics);
  CHECK(reader.text("name") == "Flyer");
  CHECK(reader.text("sides") == "2");
  CHECK(reader.integer("sides") == 2);
  CHECK(reader.number("scale") == 1.5);
  CHECK(reader.number("sides") == 2.0);
  CHECK(reader.boolean("fit") == true);
  CHECK(reader.texts("sections") == std::vector<std::string>{"a", "b"});
  CHECK(reader.texts("only") == std::vector<std::string>{"a"});
  CHECK_FALSE(reader.text("empty"));
  CHECK_FALSE(reader.text("absent"));
  CHECK(at(reader.place_of("fit")) == "4:6");
  CHECK(at(reader.place_of("absent")) == "1:1");
  reader.reject_unknown_keys();
  CHECK(diagnostics.empty());
}

TEST_CASE("a value of the wrong kind is reported and reads as absent") {
  const auto node =
      yaml::parse(
          "sides: two\nquoted: \"2\"\nfit: yes\nname: [x]\nlist: {a: b}\nmixed: [a, [b]]\nhuge: 99999999999999999999\n"
          "scale: .nan\n",
          start)
          .value.value();
  Diagnostics diagnostics;
  yaml::MappingReader reader(node, "the project", diagnostics);
  CHECK_FALSE(reader.integer("sides"));
  CHECK_FALSE(reader.integer("quoted"));
  CHECK_FALSE(reader.boolean("fit"));
  CHECK_FALSE(reader.text("name"));
  CHECK_FALSE(reader.texts("list"));
  CHECK(reader.texts("mixed") == std::vector<std::string>{"a"});
  CHECK_FALSE(reader.integer("huge"));
  CHECK_FALSE(reader.number("scale"));
  std::string report;
  for (const Diagnostic& one : diagnostics) report += to_string(one);
  CHECK(report ==
        "nl.yaml:1:8: error: sides in the project must be a whole number, not \"two\" [wrong-type]\n"
        "nl.yaml:2:9: error: quoted in the project must be a whole number, not \"2\" [wrong-type]\n"
        "nl.yaml:3:6: error: fit in the project must be true or false, not \"yes\" [wrong-type]\n"
        "nl.yaml:4:7: error: name in the project must be text, not a list [wrong-type]\n"
        "nl.yaml:5:7: error: list in the project must be a list of texts, not a map [wrong-type]\n"
        "nl.yaml:6:12: error: each item of mixed in the project must be text, not a list [wrong-type]\n"
        "nl.yaml:7:7: error: huge in the project must be a whole number, not \"99999999999999999999\" [wrong-type]\n"
        "nl.yaml:8:8: error: scale in the project must be a number, not \".nan\" [wrong-type]\n");
}

TEST_CASE("a key nobody asked for is reported with the nearest that was") {
  const auto node = yaml::parse("papr: A5\nzebra: 1\n", start).value.value();
  Diagnostics diagnostics;
  yaml::MappingReader reader(node, "edition \"flyer\"", diagnostics);
  CHECK_FALSE(reader.text("paper"));
  reader.reject_unknown_keys();
  std::string report;
  for (const Diagnostic& one : diagnostics) report += to_string(one);
  CHECK(report ==
        "nl.yaml:1:1: error: unknown key \"papr\" in edition \"flyer\" [unknown-key]\n"
        "  hint: did you mean \"paper\"?\n"
        "nl.yaml:2:1: error: unknown key \"zebra\" in edition \"flyer\" [unknown-key]\n");
}

TEST_CASE("what is no mapping is reported once and reads as empty") {
  const auto node = yaml::parse("- a\n", start).value.value();
  Diagnostics diagnostics;
  yaml::MappingReader reader(node, "handbill.yaml", diagnostics);
  CHECK_FALSE(reader.text("site"));
  reader.reject_unknown_keys();
  REQUIRE(diagnostics.size() == 1);
  CHECK(to_string(diagnostics[0])
            .starts_with(
                "nl.yaml:1:1: error: handbill.yaml must be a map of names and values, not a list [wrong-type]\n"));
  const auto nothing = yaml::parse("", start).value.value();
  yaml::MappingReader empty(nothing, "handbill.yaml", diagnostics);
  CHECK_FALSE(empty.text("site"));
  CHECK(diagnostics.size() == 1);
}
