// Sheets that the real program makes, looked at by the programs that a printer would use.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

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

struct Placed {
  std::size_t side = 0;
  int page = 0;
  bool turned = false;
  double left = 0, bottom = 0, right = 0, top = 0;  ///< in PDF's coordinates
};

/// Reads what --dump sheets says.
std::vector<Placed> placed_pages(const std::string& sheets) {
  std::vector<Placed> all;
  std::istringstream lines(sheets);
  std::size_t side = 0;
  double height = 0;
  for (std::string text; std::getline(lines, text);) {
    double width = 0;
    char label[16];
    if (std::sscanf(text.c_str(), "side %15s %lf x %lf", label, &width, &height) == 3) ++side;
    Placed one{.side = side};
    int document = 0;
    double x = 0, y = 0, w = 0, h = 0;
    char way[16];
    if (std::sscanf(text.c_str(), " page %d/%d %15s at %lf,%lf %lf x %lf", &document, &one.page, way, &x, &y, &w, &h) !=
        7)
      continue;
    one.turned = std::string(way) == "turned";
    one.left = x;
    one.right = x + w;
    one.bottom = height - y - h;
    one.top = height - y;
    all.push_back(one);
  }
  return all;
}

/// The page's trimmed part as pixels (PPM), whatever sheet it is on.
std::string pixels(const fs::path& pdf, std::size_t page, const std::string& boxes) {
  const TemporaryFolder work;
  const std::string number = std::to_string(page);
  REQUIRE(run({"qpdf", "--qdf", "--object-streams=disable", pdf.string(), "--pages", ".", number, "--",
               (work / "one.pdf").string()})
              .status == 0);
  std::string text = bytes_of(work / "one.pdf");
  text.insert(text.find("  /TrimBox"), boxes);
  write(work / "edited.pdf", text);
  write(work / "cut.pdf", run({"fix-qdf", (work / "edited.pdf").string()}).out);
  REQUIRE(
      run({"pdftoppm", "-r", "100", "-cropbox", "-singlefile", (work / "cut.pdf").string(), (work / "page").string()})
          .status == 0);
  return bytes_of(work / "page.ppm");
}

std::string box(const Placed& placed) {
  std::ostringstream out;
  out << "  /CropBox [ " << placed.left << ' ' << placed.bottom << ' ' << placed.right << ' ' << placed.top << " ]\n";
  if (placed.turned) out << "  /Rotate 180\n";
  return out.str();
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

  bool has(int x, int y, const Picture& other, int there_x, int there_y) const {
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    for (int i = 0; i < 3; ++i) {
      const auto at = [&](const Picture& picture, int column, int row) {
        return static_cast<int>(static_cast<unsigned char>(
            picture.bytes[static_cast<std::size_t>((row * picture.width + column) * 3 + i)]));
      };
      if (std::abs(at(*this, x, y) - at(other, there_x, there_y)) > 32) return false;
    }
    return true;
  }
};

/// Which part of the pixels is nowhere near its place in the other picture. Poppler sets glyphs on quarters of a pixel
/// and images on whole ones, so that a page that lies a thousandth of a pixel elsewhere has some of its dots beside
/// their places.
double differences(const std::string& one, const std::string& other) {
  const Picture a(one);
  const Picture b(other);
  REQUIRE(a.width == b.width);
  REQUIRE(a.height == b.height);
  int count = 0;
  for (int y = 0; y < a.height; ++y)
    for (int x = 0; x < a.width; ++x) {
      bool found = false;
      for (int around = 0; around < 9 && !found; ++around)
        found = b.has(x + around % 3 - 1, y + around / 3 - 1, a, x, y);
      if (!found) ++count;
    }
  return static_cast<double>(count) / a.width / a.height;
}

std::vector<std::string> codes_on(const fs::path& pdf, const std::string& page) {
  const TemporaryFolder work;
  run({"pdftoppm", "-r", "150", "-f", page, "-l", page, "-singlefile", "-png", pdf.string(), (work / "page").string()});
  std::istringstream lines(run({"zbarimg", "-q", "--raw", (work / "page.png").string()}).out);
  std::vector<std::string> codes;
  for (std::string code; std::getline(lines, code);) codes.push_back(code);
  return codes;
}

// Pictures are scaled anew wherever they lie.
constexpr double most = 0.01;

TEST_CASE("What is inside the trimmed page is the same on a sheet as by itself") {
  struct Twins {
    const char* alone;
    const char* sheet;
  };
  for (const Twins& twins : {Twins{"single", "two"}, {"card", "four"}})
    for (const char* locale : {"en", "ar"})
      for (const Placed& placed : placed_pages(shop().sheets(locale, twins.sheet))) {
        INFO(locale << " " << twins.sheet << " side " << placed.side << ", page " << placed.page);
        const std::string sheet = pixels(shop().file(locale, twins.sheet), placed.side, box(placed));
        const Placed whole{.right = placed.right - placed.left, .top = placed.top - placed.bottom};
        const std::string alone =
            pixels(shop().file(locale, twins.alone), static_cast<std::size_t>(placed.page), box(whole));
        CHECK(differences(sheet, alone) < most);
        if (placed.page != 1 || std::string(twins.alone) != "single") continue;
        // And a page that lies a millimetre elsewhere would be seen to.
        const double off = 72 / 25.4;
        const Placed moved{.left = off, .right = whole.right + off, .top = whole.top};
        CHECK(differences(sheet, pixels(shop().file(locale, twins.alone), 1, box(moved))) > most);
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
    CHECK((cover->left > 400) == (std::string(locale) == "en"));
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
