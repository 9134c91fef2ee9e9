// Everything that the program makes of content/, of the real pages in ../shared/real and of the pages here passes the
// standards it claims, in every locale.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "conformance/validators.h"
#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

const fs::path root = HANDBILL_ROOT;

std::vector<fs::path> pages_in(const fs::path& folder) {
  std::vector<fs::path> pages;
  if (!fs::exists(folder)) return pages;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".md" && entry.path().stem() != "README") pages.push_back(entry.path());
  std::ranges::sort(pages);
  return pages;
}

/// An e-book's headings are the page's own, skipped levels included, which is for its author to mend.
std::string editions_of(const fs::path& page) {
  return page.stem() == "headings" ? "flyer,handout" : "flyer,handout,book";
}

/// All files, each page's in a folder of its own.
class Everything {
 public:
  Everything() {
    handbill({"build", "-o", (folder_ / "content").string()});
    for (const auto& [name, pages] : {std::pair("real", pages_in(root / "../shared/real")),
                                      std::pair("pages", pages_in(fs::path(HANDBILL_TEST_FOLDER) / "pages"))})
      for (const auto& page : pages)
        handbill({"build", page.string(), "-e", editions_of(page), "-o", (folder_ / name).string()});
  }

  std::vector<fs::path> files(const std::string& extension) const {
    std::vector<fs::path> files;
    for (const auto& printed : only(files_in(folder_.path()), extension)) files.push_back(printed.path);
    return files;
  }

 private:
  TemporaryFolder folder_;
};

/// Whether a PDF says that it is for looking at only, as a printer's sheets do.
bool is_visual(const fs::path& file) {
  return bytes_of(file).find("<pdfaid:conformance>B<") != std::string::npos;
}

}  // namespace

TEST_CASE("veraPDF finds no fault with any PDF, as an archive's file and as an accessible one") {
  const Everything everything;
  std::vector<fs::path> accessible;
  std::vector<fs::path> visual;
  for (const auto& file : everything.files(".pdf")) (is_visual(file) ? visual : accessible).push_back(file);
  CHECK(accessible.size() >= 12);
  CHECK(verapdf_faults(accessible, "ua1") == "");
  CHECK(verapdf_faults(accessible, "2a") == "");
  if (!visual.empty()) CHECK(verapdf_faults(visual, "2b") == "");
}

TEST_CASE("EPUBCheck has nothing to say of any e-book") {
  const Everything everything;
  CHECK(everything.files(".epub").size() >= 6);
  for (const auto& file : everything.files(".epub")) CHECK(epubcheck_faults(file) == "");
}

TEST_CASE("Ace finds no violation in any e-book") {
  const Everything everything;
  for (const auto& file : everything.files(".epub")) CHECK(ace_faults(file) == "");
}

}  // namespace handbill::test
