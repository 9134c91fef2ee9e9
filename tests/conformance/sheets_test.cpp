// What goes to a printer passes as an archive's file: sheets of every kind, in colour, in grey and in four inks.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "conformance/validators.h"
#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* project = R"(site: https://example.org
source: en
locales: [en, nl, ar]
editions:
  flyer: {as: pdf, layout: flyer, paper: A5, colour: cmyk, bleed: 3mm, marks: [crop, bars]}
  two: {as: pdf, layout: flyer, paper: A5, bleed: 3mm, impose: 2-up, sheet: SRA4, marks: [crop, bars]}
  booklet: {as: pdf, layout: handout, paper: A5, impose: booklet, sheet: SRA4, thickness: 0.1mm, marks: [crop, fold, bars]}
  together: {as: pdf, layout: flyer, paper: A6, impose: languages, sheet: A3}
  grey-two: {as: pdf, layout: flyer, paper: A5, impose: 2-up, colour: grey}
  press-two: {as: pdf, layout: flyer, paper: A5, impose: 2-up, sheet: SRA4, colour: cmyk, marks: [crop, bars]}
  press-booklet: {as: pdf, layout: handout, paper: A5, impose: booklet, colour: cmyk}
  press-together: {as: pdf, layout: flyer, paper: A6, impose: languages, sheet: A3, colour: cmyk}
  handout: false
  book: false
  text: false
)";

/// This project's content and the validators' own pages, as a printer gets them.
class PrintShop {
 public:
  PrintShop() {
    const auto recursive = fs::copy_options::recursive;
    for (const char* part : {"content", "locales"}) fs::copy(fs::path(HANDBILL_ROOT) / part, folder_ / part, recursive);
    fs::copy(fs::path(HANDBILL_TEST_FOLDER) / "pages", folder_ / "content", recursive);
    std::ofstream(folder_ / "handbill.yaml") << project;
    handbill({"build", "-o", (folder_ / "out").string()}, folder_.path());
  }

  /// The files that claim to be PDF/A at a level: "A" or "B".
  std::vector<fs::path> claiming(const std::string& level) const {
    std::vector<fs::path> files;
    for (const auto& printed : only(files_in(folder_ / "out"), ".pdf"))
      if (bytes_of(printed.path).find("<pdfaid:conformance>" + level + "<") != std::string::npos)
        files.push_back(printed.path);
    return files;
  }

 private:
  TemporaryFolder folder_;
};

/// How many are meant for the press.
std::ptrdiff_t in_four_inks(const std::vector<fs::path>& files) {
  return std::ranges::count_if(files, [](const fs::path& file) {
    return run({"qpdf", "--qdf", "--object-streams=disable", file.string(), "-"}).out.find("(FOGRA39)") !=
           std::string::npos;
  });
}

}  // namespace

TEST_CASE("veraPDF finds no fault with anything for a printer") {
  const PrintShop shop;
  const auto sheets = shop.claiming("B");
  const auto pages = shop.claiming("A");
  CHECK(sheets.size() >= 50);
  CHECK(in_four_inks(sheets) >= 20);
  CHECK(in_four_inks(pages) >= 6);
  CHECK(verapdf_faults(sheets, "2b") == "");
  // Pages by themselves keep their tags, whatever they are printed with.
  CHECK(verapdf_faults(pages, "2b") == "");
  CHECK(verapdf_faults(pages, "2a") == "");
  CHECK(verapdf_faults(pages, "ua1") == "");
}

}  // namespace handbill::test
