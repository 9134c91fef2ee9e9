// What editions say about texts that are not translated, in a project in memory whose editions are texts.
#include "app/build.h"
#include "app/report.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
using handbill::test::TemporaryFolder;

namespace {

struct Scene {
  MemoryFiles files;
  TemporaryFolder folder;
  BuildOptions options;

  explicit Scene(const std::string& policy) {
    files.files["handbill.yaml"] =
        "source: en\nlocales: [nl]\neditions: {flyer: false, handout: false, book: false, text: {as: text, " + policy +
        "}}\n";
    files.files["content/page.md"] =
        "# Join us\n\nTogether.\n\nWe meet on Tuesday.\n\n## More\n\nNobody translated this.\n";
    files.files["locales/nl/page.yaml"] =
        "units:\n"
        "  - {source: Join us, target: Doe mee}\n"
        "  - {source: Together., target: Samen.}\n"
        "  - {source: We meet on Tuesday., target: Tot maandag., stale: We meet on Monday.}\n"
        "  - {source: More, target: Meer}\n"
        "  - {source: Nobody translated this., target: \"\"}\n";
    files.files["locales/nl/interface.yaml"] =
        "locale: nl\nmessages: {untranslated-note: \"Nog niet vertaald uit het {language}\"}\n";
    options.output = folder / "out";
  }

  BuildReport run() const { return build(options, {.files = files, .project = {}, .home = "home"}); }
  std::string text() const { return DiskFiles().read(options.output / "nl/page-text.txt", 1 << 20).bytes; }
};

bool says(const BuildReport& report, const std::string& code, Severity severity) {
  for (const Diagnostic& one : report.diagnostics)
    if (one.code == code && one.severity == severity) return true;
  return false;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("without a policy, texts fall back to the source's language, and the table says how many") {
  const Scene scene("width: 60");
  const BuildReport report = scene.run();
  CHECK(has(scene.text(), "Nobody translated this."));
  CHECK(has(scene.text(), "Tot maandag."));
  CHECK(exit_status(report) == 0);
  REQUIRE(report.made.size() == 1);
  CHECK(report.made[0].coverage.untranslated == 1);
  CHECK(report.made[0].coverage.stale == 1);
  const std::string shown = table(report.made, {});
  CHECK(has(shown, "untranslated   stale"));
  CHECK(has(shown, "1 of 5  1 of 5"));
}

TEST_CASE("the table counts what an edition prints") {
  const BuildReport report = Scene("sections: [more]").run();
  REQUIRE(report.made.size() == 1);
  CHECK(report.made[0].coverage.units == 2);
  CHECK(report.made[0].coverage.stale == 0);
}

TEST_CASE("untranslated: omit leaves them out") {
  const Scene scene("untranslated: omit");
  CHECK(exit_status(scene.run()) == 0);
  CHECK_FALSE(has(scene.text(), "Nobody"));
  CHECK(has(scene.text(), "Samen."));
}

TEST_CASE("untranslated: fail makes no file") {
  const Scene scene("untranslated: fail");
  const BuildReport report = scene.run();
  CHECK(says(report, "untranslated", Severity::error));
  CHECK(report.made.empty());
  CHECK(exit_status(report) == 1);
}

TEST_CASE("stale: source prints the original, and leaves other editions their translation") {
  const Scene scene("stale: source}, other: {as: text");
  const BuildReport report = scene.run();
  CHECK(report.made.size() == 2);
  CHECK(has(scene.text(), "We meet on Tuesday."));
  const std::string other = DiskFiles().read(scene.options.output / "nl/page-other.txt", 1 << 20).bytes;
  CHECK(has(other, "Tot maandag."));
  for (const MadeFile& file : report.made)
    CHECK(file.coverage.untranslated == (file.path.filename() == "page-text.txt" ? 2 : 1));
}

TEST_CASE("stale: fail makes no file") {
  const BuildReport report = Scene("stale: fail").run();
  CHECK(says(report, "stale", Severity::error));
  CHECK(report.made.empty());
}

TEST_CASE("below its minimum a language is not made, which is a warning; at the minimum it is") {
  const BuildReport below = Scene("minimum: 81%").run();
  CHECK(below.made.empty());
  CHECK(says(below, "below-minimum", Severity::warning));
  CHECK(exit_status(below) == 0);
  CHECK(Scene("minimum: 80").run().made.size() == 1);
}

TEST_CASE("a note says in the reader's language where a text is in another") {
  const Scene scene("note: true");
  REQUIRE(scene.run().made.size() == 1);
  const std::string text = scene.text();
  CHECK(has(text, "Nog niet vertaald uit het Engels"));
  CHECK(text.find("Nog niet") < text.find("Nobody translated"));
  CHECK(text.find("Nog niet") > text.find("Tot maandag"));
}

TEST_CASE("a policy that there is not is named with the nearest") {
  const BuildReport report = Scene("untranslated: omitt").run();
  REQUIRE_FALSE(report.diagnostics.empty());
  CHECK(to_string(report.diagnostics[0]).find("did you mean \"omit\"?") != std::string::npos);
  CHECK(says(Scene("minimum: most").run(), "unknown-value", Severity::error));
  CHECK(says(Scene("minimum: 101%").run(), "unknown-value", Severity::error));
}
