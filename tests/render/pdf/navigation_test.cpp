#include "render/pdf/navigation.h"

#include "render/pdf/metadata.h"
#include "render/pdf/output_intent.h"
#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

TEST_CASE("A link to an address is an annotation over its rectangles that says what it is") {
  Pages pages = one_page("en");
  const auto link = add_node(pages, Role::link, add_node(pages, Role::paragraph));
  pages.pages[0].links.push_back(
      {{{300_pt, 30_pt, 60_pt, 12_pt}, {40_pt, 44_pt, 80_pt, 12_pt}}, "https://example.org/a(b)", "Join us", link});
  const std::string file = readable(pages);
  CHECK(contains(file,
                 "/Rect [40 144 360 170]\n/QuadPoints [300 170 360 170 300 158 360 158 40 156 120 156 40 144 "
                 "120 144 ]\n/Border [0 0 0]\n/F 4\n/Contents (Join us)\n"
                 "/A <</S /URI /URI (https://example.org/a\\(b\\))>>\n/StructParent 1\n"));
  CHECK(contains(file, "/K <</Type /OBJR /Obj "));
  CHECK(contains(PdfFile(file).ask({"qpdf", "--check", "{}"}), "No syntax"));
}

TEST_CASE("A link inside the document leads to a named destination, and one to nowhere is left out") {
  Pages pages = one_page("en");
  pages.destinations = {{"what-can-you-do", 0, 50_pt}, {"join", 0, 80_pt}};
  pages.pages[0].links.push_back({{{40_pt, 30_pt, 60_pt, 12_pt}}, "#join", "", StructureId::artefact});
  pages.pages[0].links.push_back({{{40_pt, 50_pt, 60_pt, 12_pt}}, "#gone", "", StructureId::artefact});
  const std::string file = readable(pages);
  CHECK(contains(file, "/Contents (#join)\n/A <</S /GoTo /D (join)>>"));
  CHECK(contains(file, "/Names [(join) ["));
  CHECK(contains(file, "/XYZ null 120 null]\n(what-can-you-do) ["));
  CHECK_FALSE(contains(file, "(gone)"));
}

TEST_CASE("The file says its title, author, language and direction, twice where two readers look") {
  Pages pages = one_page("ar");
  pages.title = "حقوق <العمال> & more";
  pages.author = "النقابة";
  pages.description = "صفحة";
  pages.date = "2026-05-01";
  pages.last_modified = "2026-05-02T10:30:00+02:00";
  const std::string file = readable(pages);
  CHECK(contains(file, "/Lang <6172>"));
  CHECK(contains(file, "/DisplayDocTitle true\n/Direction /R2L"));
  CHECK(contains(file, "<rdf:li xml:lang=\"x-default\">حقوق &lt;العمال&gt; &amp; more</rdf:li>"));
  CHECK(contains(file, "<xmp:CreateDate>2026-05-01</xmp:CreateDate>"));
  CHECK(contains(file, "<xmp:ModifyDate>2026-05-02T10:30:00+02:00</xmp:ModifyDate>"));
  const std::string information = PdfFile(file).ask({"pdfinfo", "-rawdates", "{}"});
  CHECK(contains(information, "حقوق <العمال> & more"));
  CHECK(contains(information, "Producer:        Handbill"));
  CHECK(contains(information, "CreationDate:    D:20260501\n"));
  CHECK(contains(information, "ModDate:         D:20260502103000+02'00'\n"));
  CHECK(contains(information, "Tagged:          yes"));
}

TEST_CASE("The file claims the standards that it follows, and no more") {
  const Pages pages = one_page("en");
  const std::string accessible = readable(pages);
  CHECK(contains(accessible, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"));
  CHECK(contains(accessible, "<pdfuaid:part>1</pdfuaid:part>"));
  CHECK(contains(accessible, "/S /GTS_PDFA1\n/OutputConditionIdentifier (sRGB)"));
  const std::string visual = pdf::write(pages, {.compress = false, .conformance = pdf::Conformance::visual});
  CHECK(contains(visual, "<pdfaid:conformance>B</pdfaid:conformance>"));
  CHECK_FALSE(contains(visual, "pdfuaid"));
}

TEST_CASE("The colour profile is sRGB's, written on no particular day") {
  const std::string& profile = pdf::srgb_profile();
  CHECK(profile.substr(8, 2) == std::string("\x04\x20"));
  CHECK(profile.substr(12, 12) == "mntrRGB XYZ ");
  CHECK(profile.substr(24, 6) == std::string("\x07\xCF\x00\x0A\x00\x12", 6));
  CHECK(profile == pdf::srgb_profile());
}

TEST_CASE("A left-to-right document says nothing of its direction, and one without dates has none") {
  const std::string file = readable(one_page("en"));
  CHECK_FALSE(contains(file, "/Direction"));
  CHECK_FALSE(contains(file, "Date"));
}

TEST_CASE("Dates are read as front matter writes them") {
  const auto pdf = [](std::string_view text) {
    const auto read = pdf::read_date_time(text);
    return read ? read->pdf() + " " + read->xmp() : "none";
  };
  CHECK(pdf("2026-05-01") == "D:20260501 2026-05-01");
  CHECK(pdf("2026-05-01 10:30") == "D:20260501103000 2026-05-01T10:30:00");
  CHECK(pdf("2026-05-01T10:30:05Z") == "D:20260501103005Z 2026-05-01T10:30:05Z");
  CHECK(pdf("2026-05-01T10:30:05.123-05:30") == "D:20260501103005-05'30' 2026-05-01T10:30:05-05:30");
  CHECK(pdf("2026-05-01 25:00") == "D:20260501 2026-05-01");
  CHECK(pdf("2026-02-30") == "none");
  CHECK(pdf("1 May 2026") == "none");
  CHECK(pdf("") == "none");
}
