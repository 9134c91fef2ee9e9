// Posters, leaflets, table tents and tear-off notices, through the real program and other programs' eyes.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "end_to_end/printed.h"
#include "end_to_end/reading.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view project_file = R"(site: https://example.org
source: en
locales: [en, ar]
editions:
  handout: false
  book: false
  text: false
  flyer: {as: pdf, layout: flyer, paper: A6, sides: 2, fit: true, bleed: 3mm}
  poster: {as: pdf, layout: poster, paper: A3, fit: true}
  leaflet: {as: pdf, layout: leaflet, paper: A4, fit: true}
  tent: {as: pdf, layout: tent, paper: A4, sides: 2, fit: true}
  tear-off: {as: pdf, layout: tear-off, paper: A4, fit: true}
)";

constexpr std::string_view english = R"(---
title: Come to the meeting
description: Bring a friend
---

First we listen. Then we talk.

{{< button href="/join" >}}Join us{{< /button >}}

1. **Listen.** There is time for everybody.
2. **Talk.** There is tea.

> **53%** of us came last time.

Last of all we sing.
)";

constexpr std::string_view arabic = R"(---
title: تعالوا إلى الاجتماع
description: أحضروا صديقًا
---

نستمع أوّلًا ثمّ نتحدّث.

{{< button href="/join" >}}شاركوا{{< /button >}}

1. **نستمع.** هناك وقت للجميع.
2. **نتحدّث.** هناك شاي.

وفي الختام نغنّي.
)";

/// A small project made into every product.
const std::vector<Printed>& products() {
  static const TemporaryFolder folder;
  static const std::vector<Printed> files = [] {
    fs::create_directories(folder / "content");
    std::ofstream(folder / "handbill.yaml") << project_file;
    std::ofstream(folder / "content/page.md") << english;
    std::ofstream(folder / "content/seite.ar.md") << arabic;
    const auto built = handbill({"build", "content/page.md", "-l", "en", "-o", "out"}, folder.path());
    const auto other = handbill({"build", "content/seite.ar.md", "-l", "ar", "-o", "out"}, folder.path());
    INFO(built.err << other.err);
    REQUIRE(built.status == 0);
    REQUIRE(other.status == 0);
    return files_in(folder / "out");
  }();
  return files;
}

std::size_t codes_read(const fs::path& pdf) {
  const TemporaryFolder pictures;
  REQUIRE(run({"pdftoppm", "-r", "150", "-gray", "-png", pdf.string(), (pictures / "page").string()}).status == 0);
  std::size_t found = 0;
  for (const auto& entry : fs::directory_iterator(pictures.path())) {
    std::istringstream lines(run({"zbarimg", "-q", "--raw", entry.path().string()}).out);
    for (std::string line; std::getline(lines, line);) found += line == "https://example.org/join" ? 1 : 0;
  }
  return found;
}

TEST_CASE("the code on every product is read from a picture of 150 dpi") {
  if (run({"sh", "-c", "command -v zbarimg"}).status != 0) {
    WARN("zbarimg is not installed");
    return;
  }
  CHECK(products().size() == 10);
  for (const auto& file : products()) {
    INFO(file.path);
    CHECK(codes_read(file.path) == 1);
  }
}

TEST_CASE("the words of every product are read in order, of a panel on its head as well") {
  for (const auto& file : products()) {
    if (file.edition == "leaflet") continue;  // its panels are read from side to side
    INFO(file.path);
    const auto wanted =
        bare_words(file.locale == "en" ? std::string("Come to the meeting Bring a friend First we listen")
                                       : std::string("تعالوا إلى الاجتماع أحضروا صديقًا نستمع أوّلًا"));
    CHECK(lost(wanted, bare_words(text_of(file.path))) == Words{});
    CHECK(lost(bare_words(file.locale == "en" ? "Last of all we sing" : "وفي الختام نغنّي"),
               bare_words(text_of(file.path))) == Words{});
  }
}

TEST_CASE("qpdf finds nothing to say about any product") {
  for (const auto& file : products()) {
    INFO(file.path);
    const auto checked = run({"qpdf", "--check", file.path.string()});
    CHECK(checked.status == 0);
  }
}

}  // namespace
}  // namespace handbill::test
