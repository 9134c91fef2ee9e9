// Bound pages: the margin at the fold changes sides from page to page, and what stands in the margins with it.
#include <algorithm>

#include "design/theme_file.h"
#include "layout/fixture.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

constexpr Length at_the_fold = 25_mm;
constexpr Length outside = 11_mm;

std::string long_text(const std::string& language) {
  const std::string sentence = language == "ar" ? "كلمات كثيرة تملأ الصفحة حتى آخرها. " : "Words that fill the page. ";
  std::string text = "# Title\n\n";
  for (int i = 0; i < 30; ++i) {
    for (int j = 0; j < 6; ++j) text += sentence;
    text += "\n\n";
  }
  return text;
}

struct Extent {
  double left = 1e6;
  double right = 0;
};

/// From edge to edge of the lines whose baselines are between two heights.
Extent extent(const Page& page, double from, double to) {
  Extent out;
  for (const Mark& mark : page.marks) {
    const auto* run = std::get_if<PlacedRun>(&mark);
    if (run == nullptr || run->baseline.y.pt() < from || run->baseline.y.pt() > to) continue;
    out.left = std::min(out.left, run->baseline.x.pt());
    out.right = std::max(out.right, (run->baseline.x + run->run->width * run->run->scale).pt());
  }
  return out;
}

Pages bound(const std::string& language, Impose impose) {
  Theme theme = ThemeFile::built_in().theme(LayoutKind::handout, Language::parse(language).value());
  theme.margins_for.reset();
  theme.margins.start = at_the_fold;
  theme.margins.end = outside;
  return lay_out_markdown(long_text(language), {.language = language, .paper = "A5", .theme = &theme, .impose = impose})
      .value;
}

}  // namespace

TEST_CASE("A booklet's start margin is at the fold on both sides of a leaf, in both directions") {
  for (const char* language : {"en", "ar"}) {
    const Pages pages = bound(language, Impose::booklet);
    REQUIRE(pages.pages.size() > 3);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      const Page& page = pages.pages[i];
      const double width = page.size.width.pt();
      const Extent all = extent(page, 0, page.size.height.pt());
      const bool fold_at_the_left = (std::string(language) == "en") == (i % 2 == 0);
      INFO(language << ", page " << i + 1);
      CHECK(all.left > (fold_at_the_left ? at_the_fold : outside).pt() - 4);
      CHECK(all.right < width - (fold_at_the_left ? outside : at_the_fold).pt() + 4);
      // The page's number is at the outer edge.
      const Extent folio = extent(page, page.size.height.pt() * 0.93, page.size.height.pt());
      CHECK((folio.left + folio.right > width) == fold_at_the_left);
    }
  }
}

TEST_CASE("Pages that are not bound all have the same margins") {
  for (const char* language : {"en", "ar"}) {
    const Pages pages = bound(language, Impose::none);
    const Extent first = extent(pages.pages[1], 100, 400);
    const Extent second = extent(pages.pages[2], 100, 400);
    CHECK(first.left == Approx(second.left).margin(4));
    CHECK(first.right == Approx(second.right).margin(4));
  }
}
