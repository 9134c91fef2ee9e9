// A theme, and pages that look as it says.
#include "design/theme_file.h"
#include "fuzz/fuzz.h"
#include "layout/layout.h"

namespace {

constexpr std::string_view page =
    "---\ntitle: Join us\nkicker: Us\n---\n\nA line of text[^a] that is _set_.\n\n## What next\n\n- **Ask** "
    "somebody.\n\n"
    "| Day | Hour |\n| --- | --- |\n| Monday | 12 |\n\n> Quoted.\n\n{{< button href=\"/join\" >}}Join{{< /button "
    ">}}\n\n"
    "[^a]: A note.\n";

}  // namespace

void handbill::fuzz::targets::theme(std::string_view input) {
  const ThemeFile file = take(ThemeFile::parse(std::string(input), place("theme.yaml"), fonts().roles()));
  for (const std::string_view tag : {"en", "ar"}) {
    const Document document = parsed(page, tag);
    const Interface words = Interface::fallback(document.language);
    for (const LayoutKind kind : {LayoutKind::flyer, LayoutKind::handout}) {
      const Edition edition{.name = "test", .layout = kind, .paper = "A6"};
      const Theme theme = file.theme(kind, document.language);
      const Pages pages = take(lay_out(
          {.document = document, .images = {}, .edition = edition, .theme = theme, .words = words, .fonts = fonts()}));
      promise(!pages.pages.empty(), "a document has no pages");
    }
  }
}
