#include "design/edition.h"

#include "core/limits.h"
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

TEST_CASE("attack: an edition's name cannot lead out of the output folder, nor be longer than a file's may be") {
  for (const std::string& name :
       {std::string("../../x"), std::string("a/b"), std::string("."), std::string(".."), std::string("a\\\\b"),
        std::string("\\e[2J"), std::string(), std::string(limits::edition_name_bytes + 1, 'a')}) {
    CAPTURE(name);
    const auto result = read("\"" + name + "\": {as: text}");
    CHECK(result.value.size() == default_editions().size());
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(to_string(result.diagnostics.front()).find("cannot be part of a file's name [edition-name]") !=
          std::string::npos);
  }
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
        "  hint: choose one of flyer, handout, poster, leaflet, tent, tear-off\n");
}

TEST_CASE("A text too narrow or too wide is refused") {
  CHECK(only_diagnostic("text: {width: 5}") ==
        "handbill.yaml:1:15: error: a width of 5 columns cannot be set [unknown-value]\n"
        "  hint: choose from 20 to 400\n");
}

TEST_CASE("A text says which invisible marks and which line ends it has") {
  const auto plain = read("text: {as: text}").value.back();
  CHECK(plain.bidi == BidiMarks::isolates);
  CHECK(plain.format == TextFormat::fixed);
  const auto mail = read("text: {bidi: none, format: flowed}").value.back();
  CHECK(mail.bidi == BidiMarks::none);
  CHECK(mail.format == TextFormat::flowed);
  CHECK(only_diagnostic("text: {bidi: isolate}") ==
        "handbill.yaml:1:14: error: unknown bidi marks \"isolate\" [unknown-value]\n  hint: did you mean "
        "\"isolates\"?\n");
  CHECK(only_diagnostic("text: {format: html}") ==
        "handbill.yaml:1:16: error: unknown format \"html\" [unknown-value]\n  hint: choose one of fixed, flowed\n");
}

TEST_CASE("An edition says how many sides it may take, and whether it is fitted to them") {
  const auto flyer = read("flyer: {sides: 2, fit: true}").value[0];
  CHECK(flyer.sides == 2);
  CHECK(flyer.fit);
  CHECK(only_diagnostic("flyer: {sides: 0}") ==
        "handbill.yaml:1:16: error: nothing can have 0 sides [unknown-value]\n  hint: choose from 1 to 200\n");
  CHECK(only_diagnostic("flyer: {sides: 1000}") ==
        "handbill.yaml:1:16: error: nothing can have 1000 sides [unknown-value]\n  hint: choose from 1 to 200\n");
  CHECK(only_diagnostic("flyer: {fit: true}") ==
        "handbill.yaml:1:14: error: edition \"flyer\" is to be fitted, but to how many sides? [no-sides]\n"
        "  hint: say it, as in `sides: 2`\n");
  CHECK(only_diagnostic("flyer: {fit: perhaps, sides: 2}").find("[wrong-type]") != std::string::npos);
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

TEST_CASE("An edition says how it is printed") {
  const auto editions = read(
      "handout: {paper: A5, impose: booklet, sheet: SRA4, duplex: long-edge, thickness: 0.1mm, marks: [crop, fold]}\n"
      "flyer: {paper: A6, impose: 4-up, fill: different, margin: 0mm, marks: bars, colour: cmyk}\n");
  CHECK(editions.diagnostics.empty());
  const Edition& flyer = editions.value[0];
  CHECK(flyer.imposition.kind == Impose::n_up);
  CHECK(flyer.imposition.up == 4);
  CHECK(flyer.imposition.fill == Fill::different);
  CHECK(flyer.inks == Inks::cmyk);
  CHECK((flyer.marks.bars && !flyer.marks.crop));
  const Edition& handout = editions.value[1];
  CHECK(handout.imposition.kind == Impose::booklet);
  CHECK(handout.imposition.sheet == "SRA4");
  CHECK(handout.imposition.duplex == Duplex::long_edge);
  CHECK(handout.imposition.thickness == 0.1_mm);
  CHECK((handout.marks.crop && handout.marks.fold && !handout.marks.bars));
  CHECK(read("flyer: {impose: languages}").value[0].imposition.kind == Impose::languages);
}

TEST_CASE("Words that say nothing about printing are reported with the nearest") {
  CHECK(only_diagnostic("flyer: {impose: bookelt}") ==
        "handbill.yaml:1:17: error: unknown way to impose \"bookelt\" [unknown-value]\n"
        "  hint: did you mean \"booklet\"?\n");
  CHECK(only_diagnostic("flyer: {impose: 0-up}") ==
        "handbill.yaml:1:17: error: unknown way to impose \"0-up\" [unknown-value]\n  hint: did you mean \"2-up\"?\n");
  CHECK(only_diagnostic("flyer: {sheet: SRA44}") ==
        "handbill.yaml:1:16: error: unknown sheet \"SRA44\" [unknown-value]\n  hint: did you mean \"SRA4\"?\n");
  CHECK(only_diagnostic("flyer: {duplex: long}") ==
        "handbill.yaml:1:17: error: unknown edge to turn the sheet over \"long\" [unknown-value]\n"
        "  hint: choose one of none, long-edge, short-edge\n");
  CHECK(only_diagnostic("flyer: {fill: some}") ==
        "handbill.yaml:1:15: error: unknown way to fill the sheet \"some\" [unknown-value]\n"
        "  hint: did you mean \"same\"?\n");
  CHECK(only_diagnostic("flyer: {marks: [crop, folds]}") ==
        "handbill.yaml:1:16: error: unknown mark \"folds\" [unknown-value]\n  hint: did you mean \"fold\"?\n");
  CHECK(only_diagnostic("flyer: {colour: gray}") ==
        "handbill.yaml:1:17: error: unknown kind of colour \"gray\" [unknown-value]\n  hint: did you mean \"grey\"?\n");
}

TEST_CASE("Paper that is no paper and sheets that are too small are reported") {
  CHECK(only_diagnostic("flyer: {thickness: 4mm}") ==
        "handbill.yaml:1:20: error: paper 4mm thick cannot be folded [unknown-value]\n"
        "  hint: office paper is 0.1mm thick, card 0.3mm\n");
  CHECK(only_diagnostic("flyer: {thickness: -0.1mm}") ==
        "handbill.yaml:1:20: error: \"-0.1mm\" is no length [length]\n"
        "  hint: write a number and its unit, as in 12.5pt or 4mm\n");
  CHECK(only_diagnostic("flyer: {paper: A5, impose: 4-up}") ==
        "handbill.yaml:1:28: error: 4 pages of 148 x 210 mm do not go on a sheet of A4 [sheet-too-small]\n"
        "  hint: it has room for 2; or choose a larger sheet or a smaller paper\n");
  CHECK(only_diagnostic("handout: {impose: booklet}") ==
        "handbill.yaml:1:19: error: two pages of 210 x 297 mm side by side do not go on a sheet of A4 "
        "[sheet-too-small]\n  hint: choose a larger sheet or a smaller paper\n");
}
