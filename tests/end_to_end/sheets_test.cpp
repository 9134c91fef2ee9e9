// Sheets that the real program makes, looked at by the programs that a printer would use.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string_view>

#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* project = R"(site: https://example.org
source: en
locales: [en, ar]
editions:
  flyer: {as: pdf, layout: flyer, paper: A5}
  single: {as: pdf, layout: flyer, paper: A5, bleed: 3mm, sections: [intro, what-can-you-do]}
  card: {as: pdf, layout: flyer, paper: A6, sections: [intro, what-can-you-do]}
  handout: {as: pdf, layout: handout, paper: A5}
  two: {as: pdf, layout: flyer, paper: A5, bleed: 3mm, sections: [intro, what-can-you-do], impose: 2-up, sheet: SRA4, duplex: long-edge, fill: same}
  four: {as: pdf, layout: flyer, paper: A6, sections: [intro, what-can-you-do], impose: 4-up, fill: same}
  booklet: {as: pdf, layout: handout, paper: A5, impose: booklet, thickness: 0.1mm}
  together: {as: pdf, layout: flyer, paper: A5, sections: [intro, what-can-you-do], impose: languages}
  book: false
  text: false
)";

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// A project with the content of this one and editions for every kind of sheet.
class PrintShop {
 public:
  PrintShop() {
    for (const char* part : {"content", "locales"})
      fs::copy(fs::path(HANDBILL_ROOT) / part, folder_ / part, fs::copy_options::recursive);
    write(folder_ / "handbill.yaml", project);
    const auto built = handbill({"build", "tech-workers", "-o", (folder_ / "out").string()}, folder_.path());
    INFO(built.err);
    REQUIRE(built.status == 0);
  }

  fs::path file(const std::string& locale, const std::string& edition) const {
    return folder_ / "out" / locale / ("tech-workers-" + edition + ".pdf");
  }

  std::string sheets(const std::string& locale, const std::string& edition) const {
    return handbill({"build", "tech-workers", "-l", locale, "-e", edition, "--dump", "sheets"}, folder_.path()).out;
  }

  const TemporaryFolder& folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

const PrintShop& shop() {
  static const PrintShop made;
  return made;
}

/// At 254 dots an inch a pixel is a tenth of a millimetre, and every page here lies on whole ones.
constexpr double dots = 254;

/// In pixels, from the top left corner.
struct Area {
  int x = 0, y = 0, width = 0, height = 0;
};

struct Placed {
  std::size_t side = 0;
  int page = 0;
  bool turned = false;
  Area sheet, trim, clip;
};

int whole_pixels(double points) {
  const double pixels = points * dots / 72;
  INFO(points << " pt");
  REQUIRE(std::abs(pixels - std::round(pixels)) < .02);  // points are said to hundredths
  return static_cast<int>(std::lround(pixels));
}

/// Reads what --dump sheets says.
std::vector<Placed> placed_pages(const std::string& sheets) {
  std::vector<Placed> all;
  std::istringstream lines(sheets);
  Placed one;
  for (std::string text; std::getline(lines, text);) {
    double w = 0, h = 0;
    char label[16];
    if (std::sscanf(text.c_str(), "side %15s %lf x %lf", label, &w, &h) == 3) {
      ++one.side;
      one.sheet = {0, 0, whole_pixels(w), whole_pixels(h)};
    }
    int document = 0;
    double t[4], c[4];
    if (std::sscanf(text.c_str(), " page %d/%d %15s at %lf,%lf %lf x %lf clip %lf,%lf %lf x %lf", &document, &one.page,
                    label, &t[0], &t[1], &t[2], &t[3], &c[0], &c[1], &c[2], &c[3]) != 11)
      continue;
    one.turned = std::string(label) == "turned";
    one.trim = {whole_pixels(t[0]), whole_pixels(t[1]), whole_pixels(t[2]), whole_pixels(t[3])};
    one.clip = {whole_pixels(c[0]), whole_pixels(c[1]), whole_pixels(c[2]), whole_pixels(c[3])};
    all.push_back(one);
  }
  return all;
}

/// As the PDF has it: points, to thousandths.
std::string points(int pixels) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", pixels * 72 / dots);
  return text;
}

/// The media box that makes a page by itself the sheet on which it is placed.
std::string sheet_around(const Placed& placed) {
  const Area& trim = placed.trim;
  const int right = placed.sheet.width - trim.x;
  const int below = placed.sheet.height - trim.y - trim.height;
  const int above = placed.sheet.height - below;
  std::ostringstream box;
  if (placed.turned) {
    const int edge = trim.x + trim.width;
    box << points(edge - placed.sheet.width) << ' ' << points(-trim.y) << ' ' << points(edge) << ' '
        << points(placed.sheet.height - trim.y) << " ] /Rotate 180";
  } else {
    box << points(-trim.x) << ' ' << points(-below) << ' ' << points(right) << ' ' << points(above) << " ]";
  }
  return "/MediaBox [ " + box.str();
}

/// A PPM file's pixels.
struct Picture {
  int width = 0;
  int height = 0;
  std::string bytes;

  explicit Picture(const std::string& ppm) {
    int read = 0;
    REQUIRE(std::sscanf(ppm.c_str(), "P6 %d %d 255%n", &width, &height, &read) == 2);
    bytes = ppm.substr(static_cast<std::size_t>(read) + 1);
    REQUIRE(bytes.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  }

  /// The part of a line that is inside an area, three bytes for every pixel.
  std::string_view line(int y, const Area& area) const {
    const auto pixels =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(area.x);
    return std::string_view(bytes).substr(pixels * 3, static_cast<std::size_t>(area.width) * 3);
  }
};

Picture picture(const fs::path& pdf, std::size_t page) {
  const TemporaryFolder work;
  const std::string number = std::to_string(page);
  REQUIRE(run({"pdftoppm", "-r", std::to_string(static_cast<int>(dots)), "-f", number, "-l", number, "-singlefile",
               pdf.string(), (work / "page").string()})
              .status == 0);
  return Picture(bytes_of(work / "page.ppm"));
}

/// A page by itself, on a sheet that is put around it.
Picture alone_on_sheet(const fs::path& pdf, const Placed& placed) {
  const TemporaryFolder work;
  REQUIRE(run({"qpdf", "--qdf", "--object-streams=disable", pdf.string(), "--pages", ".", std::to_string(placed.page),
               "--", (work / "one.pdf").string()})
              .status == 0);
  std::string text = bytes_of(work / "one.pdf");
  const std::size_t box = text.find("/MediaBox [");
  REQUIRE(box != std::string::npos);
  text.replace(box, text.find(']', box) + 1 - box, sheet_around(placed));
  write(work / "edited.pdf", text);
  write(work / "placed.pdf", run({"fix-qdf", (work / "edited.pdf").string()}).out);
  return picture(work / "placed.pdf", 1);
}

/// How many pixels inside `area` are not the same. Both pictures come about from the same numbers, added up in another
/// order.
int differences(const Picture& one, const Picture& other, const Area& area) {
  constexpr int most = 32;  // of 255
  REQUIRE(area.x + area.width <= std::min(one.width, other.width));
  REQUIRE(area.y + area.height <= std::min(one.height, other.height));
  const auto apart = [](char a, char b) {
    return std::abs(static_cast<unsigned char>(a) - static_cast<unsigned char>(b)) > most;
  };
  int count = 0;
  for (int y = area.y; y < area.y + area.height; ++y) {
    const std::string_view a = one.line(y, area);
    const std::string_view b = other.line(y, area);
    if (a == b) continue;
    for (std::size_t i = 0; i < a.size(); i += 3)
      if (apart(a[i], b[i]) || apart(a[i + 1], b[i + 1]) || apart(a[i + 2], b[i + 2])) ++count;
  }
  return count;
}

std::vector<std::string> codes_on(const fs::path& pdf, const std::string& page) {
  const TemporaryFolder work;
  run({"pdftoppm", "-r", "150", "-f", page, "-l", page, "-singlefile", "-png", pdf.string(), (work / "page").string()});
  std::istringstream lines(run({"zbarimg", "-q", "--raw", (work / "page.png").string()}).out);
  std::vector<std::string> codes;
  for (std::string code; std::getline(lines, code);) codes.push_back(code);
  return codes;
}

struct Twins {
  const char* alone;
  const char* sheet;
  bool facing = false;  ///< left pages have the running head and the page number at their other edge
};

/// What both print of a page.
Area shared(const Twins& twins, const Placed& placed) {
  Area area = placed.clip;
  if (!twins.facing || placed.page % 2 == 1) return area;
  constexpr int furniture = 200;
  area.y += furniture;
  area.height -= 2 * furniture;
  return area;
}

/// Of three million. Poppler smooths edges with four by four samples a pixel. Where an edge goes right through a
/// sample, the order of adding up decides, as for every fifteenth dot of a table of contents, which lie 127 pixels
/// apart: 40 of 255 in one pixel each.
constexpr int handful = 8;

TEST_CASE("What is printed of a page on a sheet is what is printed of it by itself, dot by dot") {
  for (const Twins& twins : {Twins{"single", "two"}, {"card", "four"}, {"handout", "booklet", true}})
    for (const char* locale : {"en", "ar"}) {
      std::map<std::size_t, Picture> sides;
      for (const Placed& placed : placed_pages(shop().sheets(locale, twins.sheet))) {
        INFO(locale << " " << twins.sheet << " side " << placed.side << ", page " << placed.page);
        if (!sides.contains(placed.side))
          sides.emplace(placed.side, picture(shop().file(locale, twins.sheet), placed.side));
        const Picture& sheet = sides.at(placed.side);
        const fs::path alone = shop().file(locale, twins.alone);
        const Area area = shared(twins, placed);
        CHECK(differences(sheet, alone_on_sheet(alone, placed), area) <= handful);
        if (placed.page != 1) continue;
        // And a page that lies a tenth of a millimetre elsewhere would be seen to.
        Placed moved = placed;
        ++moved.trim.x;
        CHECK(differences(sheet, alone_on_sheet(alone, moved), area) > 1000);
      }
    }
}

TEST_CASE("QR codes on sheets are read at 150 dots an inch") {
  for (const char* locale : {"en", "ar"}) {
    CHECK(codes_on(shop().file(locale, "two"), "1") == std::vector<std::string>(2, "https://example.org/join"));
    CHECK(codes_on(shop().file(locale, "four"), "1") == std::vector<std::string>(4, "https://example.org/join"));
  }
  CHECK(codes_on(shop().file("en+ar", "together"), "1") == std::vector<std::string>(2, "https://example.org/join"));
}

TEST_CASE("A booklet says the handout's words, and every page's once") {
  for (const char* locale : {"en", "ar"}) {
    const auto placed = placed_pages(shop().sheets(locale, "booklet"));
    std::vector<int> numbers;
    for (const Placed& one : placed) numbers.push_back(one.page);
    std::sort(numbers.begin(), numbers.end());
    for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(numbers[i] == static_cast<int>(i) + 1);
    // The cover is right of the fold in a booklet bound left, and left of it in one bound right.
    const auto cover = std::find_if(placed.begin(), placed.end(), [](const Placed& one) { return one.page == 1; });
    REQUIRE(cover != placed.end());
    CHECK(cover->side == 1);
    CHECK((cover->trim.x > cover->sheet.width / 3) == (std::string(locale) == "en"));
  }
}

TEST_CASE("qpdf finds nothing to say about any sheet") {
  for (const auto& file : only(files_in(shop().folder() / "out"), ".pdf")) {
    const auto checked = run({"qpdf", "--check", file.path.string()});
    INFO(file.path << "\n" << checked.out << checked.err);
    CHECK(checked.status == 0);
  }
}

TEST_CASE("What cannot be printed as asked is one error at its key, and no file") {
  const TemporaryFolder folder;
  write(folder / "page.md",
        "---\neditions:\n  flyer: false\n  book: false\n  text: false\n  handout: {paper: A5, impose: "
        "booklet, thickness: 0.1mm, sheet: A5}\n---\n# Title\n\nText.\n");
  const auto built = handbill({"build", "page.md"}, folder.path());
  CHECK(built.status == 1);
  CHECK(built.err.find("page.md:6:32: error: two pages of 148 x 210 mm side by side do not go on a sheet of A5 "
                       "[sheet-too-small]") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "out/en/page-handout.pdf"));
}

}  // namespace
}  // namespace handbill::test
