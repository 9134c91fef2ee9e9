#include "text/font_library.h"

#include "support/catch.h"
#include "support/temporary_folder.h"
#include "text/font_catalogue.h"

using namespace handbill;

namespace {

const std::filesystem::path fonts_folder = HANDBILL_ROOT "/fonts";

constexpr const char* two_families = R"(families:
  One:
    package: fonts-one
    faces:
      - {file: One-Regular.ttf, weight: 400}
      - {file: One-Italic.ttf, weight: 400, style: italic}
  Two:
    faces: [{file: Two.ttf}]
roles:
  sans: {default: One}
fallback:
  default: [Two]
)";

std::string diagnostics_of(const std::string& yaml, const std::vector<std::string>& present) {
  MemoryFiles files;
  files.files["fonts/fonts.yaml"] = yaml;
  for (const auto& name : present) files.files["fonts/" + name] = "";
  std::string all;
  for (const auto& diagnostic : FontLibrary::load("fonts", files).diagnostics) all += to_string(diagnostic);
  return all;
}

CataloguedFace face(int weight, bool italic) {
  return {"", weight, italic, {}};
}

void put_font(const std::string& name, const std::filesystem::path& folder) {
  std::filesystem::copy_file(fonts_folder / name, folder / name);
}

}  // namespace

TEST_CASE("The nearest face has the style first and then the weight, as in CSS") {
  const std::vector<CataloguedFace> faces{face(300, false), face(400, false), face(700, false), face(700, true)};
  CHECK(nearest_face(faces, 400, false) == 1);
  CHECK(nearest_face(faces, 500, false) == 1);
  CHECK(nearest_face(faces, 350, false) == 0);
  CHECK(nearest_face(faces, 100, false) == 0);
  CHECK(nearest_face(faces, 600, false) == 2);
  CHECK(nearest_face(faces, 900, false) == 2);
  CHECK(nearest_face(faces, 400, true) == 3);
  CHECK(nearest_face({face(400, false)}, 700, true) == 0);
}

TEST_CASE("A font file that is not there is an error where a role needs it and a warning elsewhere") {
  CHECK(diagnostics_of(two_families, {"One-Regular.ttf", "One-Italic.ttf", "Two.ttf"}).empty());
  CHECK(diagnostics_of(two_families, {"One-Regular.ttf"}) ==
        "fonts/fonts.yaml:6:9: error: the font file \"One-Italic.ttf\" of One is not in the fonts folder "
        "[missing-font]\n"
        "  hint: run ./handbill, which fetches it from the package fonts-one\n"
        "fonts/fonts.yaml:8:13: warning: the font file \"Two.ttf\" of Two is not in the fonts folder [missing-font]\n"
        "  hint: put the file there\n");
}

TEST_CASE("A folder without a list of fonts is reported") {
  const auto result = FontLibrary::load("fonts", MemoryFiles());
  CHECK_FALSE(result.value);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "missing-font");
}

TEST_CASE("What is wrong in fonts.yaml is reported with its place") {
  CHECK(
      diagnostics_of("families:\n  One: {faces: [{file: One.ttf}]}\nroles:\n  sans: {default: Once}\n", {"One.ttf"}) ==
      "fonts/fonts.yaml:4:19: error: there is no font family \"Once\" [unknown-family]\n"
      "  hint: write \"One\", if that is what you mean\n");
  CHECK(diagnostics_of("families: [1]\n", {}).find("\"families\" must be a map, not a list [wrong-type]") !=
        std::string::npos);
  CHECK(diagnostics_of("families:\n  One: {faces: [{fiel: One.ttf}]}\n", {}).find("[unknown-key]") !=
        std::string::npos);
}

TEST_CASE("A script gets its own family and falls back in the order of the list") {
  const auto library = FontLibrary::load(fonts_folder, DiskFiles()).value;
  REQUIRE(library);
  const auto name = [&](const FontRequest& request, const char* script) {
    return library->faces(request, script).front()->postscript_name();
  };
  CHECK(name({"serif"}, "Latn") == "NotoSerif-Regular");
  CHECK(name({"serif", 700, true}, "Latn") == "NotoSerif-BoldItalic");
  CHECK(name({"serif"}, "Arab") == "NotoNaskhArabic-Regular");
  CHECK(name({"serif", 700, true}, "Arab") == "NotoNaskhArabic-Bold");
  CHECK(name({"heading", 800}, "Latn") == "OpenSans-Extrabold");
  CHECK(name({"no such role"}, "Hebr") == "NotoSansHebrew-Regular");
  CHECK(library->faces({"sans"}, "Thai").covering(U"\u0E01")->postscript_name() == "NotoSansThai-Regular");
  CHECK(library->faces({"sans"}, "Latn").covering(U"\u260E")->postscript_name() == "NotoSansSymbols2-Regular");
  CHECK(library->faces({"sans"}, "Latn").covering(U"\U00010380") == nullptr);
  CHECK(library->roles() == std::vector<std::string>{"serif", "sans", "heading", "mono"});
}

TEST_CASE("A font that the user dropped into the folder is tried last") {
  const test::TemporaryFolder folder;
  put_font("NotoSans-Regular.ttf", folder.path());
  put_font("NotoSansThai-Regular.ttf", folder.path());
  write_atomically(folder.path() / "fonts.yaml",
                   "families:\n  Noto Sans: {faces: [{file: NotoSans-Regular.ttf}]}\nroles: {sans: Noto Sans}\n"
                   "fallback: {default: Noto Sans}\n");
  const auto library = FontLibrary::load(folder.path(), DiskFiles()).value;
  REQUIRE(library);
  CHECK(library->faces({"sans"}, "Thai").front()->postscript_name() == "NotoSans-Regular");
  CHECK(library->faces({"sans"}, "Thai").covering(U"\u0E01")->postscript_name() == "NotoSansThai-Regular");
}

TEST_CASE("A font file is opened only when it is needed, and passed over when it is no font") {
  const test::TemporaryFolder folder;
  put_font("NotoSans-Regular.ttf", folder.path());
  write_atomically(folder.path() / "Broken.ttf", "not a font at all");
  write_atomically(folder.path() / "fonts.yaml",
                   "families:\n  Broken: {faces: [{file: Broken.ttf}]}\n  Noto Sans: {faces: [{file: "
                   "NotoSans-Regular.ttf}]}\nroles:\n  sans: {default: Broken}\nfallback: {default: Noto Sans}\n");
  const auto loaded = FontLibrary::load(folder.path(), DiskFiles());
  REQUIRE(loaded.value);
  CHECK(loaded.diagnostics.empty());
  CHECK(loaded.value->problems().empty());
  CHECK(loaded.value->faces({"sans"}, "Latn").front()->postscript_name() == "NotoSans-Regular");
  const Diagnostics problems = loaded.value->problems();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "font");
  CHECK(problems[0].message == "the font file \"Broken.ttf\" cannot be used: it is not a TrueType font");
  CHECK(problems[0].place.line == 2);
}
