// Sheets and single pages as a printer gets them: boxes, marks, pages that are in the file once.
#include <algorithm>

#include "imposition/sheets.h"
#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

Pages pages_of(std::string_view tag, std::size_t count) {
  Pages pages = one_page(tag);
  const auto paragraph = add_node(pages, Role::paragraph);
  pages.pages.resize(count, pages.pages.front());
  for (std::size_t i = 0; i < count; ++i) {
    pages.pages[i].bleed = 9_pt;
    LineSample sample{.language = language(tag), .colour = {200, 0, 0}, .structure = paragraph};
    add(pages.pages[i], line(sample, Direction::left_to_right,
                             {{face("NotoSans-Regular.ttf"), "Page number " + std::to_string(i + 1)}}));
  }
  return pages;
}

std::string sheets_of(const Pages& pages, const Imposition& how, bool compress = false, std::size_t workers = 1) {
  const std::vector documents{&pages};
  const auto sheets = impose({.how = how, .documents = documents, .marks = {.crop = true}, .inner_margin = 20_pt});
  REQUIRE_FALSE(sheets.value.sides.empty());
  return pdf::write(sheets.value, documents, {.compress = compress, .workers = workers});
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

/// With one space wherever there are several.
std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  return out;
}

const Imposition four_up{.kind = Impose::n_up, .up = 4, .sheet = "A3", .fill = Fill::same};

}  // namespace

TEST_CASE("A page that is placed several times is in the file once") {
  const std::string file = sheets_of(pages_of("en", 2), four_up);
  CHECK(count(file, "/Subtype /Form") == 2);
  CHECK(count(file, "/P1 Do") == 4);
  CHECK(count(file, "/P2 Do") == 4);
  CHECK(count(file, "] TJ") == 2);
}

TEST_CASE("Sheets are sound, say how to print them and claim what they are") {
  const std::string file = sheets_of(pages_of("en", 5), {.kind = Impose::booklet, .sheet = "A3"});
  CHECK(contains(PdfFile(file).ask({"qpdf", "--check", "{}"}), "No syntax or stream encoding errors found"));
  CHECK(contains(file, "/Duplex /DuplexFlipShortEdge"));
  CHECK(contains(file, "/PrintScaling /None"));
  CHECK(contains(file, "<pdfaid:conformance>B</pdfaid:conformance>"));
  CHECK_FALSE(contains(file, "/StructTreeRoot"));
  CHECK_FALSE(contains(file, "/MCID"));
}

TEST_CASE("A booklet that is bound right says that it is read from the right") {
  const Imposition booklet{.kind = Impose::booklet, .sheet = "A3"};
  CHECK(contains(sheets_of(pages_of("ar", 3), booklet), "/Direction /R2L"));
  CHECK_FALSE(contains(sheets_of(pages_of("en", 3), booklet), "/Direction /R2L"));
}

TEST_CASE("The same sheets give the same bytes, on however many threads") {
  CHECK(sheets_of(pages_of("en", 3), four_up, true) == sheets_of(pages_of("en", 3), four_up, true));
  CHECK(sheets_of(pages_of("en", 30), four_up, true, 4) == sheets_of(pages_of("en", 30), four_up, true));
}

TEST_CASE("A sheet's boxes are the sheet, the cut pages and their bleed") {
  const PdfFile file(sheets_of(pages_of("en", 2), {.kind = Impose::n_up, .up = 2, .sheet = "A3", .fill = Fill::same}));
  const std::string boxes = squeezed(file.ask({"pdfinfo", "-box", "-f", "1", "-l", "2", "{}"}));
  // Two pages of 400 by 200 with 9 of bleed around each, in the middle of A3.
  CHECK(contains(boxes, "Page 1 MediaBox: 0.00 0.00 841.89 1190.55"));
  CHECK(contains(boxes, "Page 1 TrimBox: 220.94 386.28 620.94 804.28"));
  CHECK(contains(boxes, "Page 1 BleedBox: 211.94 377.28 629.94 813.28"));
  CHECK(contains(boxes, "Page 2 TrimBox: 220.94 386.28 620.94 804.28"));
}

TEST_CASE("A page by itself keeps its coordinates, whatever stands around it") {
  const Pages pages = pages_of("en", 1);
  const std::string plain = PdfFile(pages).ask({"pdfinfo", "-box", "{}"});
  CHECK(contains(plain, "MediaBox:           -9.00    -9.00   409.00   209.00"));
  CHECK(contains(plain, "BleedBox:           -9.00    -9.00   409.00   209.00"));
  CHECK(contains(plain, "TrimBox:             0.00     0.00   400.00   200.00"));
  const PdfFile marked(pdf::write(pages, {.compress = false, .marks = {.crop = true, .bars = true}}));
  const std::string boxes = marked.ask({"pdfinfo", "-box", "{}"});
  CHECK(contains(boxes, "MediaBox:          -26.01   -26.01   426.01   226.01"));
  CHECK(contains(boxes, "BleedBox:           -9.00    -9.00   409.00   209.00"));
  CHECK(contains(boxes, "TrimBox:             0.00     0.00   400.00   200.00"));
  CHECK(contains(marked.bytes(), "/Artifact <</Type /Layout>> BDC"));
  CHECK(contains(marked.ask({"qpdf", "--check", "{}"}), "No syntax"));
  CHECK(marked.text() == PdfFile(pages).text());
}
