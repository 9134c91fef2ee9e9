#include "app/check_report.h"

#include "support/catch.h"

using namespace handbill;

namespace {

Diagnostics sample() {
  const Place file = Place::in_file("locales/nl/a,b.yaml");
  return {{Severity::error, file.at(3, 5), "link-changed", "100% \"wrong\"\nhere", {"write it again"}},
          {Severity::warning, file, "stale-unit", "old", {}},
          {Severity::note, {}, "remark", "by the way \xE2\x80\xAE", {}}};
}

}  // namespace

TEST_CASE("the count says how many problems there are") {
  CHECK(write_report({}, Format::text) == "no problems\n");
  CHECK(write_report(sample(), Format::text) == "1 error, 1 warning\n");
}

TEST_CASE("a report as JSON has every problem with its place, and no place where there is none") {
  CHECK(write_report(sample(), Format::json) == R"({
  "problems": [
    {
      "file": "locales/nl/a,b.yaml",
      "line": 3,
      "column": 5,
      "severity": "error",
      "code": "link-changed",
      "message": "100% \"wrong\"\nhere",
      "hints": [
        "write it again"
      ]
    },
    {
      "file": "locales/nl/a,b.yaml",
      "severity": "warning",
      "code": "stale-unit",
      "message": "old",
      "hints": []
    },
    {
      "severity": "note",
      "code": "remark",
      "message": "by the way \u202E",
      "hints": []
    }
  ],
  "errors": 1,
  "warnings": 1
}
)");
  CHECK(write_report({}, Format::json) == "{\n  \"problems\": [],\n  \"errors\": 0,\n  \"warnings\": 0\n}\n");
}

TEST_CASE("an annotation stays on its line whatever it says") {
  CHECK(write_report(sample(), Format::github) ==
        "::error file=locales/nl/a%2Cb.yaml,line=3,col=5,title=link-changed::100%25 \"wrong\"\\u000Ahere%0Ahint: write "
        "it "
        "again\n"
        "::warning file=locales/nl/a%2Cb.yaml,title=stale-unit::old\n"
        "::notice title=remark::by the way \\u202E\n");
}
