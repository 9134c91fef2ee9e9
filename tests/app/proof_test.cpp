// Proofs of a project in memory. Its editions are texts, so that no test here needs a font.
#include "app/proof.h"

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
using handbill::test::TemporaryFolder;

namespace {

struct Scene {
  MemoryFiles files;
  TemporaryFolder folder;
  ProofOptions options;

  Scene() {
    files.files["handbill.yaml"] =
        "site: https://example.org\nsource: en\nlocales: [en, ar]\n"
        "editions: {flyer: false, handout: false, book: false, text: {as: text, width: 60}}\n";
    files.files["content/page #1.md"] = "---\ntitle: Join us\n---\n\nTogether we are strong.\n\n<b>Now</b>\n";
    files.files["locales/ar/interface.yaml"] = "locale: ar\nmessages: {contents: المحتويات}\n";
    options.output = folder / "out";
  }

  BuildReport run() const { return make_proof(options, {.files = files, .project = {}, .home = "home"}); }
  std::string page() const { return DiskFiles().read(options.output / "proof.html", 1 << 20).bytes; }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a proof makes the files and the page that shows them") {
  const Scene scene;
  const BuildReport report = scene.run();
  REQUIRE(report.made.size() == 3);
  CHECK(report.made[0].path == scene.options.output / "en/page #1-text.txt");
  CHECK(report.made[2].path == scene.options.output / "proof.html");
  CHECK(report.made[2].bytes == scene.page().size());
  CHECK(DiskFiles().exists(report.made[0].path));
  CHECK(contains(scene.page(), "href=\"en/page%20%231-text.txt\""));
  CHECK(contains(scene.page(), "Together we are strong."));
}

TEST_CASE("a proof reports what a build reports, and shows it") {
  const Scene scene;
  const BuildReport report = scene.run();
  const BuildReport built =
      build({scene.options, {}, scene.options.output}, {.files = scene.files, .project = {}, .home = "home"});
  REQUIRE(!report.diagnostics.empty());
  REQUIRE(report.diagnostics.size() == built.diagnostics.size());
  for (std::size_t i = 0; i < report.diagnostics.size(); ++i) {
    CHECK(to_string(report.diagnostics[i]) == to_string(built.diagnostics[i]));
    CHECK(contains(scene.page(), "<code>" + report.diagnostics[i].code + "</code>"));
  }
}

TEST_CASE("the same project gives the same proof, with one worker or many") {
  Scene scene;
  scene.options.workers = 1;
  (void)scene.run();
  const std::string first = scene.page();
  scene.options.workers = 8;
  (void)scene.run();
  CHECK(scene.page() == first);
}

TEST_CASE("a page that is whole in a language is a language of its document") {
  Scene scene;
  scene.files.files["content/page #1.ar.md"] = "---\ntitle: انضموا\n---\n\nمعاً.\n";
  (void)scene.run();
  CHECK(contains(scene.page(), "1 document in 2 languages: 2 files with 0 pages."));
}

TEST_CASE("an edition that there is not makes no proof") {
  Scene scene;
  scene.options.editions = {"poster"};
  const BuildReport report = scene.run();
  CHECK(exit_status(report) == 2);
  CHECK(scene.page() == "");
}
