#include "design/theme_file.h"

#include <cmath>

#include "core/files.h"
#include "design/on_paper.h"
#include "support/catch.h"

using namespace handbill;

namespace {

const std::vector<std::string> roles = {"serif", "sans", "heading", "mono"};

Language language(const char* tag) {
  return Language::parse(tag).value();
}

Result<ThemeFile> parse(const std::string& yaml) {
  return ThemeFile::parse(yaml, Place::in_file("theme.yaml"), roles);
}

std::string only_diagnostic(const std::string& yaml) {
  const auto result = parse(yaml);
  REQUIRE(result.diagnostics.size() == 1);
  return to_string(result.diagnostics.front());
}

}  // namespace

TEST_CASE("The shipped themes read without a complaint") {
  for (const char* name : {"campaign", "office"}) {
    const auto bytes = DiskFiles().read(HANDBILL_ROOT "/content/themes/" + std::string(name) + ".yaml", 1 << 20);
    REQUIRE(bytes.ok());
    const auto theme = parse(bytes.bytes);
    for (const Diagnostic& diagnostic : theme.diagnostics) FAIL(to_string(diagnostic));
    CHECK(theme.diagnostics.empty());
  }
}

TEST_CASE("A theme file says only what it does otherwise than the campaign theme") {
  const auto theme = parse("handout:\n  type:\n    body: {size: 12pt}\n");
  CHECK(theme.diagnostics.empty());
  const Theme changed = theme.value.theme(LayoutKind::handout, language("en"));
  const Theme campaign = ThemeFile::built_in().theme(LayoutKind::handout, language("en"));
  CHECK(changed.body.size == 12_pt);
  CHECK(changed.body.leading == campaign.body.leading);
  CHECK(changed.title.size == campaign.title.size);
}

TEST_CASE("Changing a named colour changes everything that names it") {
  const auto theme = parse("colours: {primary: \"#010203\"}\n").value.theme(LayoutKind::handout, language("nl"));
  CHECK(theme.primary == Colour{1, 2, 3});
  CHECK(theme.heading[1].colour == Colour{1, 2, 3});
  CHECK_FALSE(theme.body.colour == Colour{1, 2, 3});
}

TEST_CASE("Type is scaled for the language's script, but code and addresses are not") {
  const auto file = parse("scripts: {Arab: {size: 1.5, leading: 2}}\n").value;
  const Theme latin = file.theme(LayoutKind::flyer, language("en"));
  const Theme arabic = file.theme(LayoutKind::flyer, language("fa"));
  CHECK(arabic.body.size == latin.body.size * 1.5);
  CHECK(arabic.body.leading == latin.body.leading * 2);
  CHECK(arabic.code.size == latin.code.size);
  CHECK(arabic.address.size == latin.address.size);
}

TEST_CASE("Every script keeps its own scale beside the document's") {
  const auto file = parse("scripts: {Arab: {size: 1.5, display: 2}, Jpan: {size: 0.5}}\n").value;
  const auto factor = [&](const TypeSpec& type, std::string_view script) {
    if (type.sizes == nullptr) return 1.0;
    for (const auto& [code, size] : type.sizes->scripts)
      if (code == script) return size;
    return type.sizes->others;
  };
  const Theme latin = file.theme(LayoutKind::handout, language("en"));
  const Theme arabic = file.theme(LayoutKind::handout, language("ar"));
  const Theme japanese = file.theme(LayoutKind::handout, language("ja"));
  for (const char* script : {"Latn", "Arab", "Kana"}) {
    const double size = latin.body.size.pt() * factor(latin.body, script);
    CHECK(std::abs(arabic.body.size.pt() * factor(arabic.body, script) - size) < 1e-9);
    CHECK(std::abs(japanese.body.size.pt() * factor(japanese.body, script) - size) < 1e-9);
    CHECK(std::abs(arabic.code.size.pt() * factor(arabic.code, script) -
                   latin.code.size.pt() * factor(latin.code, script)) < 1e-9);
  }
  CHECK(factor(arabic.title, "Latn") == 0.5);
  CHECK(factor(latin.body, "Arab") == 1.5);
}

TEST_CASE("A theme says which figures a kind of text has") {
  const Theme theme = parse("handout: {type: {body: {figures: lining}, table: {figures: [old-style, tabular]}}}")
                          .value.theme(LayoutKind::handout, language("nl"));
  CHECK(theme.body.figures == Figures{Figures::Shape::lining, Figures::Width::face});
  CHECK(theme.table.figures == Figures{Figures::Shape::old_style, Figures::Width::tabular});
  CHECK(only_diagnostic("handout: {type: {body: {figures: [roman]}}}") ==
        "theme.yaml:1:34: error: figures cannot be \"roman\" [unknown-value]\n"
        "  hint: choose `lining` or `old-style`, and `proportional` or `tabular`\n");
}

TEST_CASE("Lengths are points or millimetres") {
  const auto theme =
      parse("flyer: {margins: {top: 10mm, bottom: 36pt}}").value.theme(LayoutKind::flyer, language("en"));
  CHECK(theme.margins.top == 10_mm);
  CHECK(theme.margins.bottom == 36_pt);
}

TEST_CASE("A product is the flyer larger, follows what a theme changes of it, and says what is its own") {
  const Theme flyer = ThemeFile::built_in().theme(LayoutKind::flyer, language("en"));
  const auto file = parse("poster: {scale: 2, margins: {top: 40mm}}\nflyer: {space: {bar: 1pt}}\n");
  CHECK(file.diagnostics.empty());
  const Theme poster = file.value.theme(LayoutKind::poster, language("en"));
  CHECK(poster.title.size == flyer.title.size * 2);
  CHECK(poster.margins.top == 40_mm);
  CHECK(poster.margins.start == flyer.margins.start * 2);
  CHECK(poster.bar == 2_pt);
  CHECK(poster.links == LinkPlace::none);
  REQUIRE(poster.drawn_for);
  CHECK(*poster.drawn_for == *paper_size("A4"));
  CHECK(poster.title.colour == flyer.title.colour);
  CHECK(only_diagnostic("poster: {drawn-for: A44}") ==
        "theme.yaml:1:21: error: unknown paper \"A44\" [unknown-value]\n"
        "  hint: choose one of A3, A4, A5, A6, A7, DL, Letter\n");
  CHECK(only_diagnostic("tent: {colums: 2}").find("unknown key \"colums\" in layout \"tent\"") != std::string::npos);
}

TEST_CASE("Margins go with the paper where they name one, down to what a printer reaches") {
  const Theme handout = ThemeFile::built_in().theme(LayoutKind::handout, language("en"));
  REQUIRE(handout.margins_for);
  const Size a4 = *paper_size("A4");
  CHECK(on_paper(handout, a4).margins.start == handout.margins.start);
  CHECK(on_paper(handout, a4).margins.top == handout.margins.top);

  const Size a5 = *paper_size("A5");
  const Theme small = on_paper(handout, a5);
  CHECK(small.margins.start == handout.margins.start * (a5.width / a4.width));
  CHECK(small.margins.bottom == handout.margins.bottom * (a5.height / a4.height));
  CHECK(small.gutter == handout.gutter * (a5.width / a4.width));
  CHECK(small.body.size == handout.body.size);
  CHECK(small.paragraph_space == handout.paragraph_space);

  const Theme smallest = on_paper(handout, *paper_size("A7"));
  CHECK(smallest.margins.start == 9_mm);
  CHECK(smallest.margins.top == 9_mm);
  Theme narrow = handout;
  narrow.margins.start = 4_mm;
  CHECK(on_paper(narrow, *paper_size("A7")).margins.start == 4_mm);

  const Theme letter = on_paper(handout, *paper_size("Letter"));
  CHECK(letter.margins.start > handout.margins.start);
  CHECK(letter.margins.top < handout.margins.top);
}

TEST_CASE("Margins that name no paper, and a product's, stay as they are") {
  const auto file = parse("flyer: {margins: {paper: A5}}");
  CHECK(file.diagnostics.empty());
  const Theme flyer = file.value.theme(LayoutKind::flyer, language("en"));
  CHECK(on_paper(flyer, *paper_size("A4")).margins.start > flyer.margins.start * 1.4);
  const Theme leaflet = file.value.theme(LayoutKind::leaflet, language("en"));
  CHECK(on_paper(leaflet, *paper_size("A3")).margins.start == leaflet.margins.start);
  const Theme plain = ThemeFile::built_in().theme(LayoutKind::flyer, language("en"));
  CHECK(on_paper(plain, *paper_size("A6")).margins.start == plain.margins.start);
  CHECK(only_diagnostic("handout: {margins: {paper: A44}}") ==
        "theme.yaml:1:28: error: unknown paper \"A44\" [unknown-value]\n"
        "  hint: choose one of A3, A4, A5, A6, A7, DL, Letter\n");
}

TEST_CASE("What is wrong with a theme is said at its line") {
  CHECK(only_diagnostic("handout:\n  tpye: {}\n") ==
        "theme.yaml:2:3: error: unknown key \"tpye\" in layout \"handout\" [unknown-key]\n"
        "  hint: did you mean \"type\"?\n");
  CHECK(only_diagnostic("handout: {type: {body: {font: sherif}}}") ==
        "theme.yaml:1:31: error: no face has the role \"sherif\" [unknown-face]\n"
        "  hint: did you mean \"serif\"?\n");
  CHECK(only_diagnostic("handout: {type: {body: {colour: inc}}}") ==
        "theme.yaml:1:33: error: no colour is called \"inc\" [unknown-colour]\n"
        "  hint: did you mean \"ink\"?\n");
  CHECK(only_diagnostic("colours: {ink: \"#12345g\"}") ==
        "theme.yaml:1:16: error: \"#12345g\" is no colour [unknown-colour]\n"
        "  hint: write it as \"#rrggbb\", in quotes\n");
  CHECK(only_diagnostic("flyer: {space: {qr: 21}}") ==
        "theme.yaml:1:21: error: \"21\" is no length [length]\n"
        "  hint: write a number and its unit, as in 12.5pt or 4mm\n");
  CHECK(only_diagnostic("flyer: {space: {qr: 9000mm}}").find("[length]") != std::string::npos);
  CHECK(only_diagnostic("handout: {links: head}") ==
        "theme.yaml:1:18: error: links cannot be printed at \"head\" [unknown-value]\n"
        "  hint: choose `list` (at the end), `foot` (of the page) or `none`\n");
  CHECK(only_diagnostic("handout: {arabic-justification: letters}") ==
        "theme.yaml:1:33: error: Arabic cannot be justified by \"letters\" [unknown-value]\n"
        "  hint: choose `spaces` (between words) or `kashida` (words drawn out)\n");
  CHECK(only_diagnostic("handout: {columns: 9}") ==
        "theme.yaml:1:20: error: text cannot be set in 9 columns [length]\n  hint: choose from 1 to 4\n");
  CHECK(only_diagnostic("flyer: {fit: {size: [1.2, 0.8]}}") ==
        "theme.yaml:1:21: error: \"1.2, 0.8\" is no range to scale by [length]\n"
        "  hint: write the least, from 0.25 to 1, and the most, from 1 to 4, as in [0.8, 1.35]\n");
  CHECK(only_diagnostic("flyer: {fit: {space: 2}}").find("\"2\" is no range to scale by [length]") !=
        std::string::npos);
  CHECK(only_diagnostic("flyer: {fit: {size: [nan, nan]}}").find("[length]") != std::string::npos);
  CHECK(only_diagnostic("flyer: {fit: {rest: above}}") ==
        "theme.yaml:1:21: error: room cannot be left \"above\" [unknown-value]\n"
        "  hint: choose `between` (the blocks) or `below` (them)\n");
  CHECK(only_diagnostic("flyer: {fit: {picture: 0}}") ==
        "theme.yaml:1:24: error: 0 of a picture cannot be left [length]\n  hint: choose from 0.1 to 1\n");
  CHECK(only_diagnostic("flyer: {picture: 2}") ==
        "theme.yaml:1:18: error: a picture cannot take 2 of a side's height [length]\n"
        "  hint: choose from 0.1 to 0.9\n");
  CHECK(only_diagnostic("scripts: {Arab: {size: 40}}") ==
        "theme.yaml:1:24: error: type cannot be scaled by 40 [length]\n  hint: choose a factor from 0.25 to 4\n");
}

TEST_CASE("A theme that is no YAML, or no map, leaves the campaign theme") {
  for (const char* bytes : {"a: [", "- a", "\xff"}) {
    const auto theme = parse(bytes);
    CHECK(theme.diagnostics.size() == 1);
    CHECK(theme.value.theme(LayoutKind::flyer, language("en")).action_lists);
  }
}
