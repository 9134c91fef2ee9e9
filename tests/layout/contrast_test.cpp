#include "layout/contrast.h"

#include "core/tone.h"
#include "design/theme_file.h"
#include "layout/fixture.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

Pages with_colours(const std::string& language, Colour text, Colour ground) {
  Theme theme = ThemeFile::built_in().theme(LayoutKind::flyer, Language::parse(language).value());
  theme.kicker.colour = text;
  theme.kicker.size = 9_pt;
  theme.title.colour = white;
  theme.subtitle.colour = white;
  theme.headline = ground;
  const std::string_view page = language == "ar" ? "---\ntitle: عنوان\nkicker: فوقه\n---\n\nنص.\n"
                                                 : "---\ntitle: Title\nkicker: Over it\n---\n\nText.\n";
  return lay_out_markdown(page, {.language = language, .layout = LayoutKind::flyer, .theme = &theme}).value;
}

Diagnostics problems(const std::string& language, Colour text, Colour ground) {
  return check_grey_contrast(with_colours(language, text, ground), Place::in_file("handbill.yaml"));
}

}  // namespace

TEST_CASE("Luminance and contrast are WCAG's") {
  CHECK(contrast(black, white) == Approx(21));
  CHECK(contrast(white, black) == Approx(21));
  CHECK(contrast({0x77, 0x77, 0x77}, white) == Approx(4.48).margin(0.01));
  CHECK(grey_of(black) == 0);
  CHECK(grey_of(white) == 255);
  CHECK(grey_of({0x80, 0x80, 0x80}) == 0x80);
  CHECK(luminance({0, 255, 0}) == Approx(0.7152));
}

TEST_CASE("Text of another colour but the same grey as its ground is reported where it is written") {
  for (const char* language : {"en", "ar"}) {
    const auto found = problems(language, {255, 60, 60}, {0, 120, 40});
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "low-contrast");
    CHECK(found[0].severity == Severity::warning);
    CHECK(to_string(found[0].place).find("test.md:3") == 0);
    CHECK(found[0].message.find("4.5 to 1 can be read") != std::string::npos);
  }
}

TEST_CASE("The built-in theme can be read in grey") {
  for (const char* language : {"en", "ar"})
    for (const LayoutKind layout : {LayoutKind::flyer, LayoutKind::handout}) {
      const Pages pages = lay_out_markdown(
                              "---\ntitle: T\nkicker: K\nsubtitle: S\ndescription: D\n---\n\nText with [a "
                              "link](https://example.org/).\n\n"
                              "1. **One.** Two\n\n> Quoted\n\n## Heading\n\n`code`\n\n{{< button href=\"join\" "
                              ">}}Join{{< /button >}}\n",
                              {.language = language, .layout = layout})
                              .value;
      for (const Diagnostic& one : check_grey_contrast(pages, {})) FAIL(to_string(one));
    }
}
