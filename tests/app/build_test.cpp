// Builds of a project in memory. Its editions are texts, so that no test here needs a font.
#include "app/build.h"

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
using handbill::test::TemporaryFolder;

namespace {

struct Scene {
  MemoryFiles files;
  TemporaryFolder folder;
  BuildOptions options;

  Scene() {
    files.files["handbill.yaml"] =
        "site: https://example.org\nsource: en\nlocales: [en, nl]\n"
        "editions: {flyer: false, handout: false, book: false, text: {as: text, width: 60}}\n";
    files.files["content/page.md"] = "---\ntitle: Join us\n---\n\nTogether we are strong.\n";
    files.files["locales/nl/page.yaml"] =
        "document: page\nlocale: nl\nunits:\n"
        "  - {id: title, source: Join us, target: Doe mee}\n"
        "  - {id: p1, source: Together we are strong., target: Samen zijn we sterk.}\n";
    files.files["locales/nl/interface.yaml"] = "locale: nl\nmessages: {contents: Inhoud}\n";
    options.output = folder / "out";
  }

  BuildReport run() const { return build(options, {.files = files, .project = {}, .home = "home"}); }

  std::string text(const std::string& name) const { return DiskFiles().read(options.output / name, 1 << 20).bytes; }
  bool made(const std::string& name) const { return DiskFiles().exists(options.output / name); }
};

std::string problems(const BuildReport& report) {
  std::string text;
  for (const Diagnostic& one : report.diagnostics) text += to_string(one);
  return text;
}

}  // namespace

TEST_CASE("a build writes every document in every language and edition") {
  const Scene scene;
  const BuildReport report = scene.run();
  CHECK(problems(report) == "");
  CHECK(exit_status(report) == 0);
  REQUIRE(report.made.size() == 2);
  CHECK(report.made[0].path == scene.options.output / "en/page-text.txt");
  CHECK(report.made[0].bytes == scene.text("en/page-text.txt").size());
  CHECK(scene.text("en/page-text.txt").find("Together we are strong.") != std::string::npos);
  CHECK(scene.text("nl/page-text.txt").find("Samen zijn we sterk.") != std::string::npos);
  CHECK(scene.text("nl/page-text.txt").find("Together") == std::string::npos);
}

TEST_CASE("a build reads nothing that it does not need") {
  Scene scene;
  scene.files.files["content/other.md"] = "Other.\n";
  scene.files.files["fonts/fonts.yaml"] = "";
  scene.options.documents = {"page"};
  scene.options.locales = {"en"};
  REQUIRE(exit_status(scene.run()) == 0);
  CHECK(scene.files.read_files() == std::vector<std::string>{"content/page.md", "handbill.yaml"});
}

TEST_CASE("building twice gives the same bytes, with one worker or many") {
  Scene scene;
  scene.options.workers = 1;
  (void)scene.run();
  const std::string first = scene.text("nl/page-text.txt");
  scene.options.workers = 8;
  (void)scene.run();
  CHECK(scene.text("nl/page-text.txt") == first);
}

TEST_CASE("what the command line says of bidi marks goes before what the edition says") {
  Scene scene;
  scene.files.files["content/page.md"] = "سلام means peace.\n";
  (void)scene.run();
  CHECK(scene.text("en/page-text.txt") == "\u200Eسلام means peace.\n");
  scene.options.bidi = BidiMarks::none;
  (void)scene.run();
  CHECK(scene.text("en/page-text.txt") == "سلام means peace.\n");
}

TEST_CASE("an untranslated text is a warning, and an error that makes nothing when strict") {
  Scene scene;
  scene.files.files["content/page.md"] += "\nOne more thing.\n";
  const BuildReport lenient = scene.run();
  CHECK(exit_status(lenient) == 0);
  CHECK(problems(lenient).find("content/page.md:7:1: warning: ") != std::string::npos);
  CHECK(scene.made("nl/page-text.txt"));
  scene.options.output = scene.folder / "strict";
  scene.options.strict = true;
  const BuildReport strict = scene.run();
  CHECK(exit_status(strict) == 1);
  CHECK(problems(strict).find("content/page.md:7:1: error: ") != std::string::npos);
  CHECK_FALSE(scene.made("nl/page-text.txt"));
  CHECK(scene.made("en/page-text.txt"));
}

TEST_CASE("a document that cannot be read makes no file and keeps no other from being made") {
  Scene scene;
  scene.files.files["content/bad.md"] = "one\ntwo \xFF\n";
  scene.files.files["content/front.md"] = "---\ntitle: a: b\n---\n\nText.\n";
  const BuildReport report = scene.run();
  CHECK(exit_status(report) == 1);
  CHECK(problems(report).find("content/bad.md:2:5: error: ") != std::string::npos);
  CHECK(problems(report).find("content/front.md:2:9: error: ") != std::string::npos);
  CHECK(report.made.size() == 2);
  CHECK_FALSE(scene.made("en/bad-text.txt"));
  CHECK_FALSE(scene.made("en/front-text.txt"));
}

TEST_CASE("a locale file that is of no use is one problem and makes no file in its language") {
  Scene scene;
  scene.files.files["locales/nl/page.yaml"] = "document: page\nlocale: nl\nunits: [\n";
  const BuildReport report = scene.run();
  CHECK(exit_status(report) == 1);
  CHECK(report.diagnostics.size() == 1);
  CHECK(scene.made("en/page-text.txt"));
  CHECK_FALSE(scene.made("nl/page-text.txt"));
}

TEST_CASE("what the project lacks is wrong usage, and nothing is made") {
  Scene scene;
  SECTION("an edition") {
    scene.options.editions = {"texd"};
  }
  SECTION("a locale") {
    scene.options.locales = {"he"};
  }
  const BuildReport report = scene.run();
  CHECK(exit_status(report) == 2);
  CHECK(report.made.empty());
  CHECK(report.diagnostics.size() == 1);
  CHECK_FALSE(DiskFiles().exists(scene.options.output));
}

TEST_CASE("a document that is not there keeps no other from being made") {
  Scene scene;
  scene.options.documents = {"page", "paeg"};
  const BuildReport report = scene.run();
  CHECK(exit_status(report) == 1);
  CHECK(report.made.size() == 2);
  CHECK(problems(report) == "error: there is no document \"paeg\" [no-document]\n  hint: did you mean page?\n");
}

TEST_CASE("a wrong project file stops the build") {
  Scene scene;
  scene.files.files["handbill.yaml"] = "site: [\n";
  const BuildReport report = scene.run();
  CHECK(exit_status(report) == 1);
  CHECK(report.made.empty());
}

TEST_CASE("an unknown theme is one problem, and no page is set in another one") {
  Scene scene;
  scene.files.files["handbill.yaml"] =
      "theme: offise\neditions: {handout: false, book: false, flyer: {as: pdf}, text: {as: text}}\n";
  scene.files.files["content/themes/office.yaml"] = "";
  scene.files.files["home/fonts/fonts.yaml"] =
      "families: {Some Sans: {package: p, faces: [{file: Some.ttf, weight: 400, sha256: 0}]}}\n"
      "roles: {sans: {default: Some Sans}}\n";
  scene.files.files["home/fonts/Some.ttf"] = "";
  const BuildReport report = scene.run();
  CHECK(exit_status(report) == 1);
  CHECK(problems(report).find("handbill.yaml:1:8: error: there is no theme \"offise\" in content/themes/ "
                              "[unknown-theme]\n  hint: did you mean office?\n") != std::string::npos);
  CHECK(scene.made("en/page-text.txt"));
  CHECK_FALSE(scene.made("en/page-flyer.pdf"));
}

TEST_CASE("an edition that asks for a section that is not there is not made") {
  Scene scene;
  scene.files.files["content/page.md"] =
      "---\ntitle: Join us\neditions:\n  short: {as: text, sections: [whi]}\n---\n\n## Why\n\nText.\n";
  scene.options.locales = {"en"};
  const BuildReport report = scene.run();
  CHECK(exit_status(report) == 1);
  CHECK(problems(report).find("content/page.md:4:") != std::string::npos);
  CHECK(problems(report).find("[unknown-section]") != std::string::npos);
  CHECK(scene.made("en/page-text.txt"));
  CHECK_FALSE(scene.made("en/page-short.txt"));
}

TEST_CASE("a problem that shows in several languages and editions is reported once") {
  Scene scene;
  scene.files.files["content/page.md"] += "\n[Nowhere](#nowhere)\n";
  scene.files.files["handbill.yaml"] =
      "locales: [en, en-GB, en-IE]\neditions: {flyer: false, handout: false, book: false, text2: {as: text}}\n";
  const BuildReport report = scene.run();
  CHECK(report.made.size() == 6);
  std::size_t anchors = 0;
  for (const Diagnostic& one : report.diagnostics)
    if (one.code == "unknown-anchor") ++anchors;
  CHECK(anchors == 1);
}

TEST_CASE("an output folder that cannot be written is one failure, before anything is made") {
  Scene scene;
  write_atomically(scene.folder / "file", "x");
  scene.options.output = scene.folder / "file" / "out";
  const BuildReport report = scene.run();
  REQUIRE(report.failure.has_value());
  CHECK(report.failure->starts_with("cannot write to the folder "));
  CHECK(exit_status(report) == 1);
  CHECK(report.made.empty());
}

TEST_CASE("a file that cannot be written does not hide what was made or what else is wrong") {
  Scene scene;
  scene.files.files["content/page.md"] += "\nOne more thing.\n";
  scene.options.workers = 1;
  write_atomically(scene.options.output / "nl/page-text.txt/a file in a folder of that name", "x");
  const BuildReport report = scene.run();
  REQUIRE(report.failure.has_value());
  CHECK(report.failure->find("nl/page-text.txt: ") != std::string::npos);
  CHECK(exit_status(report) == 1);
  CHECK(report.made.size() == 1);
  CHECK(problems(report).find("content/page.md:7:1: warning: ") != std::string::npos);
}

TEST_CASE("a dump writes no files") {
  Scene scene;
  scene.options.documents = {"page"};
  scene.options.locales = {"nl"};
  scene.options.dump = Dump::document;
  const BuildReport report = scene.run();
  CHECK(report.made.empty());
  CHECK_FALSE(DiskFiles().exists(scene.options.output));
  CHECK(report.dump.find("Samen zijn we sterk.") != std::string::npos);
  CHECK(report.dump.find("==") == std::string::npos);
  SECTION("and several are told apart") {
    scene.options.locales = {"en", "nl"};
    const std::string both = scene.run().dump;
    CHECK(both.find("== en/page\n") != std::string::npos);
    CHECK(both.find("== nl/page\n") != std::string::npos);
  }
}

TEST_CASE("a page whole in another language is made in that language from itself") {
  Scene scene;
  scene.files.files["content/page.ar.md"] = "معًا نحن أقوياء.\n";
  scene.options.documents = {"page.ar.md"};
  const BuildReport report = scene.run();
  REQUIRE(report.made.size() == 1);
  CHECK(scene.text("ar/page-text.txt").find("معًا نحن أقوياء.") != std::string::npos);
}

TEST_CASE("without a project a page is made in its own language") {
  Scene scene;
  scene.files.files.erase("handbill.yaml");
  scene.files.files["letter.md"] = "---\nlang: he\n---\n\nשלום.\n";
  scene.options.documents = {"letter.md"};
  scene.options.editions = {"text"};
  const BuildReport report = scene.run();
  REQUIRE(report.made.size() == 1);
  CHECK(report.made[0].path == scene.options.output / "he/letter-text.txt");
}
