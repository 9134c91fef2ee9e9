#include "app/status.h"

#include "app/status_report.h"
#include "support/catch.h"

using namespace handbill;

namespace {

MemoryFiles project() {
  MemoryFiles files;
  files.files["handbill.yaml"] = "source: en\nlocales: [en, nl, ar]\n";
  files.files["content/page.md"] = "# One two\n\nThree four five.\n\nSix seven eight nine, 10.\n\nEleven.\n";
  files.files["locales/nl/page.yaml"] =
      "units:\n"
      "  - {source: One two, target: Een twee}\n"
      "  - {source: Three four five., target: Drie vier vijf., stale: Three four.}\n"
      "  - {source: \"Six seven eight nine, 10.\", target: \"\"}\n"
      "  - {source: Eleven., target: <b>Elf</b>}\n";
  return files;
}

Outcome run(const MemoryFiles& files, Format format) {
  StatusOptions options;
  options.format = format;
  return status(options, {.files = files, .project = {}, .home = "home"});
}

}  // namespace

TEST_CASE("each text counts once, in units and in words of the source") {
  const Outcome outcome = run(project(), Format::text);
  CHECK(outcome.out ==
        "document  locale    translated          words        stale       missing\n"
        "page      nl      1 of 4 (25%)  2 of 11 (18%)  1 (3 words)   2 (6 words)\n"
        "page      ar       0 of 4 (0%)   0 of 11 (0%)               4 (11 words)\n");
  // The target with HTML in it, which no build would use, is a problem of its own.
  REQUIRE(outcome.diagnostics.size() == 1);
  CHECK(outcome.diagnostics[0].code == "raw-html");
  CHECK(outcome.status == 1);
}

TEST_CASE("the status as JSON has all figures of each document and language") {
  MemoryFiles files = project();
  files.files["handbill.yaml"] = "source: en\nlocales: [nl]\n";
  CHECK(run(files, Format::json).out == R"({
  "documents": [
    {
      "document": "page",
      "locale": "nl",
      "units": {
        "all": 4,
        "translated": 1,
        "stale": 1,
        "missing": 2
      },
      "words": {
        "all": 11,
        "translated": 2,
        "stale": 3,
        "missing": 6
      },
      "translated-percent": {
        "units": 25,
        "words": 18
      }
    }
  ]
}
)");
}

TEST_CASE("what is missing is no problem of a status") {
  MemoryFiles files = project();
  files.files["locales/nl/page.yaml"] = "units: []\n";
  const Outcome outcome = run(files, Format::text);
  CHECK(outcome.status == 0);
  CHECK(outcome.diagnostics.empty());
}

TEST_CASE("nearly all is not all") {
  CHECK(percentage(999, 1000) == 99);
  CHECK(percentage(0, 0) == 100);
}
