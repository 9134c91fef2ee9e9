// The picture of a page shows what the page's PDF prints.
#include "core/image.h"
#include "layout/fixture.h"
#include "render/pdf/pdf.h"
#include "render/pdf/sample.h"
#include "render/svg/picture.h"
#include "render/svg/svg.h"
#include "support/catch.h"
#include "support/process.h"

using namespace handbill;
using namespace handbill::test;

namespace {

// Poppler and librsvg soften edges each in its own way and may round a glyph's place by an eighth of a pixel, which
// the neighbours of a pixel make up for: of the letters, nothing is misplaced then. Of a row of dots half a point wide
// one program draws more grey than the other. One letter in a thousand at another place is more than this.
constexpr double tolerance = 0.0005;

constexpr std::string_view english =
    "---\ntitle: What can you do?\nsubtitle: Friday, 12:30\n---\n\nAn *office* is a place of **work**: fi, ffl, "
    "“AV To”, 1,250 m².\n\n- [ ] Ask[^1] [a colleague](https://example.org/a)\n- Join `room-214`\n\n"
    "> Nobody is alone.\n\n| Day | Hour |\n| --- | ---: |\n| Monday | 9.30 |\n| ~~Friday~~ | 12 |\n\n"
    "{{< button href=\"/join\" >}}Join{{< /button >}}\n\n[^1]: Or tell.\n";
constexpr std::string_view arabic =
    "---\ntitle: ماذا تستطيع أن تفعل؟\nsubtitle: الجمعة 12:30\n---\n\nالمكتب مكان *عمل*: كلٌّ، لا إله، «أحراراً» "
    "office (1,250).\n\n- [ ] اسألْ[^1] [زميلاً](https://example.org/a)\n- انضم إلى `room-214`\n\n> لا أحد وحده.\n\n"
    "| اليوم | الساعة |\n| --- | ---: |\n| الاثنين | 9.30 |\n| ~~الجمعة~~ | 12 |\n\n"
    "{{< button href=\"/join\" >}}انضموا{{< /button >}}\n\n[^1]: أو قل.\n";

Pages laid_out(std::string_view markdown, const std::string& language, LayoutKind layout) {
  return lay_out_markdown(markdown, {.language = language, .layout = layout}).value;
}

double unlikeness(const Pages& pages) {
  return misplaced(draw_pdf(pdf::write(pages)), draw_svg(svg::file(pages, 0)));
}

bool can_draw() {
  return has_program("pdftoppm") && has_program("rsvg-convert");
}

}  // namespace

TEST_CASE("The picture of a page looks like its PDF, in both directions and layouts") {
  if (!can_draw()) return;
  for (const LayoutKind layout : {LayoutKind::flyer, LayoutKind::handout}) {
    INFO("layout " << int(layout));
    CHECK(unlikeness(laid_out(english, "en", layout)) < tolerance);
    CHECK(unlikeness(laid_out(arabic, "ar", layout)) < tolerance);
  }
}

TEST_CASE("Groups are turned as the PDF turns them, and images cut as it cuts them") {
  if (!can_draw()) return;
  Pages pages = one_page("en");
  const auto sans = face("NotoSans-Regular.ttf");
  const auto dot = DiskFiles().read(HANDBILL_ROOT "/tests/render/samples/dot.png", 1 << 20);
  REQUIRE(dot.ok());
  const ImagePtr image = read_image(dot.bytes, "dot.png", {}).value;
  for (const int turns : {0, 1, 2, 3}) {
    PlacedGroup group{.origin = {Length::points(60 + 80 * turns), 100_pt}, .quarter_turns = turns, .marks = {}};
    LineSample sample;
    sample.baseline = {5_pt, 20_pt};
    sample.language = language("en");
    for (const PlacedRun& run : line(sample, Direction::left_to_right, {{sans, "Join us"}}))
      group.marks.emplace_back(run);
    group.marks.emplace_back(PlacedBox{.rect = {0_pt, 0_pt, 30_pt, 5_pt}, .colour = black});
    group.marks.emplace_back(
        PlacedImage{.image = image, .rect = {0_pt, 25_pt, 40_pt, 40_pt}, .visible = Rect{5_pt, 30_pt, 30_pt, 10_pt}});
    pages.pages[0].marks.emplace_back(group);
  }
  CHECK(unlikeness(pages) < tolerance);
}

TEST_CASE("A glyph that is missing or moved by a point would be noticed") {
  if (!can_draw()) return;
  for (const auto& pages :
       {laid_out(english, "en", LayoutKind::handout), laid_out(arabic, "ar", LayoutKind::handout)}) {
    const Picture printed = draw_pdf(pdf::write(pages));
    Pages moved = pages;
    Pages lost = pages;
    for (std::size_t i = 0; i < pages.pages[0].marks.size(); ++i) {
      auto* run = std::get_if<PlacedRun>(&moved.pages[0].marks[i]);
      if (run == nullptr || run->run->glyphs.size() < 5) continue;
      change(*run, [](LineRun& line) { line.glyphs[2].dx += float(1_pt / line.size); });
      change(std::get<PlacedRun>(lost.pages[0].marks[i]), [](LineRun& line) { line.glyphs[2].id = 3; });
      break;
    }
    CHECK(misplaced(printed, draw_svg(svg::file(moved, 0))) > tolerance);
    CHECK(misplaced(printed, draw_svg(svg::file(lost, 0))) > tolerance);
  }
}
