#include "app/renditions.h"

#include "core/files.h"
#include "project/selection.h"
#include "support/catch.h"

using namespace handbill;

namespace {

/// One page in two languages, each as a text and a PDF.
struct Scene {
  MemoryFiles files;
  Surroundings around{.files = files, .project = {}, .home = {}};
  OpenedProject opened;
  Plan plan;

  Scene() {
    files.files["handbill.yaml"] =
        "source: en\nlocales: [en, ar]\neditions: {flyer: false, book: false, text: {as: text}}\n";
    files.files["content/page.md"] = "# Join us\n\n![A picture](missing.png)\n";
    files.files["locales/ar/page.yaml"] =
        "document: page\nlocale: ar\nunits:\n  - {id: join-us/title, source: Join us, target: انضم إلينا}\n";
    opened = open_project(Selection{}, around).value;
    plan = make_plan(opened.pages, {}).value;
  }
};

bool has(const Diagnostics& found, std::string_view code) {
  for (const Diagnostic& one : found)
    if (one.code == code) return true;
  return false;
}

}  // namespace

TEST_CASE("a document is localised when it is first asked for, and once") {
  Scene scene;
  REQUIRE(scene.plan.renditions.size() == 2);
  REQUIRE(scene.plan.files.size() == 4);
  Renditions renditions({.opened = scene.opened, .plan = scene.plan, .around = scene.around});
  CHECK(scene.files.read_files() == std::vector<std::string>{"content/page.md", "handbill.yaml"});
  const LocalisedPage& arabic = renditions.localised(1);
  REQUIRE(arabic.localised != nullptr);
  CHECK(scene.files.read_files().back() == "locales/ar/page.yaml");
  CHECK(&renditions.localised(1) == &arabic);
}

TEST_CASE("a document is let go with its last file, in every language, and what was found stays") {
  Scene scene;
  Renditions renditions({.opened = scene.opened, .plan = scene.plan, .around = scene.around});
  for (const PlannedFile& file : scene.plan.files) {
    CHECK(scene.opened.pages[0].document != nullptr);
    CHECK(renditions.localised(file.rendition).localised != nullptr);
    CHECK(renditions.images(0).empty());
    renditions.finish(file);
  }
  CHECK(scene.opened.pages[0].document == nullptr);
  CHECK_FALSE(renditions.localised(0).localised != nullptr);
  CHECK_FALSE(renditions.localised(1).localised != nullptr);
  CHECK(has(renditions.text_problems(), "empty-unit") == has(renditions.localised(1).diagnostics, "empty-unit"));
  CHECK(has(renditions.page_problems(), "missing-image"));
}

TEST_CASE("a document that is not kept is read again when a file needs it") {
  Scene scene;
  scene.files.files["content/second.md"] = "# Second\n";
  scene.opened = open_project(Selection{}, scene.around, 0, 0).value;
  REQUIRE(scene.opened.pages[0].document != nullptr);
  CHECK_FALSE(scene.opened.pages[0].whole);
  CHECK(scene.opened.pages[0].document->blocks.empty());
  Renditions renditions({.opened = scene.opened, .plan = scene.plan, .around = scene.around});
  REQUIRE(renditions.source(0) != nullptr);
  CHECK(renditions.source(0)->blocks.size() == 2);
  REQUIRE(renditions.localised(1).localised != nullptr);
  CHECK(renditions.localised(1).localised->document.blocks.size() == 2);
  CHECK(renditions.localised(1).localised->document.language.tag() == "ar");
}

TEST_CASE("a document that is the only one is kept, however long it is") {
  Scene scene;
  scene.opened = open_project(Selection{}, scene.around, 0, 0).value;
  CHECK(scene.opened.pages[0].whole);
  CHECK(scene.opened.pages[0].document->blocks.size() == 2);
}

TEST_CASE("a document that is spoilt between planning and its turn is not made, and says why") {
  Scene scene;
  scene.files.files["content/second.md"] = "# Second\n";
  scene.opened = open_project(Selection{}, scene.around, 0, 0).value;
  scene.files.files["content/page.md"] = "\xFF\xFE";
  Renditions renditions({.opened = scene.opened, .plan = scene.plan, .around = scene.around});
  CHECK(renditions.source(0) == nullptr);
  CHECK_FALSE(renditions.localised(0).localised != nullptr);
  CHECK_FALSE(renditions.localised(1).localised != nullptr);
  CHECK(renditions.images(0).empty());
  CHECK(has_errors(renditions.page_problems()));
}
