#include "layout/edition.h"

#include "support/catch.h"

using namespace handbill;

namespace {

Result<std::vector<Edition>> read(const std::string& yaml) {
  Diagnostics diagnostics;
  const auto node = take(yaml::parse(yaml, Place::in_file("handbill.yaml").at(1, 1)), diagnostics);
  REQUIRE(diagnostics.empty());
  return read_editions(*node, default_editions());
}

std::string only_diagnostic(const std::string& yaml) {
  const auto result = read(yaml);
  REQUIRE(result.diagnostics.size() == 1);
  return to_string(result.diagnostics.front());
}

}  // namespace

TEST_CASE("There is a flyer, a handout, a book and a text by default") {
  std::string names;
  for (const Edition& edition : default_editions()) names += edition.name + " ";
  CHECK(names == "flyer handout book text ");
}

TEST_CASE("An edition of a known name is changed, one of an unknown name is added, false takes one away") {
  const auto editions = read("handout: {paper: Letter}\nbook: false\nposter: {as: pdf, layout: flyer, paper: A3}\n");
  CHECK(editions.diagnostics.empty());
  REQUIRE(editions.value.size() == 4);
  CHECK(editions.value[1].paper == "Letter");
  CHECK(editions.value[1].layout == LayoutKind::handout);
  CHECK(editions.value[2].name == "text");
  CHECK(editions.value[3].name == "poster");
  CHECK(editions.value[3].layout == LayoutKind::flyer);
}

TEST_CASE("Sections are a list, or one name") {
  CHECK(read("flyer: {sections: [a, b]}").value[0].sections == std::vector<std::string>{"a", "b"});
  CHECK(read("flyer: {sections: a}").value[0].sections == std::vector<std::string>{"a"});
}

TEST_CASE("An unknown paper, medium or layout is reported with the nearest") {
  CHECK(only_diagnostic("flyer: {paper: A55}") ==
        "handbill.yaml:1:16: error: unknown paper \"A55\" [unknown-value]\n  hint: did you mean \"A5\"?\n");
  CHECK(only_diagnostic("flyer: {as: epbu}") ==
        "handbill.yaml:1:13: error: unknown medium \"epbu\" [unknown-value]\n  hint: did you mean \"epub\"?\n");
  CHECK(only_diagnostic("flyer: {layout: leporello}") ==
        "handbill.yaml:1:17: error: unknown layout \"leporello\" [unknown-value]\n"
        "  hint: choose one of flyer, handout\n");
}

TEST_CASE("A text too narrow or too wide is refused") {
  CHECK(only_diagnostic("text: {width: 5}") ==
        "handbill.yaml:1:15: error: a width of 5 columns cannot be set [unknown-value]\n"
        "  hint: choose from 20 to 400\n");
}

TEST_CASE("A bleed is a length, up to what printers ask for") {
  CHECK(read("flyer: {bleed: 3mm}").value[0].bleed == 3_mm);
  CHECK(only_diagnostic("flyer: {bleed: 3}") ==
        "handbill.yaml:1:16: error: \"3\" is no length [length]\n"
        "  hint: write a number and its unit, as in 12.5pt or 4mm\n");
  CHECK(only_diagnostic("flyer: {bleed: 3cm}").find("\"3cm\" is no length") != std::string::npos);
  CHECK(only_diagnostic("flyer: {bleed: nanmm}").find("is no length") != std::string::npos);
  CHECK(only_diagnostic("flyer: {bleed: -1mm}").find("is no length") != std::string::npos);
  CHECK(only_diagnostic("flyer: {bleed: 30mm}") ==
        "handbill.yaml:1:16: error: a bleed of 30mm is more than any printer asks for [unknown-value]\n"
        "  hint: choose up to 20mm; 3mm is usual\n");
}

TEST_CASE("Editions that are no map are reported") {
  const auto result = read("[flyer]");
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "wrong-type");
  CHECK(result.value.size() == 4);
}

TEST_CASE("Every paper has a size, portrait, and A papers halve") {
  for (const std::string& name : paper_names()) {
    const auto size = paper_size(name);
    REQUIRE(size);
    CHECK(size->height > size->width);
  }
  CHECK(paper_size("A5")->height == paper_size("A4")->width);
  CHECK_FALSE(paper_size("B5"));
}
