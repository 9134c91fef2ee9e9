// What strangers and hurried people give the program: one clear diagnostic, the right exit status, and nothing half
// written.
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

/// A project in a folder of its own.
class Project {
 public:
  explicit Project(std::string_view page = "# Page\n\nText.\n") { write("content/page.md", page); }

  void write(const fs::path& name, std::string_view bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  Finished run(const std::vector<std::string>& arguments) const { return handbill(arguments, folder_.path()); }

  fs::path path(const fs::path& name) const { return folder_ / name; }

  /// The files below out/, whatever they are called.
  std::vector<std::string> made() const {
    std::vector<std::string> names;
    if (!fs::exists(folder_ / "out")) return names;
    for (const auto& file : files_in(folder_ / "out"))
      names.push_back(file.path.lexically_relative(folder_.path()).string());
    return names;
  }

 private:
  TemporaryFolder folder_;
};

using Names = std::vector<std::string>;

const Names nothing;

TEST_CASE("a document that is not there is named, with the nearest that is") {
  const Project project;
  const auto built = project.run({"build", "pgae"});
  CHECK(built.err ==
        "error: there is no document \"pgae\" [no-document]\n"
        "  hint: did you mean page?\n");
  CHECK(built.status == 1);
  CHECK(project.made() == nothing);
}

TEST_CASE("bytes that are no UTF-8 are named with their line") {
  const Project project("# Page\n\nfine\nbad \xff here\n");
  const auto built = project.run({"build"});
  CHECK(built.err ==
        "content/page.md:4:5: error: this is not UTF-8 text: byte FF belongs to no character [encoding]\n"
        "  hint: save the file again with the encoding UTF-8\n");
  CHECK(built.status == 1);
  CHECK(project.made() == nothing);
}

TEST_CASE("front matter that is no YAML stops its document at the line") {
  const Project project("---\ntitle: [a\n---\n# Page\n");
  const auto built = project.run({"build"});
  CHECK(built.err ==
        "content/page.md:3:1: error: a list that starts with [ is never closed [front-matter]\n"
        "  hint: close it with ]\n");
  CHECK(built.status == 1);
  CHECK(project.made() == nothing);
}

TEST_CASE("front matter that never ends stops its document") {
  const Project project("---\ntitle: a\n# Page\n");
  const auto built = project.run({"build"});
  CHECK(built.err ==
        "content/page.md:1:1: error: the front matter that starts here never ends [front-matter]\n"
        "  hint: put a line with --- after its last key\n");
  CHECK(built.status == 1);
  CHECK(project.made() == nothing);
}

/// Builds a project in English and Dutch whose Dutch locale file is `catalogue`.
void expect_only_english(std::string_view catalogue, const std::string& diagnostic) {
  const Project project;
  project.write("handbill.yaml", "source: en\nlocales: [en, nl]\n");
  project.write("locales/nl/page.yaml", catalogue);
  const auto built = project.run({"build", "-e", "text"});
  CHECK(built.err == diagnostic);
  CHECK(built.status == 1);
  CHECK(project.made() == Names{"out/en/page-text.txt"});
}

TEST_CASE("a locale file that is no YAML stops its language and no other") {
  expect_only_english("document: [a\n",
                      "locales/nl/page.yaml:2:1: error: a list that starts with [ is never closed [yaml]\n"
                      "  hint: close it with ]\n");
}

TEST_CASE("a locale file that is no map stops its language and no other") {
  expect_only_english("- a\n",
                      "locales/nl/page.yaml:1:1: error: a locale file is a map with \"document:\", \"locale:\" and "
                      "\"units:\", but here is a list [catalogue]\n"
                      "  hint: start from another locale's file\n");
}

TEST_CASE("a locale file for another document stops its language and no other") {
  expect_only_english("document: other\nlocale: nl\nunits: []\n",
                      "locales/nl/page.yaml:1:11: error: this locale file is for \"other\", not for \"page\" "
                      "[other-document]\n"
                      "  hint: write \"document: page\", or give the file its document's name\n");
}

TEST_CASE("a font that is not there is named with its package, and what needs no font is made") {
  const Project project;
  project.write("fonts/fonts.yaml",
                "families:\n"
                "  Noto Sans:\n"
                "    package: fonts-noto-core\n"
                "    faces:\n"
                "      - {file: NotoSans-Regular.ttf, weight: 400}\n"
                "roles:\n"
                "  sans: {default: Noto Sans}\n"
                "  serif: {default: Noto Sans}\n"
                "  heading: {default: Noto Sans}\n"
                "  mono: {default: Noto Sans}\n");
  const auto built = project.run({"build"});
  CHECK(built.err ==
        "fonts/fonts.yaml:5:9: error: the font file \"NotoSans-Regular.ttf\" of Noto Sans is not in the fonts folder "
        "[missing-font]\n"
        "  hint: run ./handbill, which fetches it from the package fonts-noto-core\n");
  CHECK(built.status == 1);
  CHECK(project.made() == Names{"out/en/page-book.epub", "out/en/page-text.txt"});
}

TEST_CASE("a character that no font has is named with its place, once") {
  const Project project("# Page\n\nA bird 𓅃 flies.\n");
  const auto built = project.run({"build"});
  CHECK(built.err ==
        "content/page.md:3:8: error: no font has the character \"𓅃\" (U+13143, Egyptian_Hieroglyphs) "
        "[missing-glyph]\n"
        "  hint: put a font that has it into the fonts folder, or write it another way\n");
  CHECK(built.status == 1);
}

TEST_CASE("an image that cannot be read is named where the page asks for it") {
  const Project project("# Page\n\n![broken](broken.png)\n\n![text](text.png)\n\n![folder](folder.png)\n");
  project.write("content/broken.png", std::string_view("\x89PNG\r\n\x1a\n\0\0", 10));
  project.write("content/text.png", "hello");
  project.write("content/folder.png/file", "");
  const auto built = project.run({"build", "-e", "handout"});
  CHECK(built.err ==
        "content/page.md:3:1: error: image \"broken.png\" is broken: it ends too early [image-broken]\n"
        "  hint: save or download the image again\n"
        "content/page.md:5:1: error: image \"text.png\" is neither PNG nor JPEG [image-format]\n"
        "  hint: save the image as PNG or JPEG\n"
        "content/page.md:7:1: error: the image \"folder.png\" cannot be read: it is a folder [image-unreadable]\n"
        "  hint: check the file and who may read it\n");
  CHECK(built.status == 1);
}

TEST_CASE("an image of a size that no machine should be asked for is refused by its header") {
  const Project project("# Page\n\n![wide](huge.png)\n");
  constexpr std::string_view huge(
      "\x89PNG\r\n\x1a\n"
      "\0\0\0\rIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\x02\0\0\0\x6c\x12\xd1\x6e"
      "\0\0\0\0IDAT\x35\xaf\x06\x1e"
      "\0\0\0\0IEND\xae\x42\x60\x82",
      57);
  project.write("content/huge.png", huge);
  const auto built = project.run({"build", "-e", "handout"});
  CHECK(
      built.err ==
      "content/page.md:3:1: error: image \"huge.png\" has 20000 x 20000 pixels; 50 million in all and 65500 on a side "
      "are the limit [image-too-large]\n"
      "  hint: scale the image down; 3000 pixels fill an A4 page\n");
  CHECK(built.status == 1);
}

TEST_CASE("a translation that is too long for a paragraph stops its language and no other") {
  const Project project;
  project.write("handbill.yaml", "source: en\nlocales: [en, nl]\n");
  project.write("locales/nl/page.yaml", "document: page\nlocale: nl\nunits:\n  - source: Page\n    target: Pagina\n" +
                                            ("  - source: Text.\n    target: " + std::string(1 << 20, 'x') + "x\n"));
  const auto built = project.run({"build", "-e", "text"});
  CHECK(built.err ==
        "locales/nl/page.yaml:7:13: error: this text is 1048577 bytes long; 1048576 are the limit of one paragraph "
        "[text-size]\n"
        "  hint: divide it into paragraphs\n");
  CHECK(built.status == 1);
  CHECK(project.made() == Names{"out/en/page-text.txt"});
}

TEST_CASE("a page and a locale file past their sizes are refused by name") {
  const Project project;
  project.write("handbill.yaml", "source: en\nlocales: [en, nl]\n");
  project.write("locales/nl/page.yaml", "");
  fs::resize_file(project.path("locales/nl/page.yaml"), (32 << 20) + 1);
  CHECK(project.run({"build", "-e", "text"}).err ==
        "locales/nl/page.yaml: error: cannot be read: it is larger than 32 MB [unreadable]\n");
  fs::resize_file(project.path("content/page.md"), (12 << 20) + 1);
  CHECK(project.run({"build", "-e", "text"}).err ==
        "content/page.md: error: cannot be read: it is larger than 12 MB [unreadable]\n");
}

TEST_CASE("an output folder that cannot be written to is one line, before any work") {
  const Project project;
  project.write("file", "");
  const auto built = project.run({"build", "-o", "file/below"});
  CHECK(built.err == "handbill: error: cannot write to the folder file/below: Not a directory\n");
  CHECK(built.out == "");
  CHECK(built.status == 1);
}

TEST_CASE("an unknown edition, locale, option or command comes with the nearest known one") {
  const Project project;
  project.write("handbill.yaml", "source: en\nlocales: [en, pt-BR]\n");
  const auto misused = [&](const std::vector<std::string>& arguments, const std::string& diagnostic) {
    const auto built = project.run(arguments);
    CHECK(built.err == diagnostic);
    CHECK(built.status == 2);
  };
  misused({"build", "-e", "flyr"}, "error: unknown edition \"flyr\" [usage]\n  hint: did you mean flyer?\n");
  misused({"build", "-l", "pt-RB"}, "error: unknown locale \"pt-RB\" [usage]\n  hint: did you mean pt-BR?\n");
  misused({"build", "--ouput", "x"}, "error: unknown option --ouput [usage]\n  hint: did you mean --output?\n");
  misused({"biuld"}, "error: unknown command biuld [usage]\n  hint: did you mean build?\n");
  CHECK(project.made() == nothing);
}

TEST_CASE("every fault of a project is reported in one run, and sound documents are made") {
  const Project project("---\ntitle: a\n# Page\n");
  project.write("content/second.md", "# Second\n\n\xff\n");
  project.write("content/third.md", "# Third\n");
  const auto built = project.run({"build", "-e", "text"});
  CHECK(built.err ==
        "content/page.md:1:1: error: the front matter that starts here never ends [front-matter]\n"
        "  hint: put a line with --- after its last key\n"
        "content/second.md:3:1: error: this is not UTF-8 text: byte FF belongs to no character "
        "[encoding]\n"
        "  hint: save the file again with the encoding UTF-8\n");
  CHECK(built.status == 1);
  CHECK(project.made() == Names{"out/en/third-text.txt"});
}

}  // namespace
}  // namespace handbill::test
