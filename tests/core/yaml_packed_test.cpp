#include "core/yaml_packed.h"

#include "support/catch.h"

using namespace handbill;
using yaml::Kind;
using yaml::Node;

namespace {

const Place file = Place::in_file("nl.yaml");

constexpr std::string_view everything =
    "# a comment\n"
    "title: \"in quotes\"\n"
    "number: 12\n"
    "nothing:\n"
    "arabic: كلمة\n"
    "block: |\n"
    "  two\n"
    "  lines\n"
    "list: [one, {two: 2}, []]\n"
    "map:\n"
    "  deeper: {}\n";

Node tree(std::string_view text) {
  auto parsed = yaml::parse(text, file.at(1, 1));
  REQUIRE(parsed.diagnostics.empty());
  return std::move(*parsed.value);
}

bool same(const Place& a, const Place& b) {
  return *a.file == *b.file && a.line == b.line && a.column == b.column;
}

bool same(const Node& a, const Node& b) {
  bool alike = a.kind == b.kind && same(a.place, b.place) && a.scalar == b.scalar && a.quoted == b.quoted &&
               a.items.size() == b.items.size() && a.entries.size() == b.entries.size();
  for (std::size_t i = 0; alike && i < a.items.size(); ++i) alike = same(a.items[i], b.items[i]);
  for (std::size_t i = 0; alike && i < a.entries.size(); ++i)
    alike = a.entries[i].key == b.entries[i].key && same(a.entries[i].key_place, b.entries[i].key_place) &&
            same(a.entries[i].value, b.entries[i].value);
  return alike;
}

}  // namespace

TEST_CASE("a packed tree comes back with everything in it, every place too") {
  const Node parsed = tree(everything);
  const Node back = yaml::unpack(yaml::pack(parsed), file);
  CHECK(same(back, parsed));
  CHECK(back.find("title")->quoted);
  CHECK_FALSE(back.find("number")->quoted);
  CHECK(back.find("nothing")->kind == Kind::null);
}

TEST_CASE("a packed tree holds texts and lists longer than a byte can count") {
  std::string text = "long: " + std::string(70000, 'x') + "\nmany:\n";
  for (int i = 0; i < 300; ++i) text += "  - item\n";
  const Node back = yaml::unpack(yaml::pack(tree(text)), file);
  CHECK(same(back, tree(text)));
  CHECK(back.find("many")->items.back().place.line == 302);
}

TEST_CASE("the tree of an empty text is packed") {
  CHECK(same(yaml::unpack(yaml::pack(tree("")), file), tree("")));
}

TEST_CASE("a known text is not read again, and its places are in the file that has it") {
  const std::string packed = yaml::pack(tree("other: words"));
  const auto parsed = yaml::parse("a: 1", Place::in_file("mine.yaml"), {{"b: 1", {}}, {"a: 1", packed}});
  REQUIRE(parsed.value.has_value());
  REQUIRE(parsed.value->find("other") != nullptr);
  CHECK(to_string(parsed.value->entries.front().key_place) == "mine.yaml:1:1");
}

TEST_CASE("a text that differs from what is known by one byte is read") {
  const auto parsed = yaml::parse("a: 2", file, {{"a: 1", yaml::pack(tree("a: 1"))}});
  REQUIRE(parsed.value.has_value());
  CHECK(parsed.value->find("a")->scalar == "2");
}

TEST_CASE("what is wrong in a text that is not known is reported") {
  const auto parsed = yaml::parse("a: [1", file, {{"a: 1", yaml::pack(tree("a: 1"))}});
  CHECK_FALSE(parsed.value.has_value());
  CHECK(has_errors(parsed.diagnostics));
}
