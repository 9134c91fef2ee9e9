#include "render/pdf/pdf.h"

#include <algorithm>

#include "render/pdf/sample.h"
#include "support/catch.h"
#include "support/golden.h"

using namespace handbill;
using namespace handbill::test;

namespace {

constexpr auto ltr = Direction::left_to_right;
constexpr auto rtl = Direction::right_to_left;

LineSample at(Length y, std::string_view tag, StructureId structure = StructureId::artefact) {
  LineSample sample;
  sample.baseline = {40_pt, y};
  sample.language = language(tag);
  sample.structure = structure;
  return sample;
}

Pages english() {
  Pages pages = one_page("en");
  const auto heading = add_node(pages, Role::heading1);
  const auto paragraph = add_node(pages, Role::paragraph);
  const auto serif = face("NotoSerif-Regular.ttf");
  Page& page = pages.pages[0];
  add(page, line(at(40_pt, "en", heading), ltr, {{face("NotoSans-Bold.ttf"), "What can you do?"}}));
  add(page, line(at(70_pt, "en", paragraph), ltr, {{serif, "Find the ffi in the office (it’s 5 % off)"}}));
  add(page, line(at(90_pt, "en", paragraph), ltr, {{serif, "and — naïvely — join."}}));
  page.marks.emplace_back(PlacedBox{{40_pt, 100_pt, 320_pt, 1_pt}, {200, 0, 0}, Length(), StructureId::artefact});
  return pages;
}

Pages arabic() {
  Pages pages = one_page("ar");
  const auto paragraph = add_node(pages, Role::paragraph);
  const auto naskh = face("NotoNaskhArabic-Regular.ttf");
  const auto sans = face("NotoSansArabic-Regular.ttf");
  const auto latin = face("NotoSans-Regular.ttf");
  Page& page = pages.pages[0];
  add(page, line(at(40_pt, "ar", paragraph), rtl, {{naskh, "لا يولد جميع الناس أحراراً إلا كلٌّ", 1}}));
  add(page, line(at(70_pt, "ar", paragraph), rtl,
                 {{sans, "انضموا في ", 1},
                  {sans, "12", 2},
                  {sans, " مايو ", 1},
                  {latin, "(", 1},
                  {sans, "أيار", 1},
                  {latin, ")", 1},
                  {sans, "، من ", 1},
                  {sans, "١٠", 2},
                  {sans, " صباحاً حتى ", 1},
                  {sans, "1,500", 2},
                  {sans, " عاملٍ", 1},
                  {latin, ".", 1}}));
  add(page, line(at(100_pt, "ar", paragraph), rtl,
                 {{sans, "الموقع ", 1}, {latin, "https://example.org/a-b/", 2}, {sans, " مفتوح", 1}}));
  return pages;
}

}  // namespace

TEST_CASE("A small page's content stream is what it was when a person last read it") {
  EXPECT_GOLDEN("english-content.txt", content_of(readable(english())));
  EXPECT_GOLDEN("arabic-content.txt", content_of(readable(arabic())));
}

TEST_CASE("qpdf has nothing to say against the file") {
  CHECK(contains(PdfFile(english()).ask({"qpdf", "--check", "{}"}), "No syntax or stream encoding errors found"));
  CHECK(contains(PdfFile(arabic()).ask({"qpdf", "--check", "{}"}), "No syntax or stream encoding errors found"));
  CHECK(contains(PdfFile(readable(arabic())).ask({"qpdf", "--check", "{}"}), "No syntax"));
}

TEST_CASE("The same pages give the same bytes") {
  CHECK(pdf::write(english()) == pdf::write(english()));
  CHECK(pdf::write(arabic()) == pdf::write(arabic()));
  CHECK(pdf::write(english()) != pdf::write(arabic()));
}

TEST_CASE("The bytes do not depend on how many threads write them") {
  for (const Pages& sample : {english(), arabic()}) {
    Pages pages = sample;
    pages.pages.resize(40, sample.pages.front());
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      // Other letters and faces on every page, so that it matters which page is first; what comes first takes long.
      for (std::size_t more = 0; i % 4 == 0 && more < 30; ++more)
        add(pages.pages[i], line(at(50_pt, "en"), ltr, {{face("NotoSans-Regular.ttf"), "Find the ffi in the office"}}));
      const std::string words = "Page " + std::string(1, static_cast<char>('A' + i % 26)) + std::to_string(i);
      const auto other = face(i % 7 == 3 ? "NotoSansMono-Regular.ttf" : "NotoSans-Bold.ttf");
      add(pages.pages[i], line(at(100_pt, "en"), ltr, {{other, words}}));
    }
    const std::string one = pdf::write(pages, {.workers = 1});
    for (const std::size_t workers : {0, 2, 3, 8}) CHECK(pdf::write(pages, {.workers = workers}) == one);
  }
}

TEST_CASE("The file's identifier is made from what is in it") {
  const auto identifier = [](const Pages& pages) {
    const std::string file = pdf::write(pages);
    return file.substr(file.rfind("/ID"), 80);
  };
  Pages other = english();
  other.title = "Another";
  CHECK(identifier(english()) == identifier(english()));
  CHECK(identifier(english()) != identifier(other));
}

TEST_CASE("English text comes out as it went in") {
  CHECK(PdfFile(english()).text() ==
        "What can you do? Find the ffi in the office (it’s 5 % off) and — naïvely — join.");
}

TEST_CASE("Arabic text comes out as it went in, with its signs, numbers, brackets and addresses") {
  CHECK(PdfFile(arabic()).text() ==
        "لا يولد جميع الناس أحراراً إلا كلٌّ انضموا في 12 مايو (أيار)، من ١٠ صباحاً حتى 1,500 عاملٍ. "
        "الموقع https://example.org/a-b/ مفتوح");
}

TEST_CASE("A right-to-left word comes out of a left-to-right page, and the other way round") {
  const auto sans = face("NotoSans-Regular.ttf");
  const auto hebrew = face("NotoSansHebrew-Regular.ttf");
  Pages pages = one_page("nl");
  add(pages.pages[0],
      line(at(40_pt, "nl"), ltr, {{sans, "Het woord "}, {hebrew, "שלום", 1}, {sans, " betekent vrede."}}));
  CHECK(PdfFile(pages).text() == "Het woord שלום betekent vrede.");
  pages = one_page("he");
  add(pages.pages[0],
      line(at(40_pt, "he"), rtl, {{hebrew, "המילה ", 1}, {sans, "vrede (nl)", 2}, {hebrew, " שלום", 1}}));
  CHECK(PdfFile(pages).text() == "המילה vrede (nl) שלום");
}

TEST_CASE("A word broken by a hyphen comes out whole") {
  const auto serif = face("NotoSerif-Regular.ttf");
  Pages pages = one_page("nl");
  auto first = line(at(40_pt, "nl"), ltr, {{serif, "de vakbonds"}, {serif, "-"}});
  change(first[1], [](LineRun& run) {
    run.generated = true;
    run.begin = run.end;
  });
  add(pages.pages[0], first);
  add(pages.pages[0], line(at(56_pt, "nl"), ltr, {{serif, "leden komen"}}));
  CHECK(PdfFile(pages).text() == "de vakbondsleden komen");
}

TEST_CASE("A word that is drawn out comes out as it was written") {
  const auto naskh = face("NotoNaskhArabic-Regular.ttf");
  const GlyphId stroke = naskh->glyph(U'\u0640').value();
  Pages pages = one_page("ar");
  auto runs = line(at(40_pt, "ar"), rtl, {{naskh, "لأنهم سألوا عن الحرية", 1}});
  for (const std::uint32_t letter : {19U, 19U, 6U})
    change(runs.front(), [&](LineRun& run) {
      const auto before = std::find_if(run.glyphs.begin(), run.glyphs.end(),
                                       [&](const Glyph& glyph) { return glyph.cluster == letter; });
      run.glyphs.insert(before, {stroke, letter, static_cast<float>(naskh->advance(stroke)), 0, 0});
    });
  add(pages.pages[0], runs);
  CHECK(PdfFile(pages).text() == "لأنهم سألوا عن الحرية");
  CHECK(contains(content_of(readable(pages)), "/Span <</ActualText <FEFF064A>>> BDC"));
}

TEST_CASE("A run that is scaled takes the width it says, and the next one stands beside it") {
  const auto mono = face("NotoSansMono-Regular.ttf");
  Pages pages = one_page("en");
  auto runs = line(at(40_pt, "en"), ltr, {{mono, "aa"}, {mono, "bb"}});
  for (PlacedRun& placed : runs) change(placed, [](LineRun& run) { run.scale = 0.5; });
  runs[1].baseline.x = 40_pt + runs[0].run->width * 0.5;
  add(pages.pages[0], runs);
  CHECK(content_of(readable(pages)) ==
        "/Artifact <</Type /Pagination>> BDC\nBT\n/F1 12 Tf\n50 Tz\n40 160 Td\n[<0001000100020002>] TJ\nET\nEMC\n");
}

TEST_CASE("Cells of a row come out apart, in both directions") {
  const auto sans = face("NotoSans-Regular.ttf");
  const auto hebrew = face("NotoSansHebrew-Regular.ttf");
  Pages pages = one_page("en");
  add(pages.pages[0], line(at(40_pt, "en"), ltr, {{sans, "Day"}}));
  LineSample second = at(40_pt, "en");
  second.baseline.x = 80_pt;
  add(pages.pages[0], line(second, ltr, {{sans, "What happens"}}));
  CHECK(PdfFile(pages).text() == "Day What happens");
  pages = one_page("he");
  second.language = language("he");
  second.baseline.x = 300_pt;
  add(pages.pages[0], line(second, rtl, {{hebrew, "יום", 1}}));
  add(pages.pages[0], line(at(40_pt, "he"), rtl, {{hebrew, "מה קורה", 1}}));
  CHECK(PdfFile(pages).text() == "יום מה קורה");
}

TEST_CASE("Only embedded subsets with ToUnicode are used") {
  const std::string fonts = PdfFile(arabic()).ask({"pdffonts", "{}"});
  std::size_t count = 0;
  for (std::size_t at = 0; (at = fonts.find("CID TrueType", at)) != std::string::npos; ++at, ++count)
    CHECK(fonts.substr(fonts.find("yes", at), 11) == "yes yes yes");
  CHECK(count == 3);
  CHECK(contains(fonts, "+NotoNaskhArabic"));
}

TEST_CASE("A page without marks, and a document without structure, are sound") {
  Pages pages = one_page("en");
  pages.structure.clear();
  CHECK(contains(PdfFile(pages).ask({"qpdf", "--check", "{}"}), "No syntax"));
  add(pages.pages[0], line(at(40_pt, "en"), ltr, {{face("NotoSerif-Regular.ttf"), "Plain"}}));
  CHECK_FALSE(contains(readable(pages), "BDC"));
  CHECK(PdfFile(pages).text() == "Plain");
}

TEST_CASE("A character that the face does not have is drawn as a box, not as .notdef, and can be copied") {
  const auto arabic = face("NotoSansArabic-Regular.ttf");
  Pages pages = one_page("en");
  const auto paragraph = add_node(pages, Role::paragraph);
  add(pages.pages[0], line(at(40_pt, "en", paragraph), ltr, {{arabic, "1x2"}}));
  const std::string content = content_of(readable(pages));
  CHECK(contains(content, " re\nS\nQ\nEMC\n"));
  CHECK_FALSE(contains(content, "0000"));
  CHECK(contains(PdfFile(pages).text(), "1x"));
}

TEST_CASE("Pages have their own sizes, labels and place in the outline") {
  Pages pages = one_page("ar");
  pages.pages.emplace_back();
  pages.pages[0].label = "١";
  pages.pages[1].size = {200_pt, 400_pt};
  pages.pages[1].label = "٢";
  pages.outline = {{"بداية", 1, 0, 20_pt}, {"تحتها", 3, 0, 80_pt}, {"النهاية", 1, 1, 30_pt}};
  const std::string file = readable(pages);
  CHECK(contains(file, "/MediaBox [ 0 0 400 200 ]"));
  CHECK(contains(file, "/MediaBox [ 0 0 200 400 ]"));
  CHECK(contains(file, "/Nums [0 <</P <FEFF0661>>>\n1 <</P <FEFF0662>>>\n]"));
  const std::string outline = PdfFile(file).ask({"qpdf", "--json", "--json-key=outlines", "{}"});
  CHECK(contains(outline, "\"title\": \"تحتها\""));
  CHECK(contains(outline, "\"destpageposfrom1\": 2"));
}
