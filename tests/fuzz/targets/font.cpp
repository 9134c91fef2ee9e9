// A font file that somebody has put into the fonts folder: refused, or a page is set in it and goes into a PDF.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "design/theme_file.h"
#include "fuzz/fuzz.h"
#include "layout/layout.h"
#include "render/pdf/pdf.h"

namespace {

using namespace handbill;
namespace fs = std::filesystem;

/// A folder with one font in it, gone when the program ends.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("handbill-fuzz-font-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
    write("fonts.yaml",
          "families:\n  Test:\n    faces:\n      - {file: test.ttf, weight: 400}\n"
          "roles:\n  serif: {default: Test}\n  sans: {default: Test}\n  heading: {default: Test}\n"
          "  mono: {default: Test}\nfallback:\n  default: [Test]\n");
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const char* name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Pages set(std::string_view tag, std::string_view markdown, const FontLibrary& fonts) {
  static const ThemeFile file = ThemeFile::built_in();
  const Document document = fuzz::parsed(markdown, tag);
  const Interface words = Interface::fallback(document.language);
  const Edition edition{.name = "test", .layout = LayoutKind::handout, .paper = "A6"};
  const Theme theme = file.theme(edition.layout, document.language);
  return fuzz::take(lay_out(
      {.document = document, .images = {}, .edition = edition, .theme = theme, .words = words, .fonts = fonts}));
}

}  // namespace

void handbill::fuzz::targets::font(std::string_view input) {
  static const Folder folder;
  folder.write("test.ttf", input);
  std::string reason;
  if (Face::open(folder.path() / "test.ttf", reason) == nullptr) {
    promise(!reason.empty(), "a font is refused without a reason");
    return;
  }
  const FontLibraryPtr library = take(FontLibrary::load(folder.path(), DiskFiles()));
  promise(library != nullptr, "a font that can be used is not there");
  try {
    promise(!pdf::write(set("en", "fi *A* é-fi A\n", *library)).empty(), "a file is empty");
    promise(!pdf::write(set("ar", "لا عَ لا\n", *library)).empty(), "a file is empty");
  } catch (const MachineError& error) {
    // Only whoever cuts a font down finds out that its glyphs are damaged.
    promise(std::string_view(error.what()).find("damaged") != std::string_view::npos, error.what());
  }
}
