// The examples in docs/locale-files.md are what the program reads.
#include <string>
#include <vector>

#include "core/files.h"
#include "core/limits.h"
#include "support/catch.h"
#include "translation/catalogue.h"
#include "translation/interface.h"
#include "translation/messages.h"

namespace handbill {
namespace {

std::vector<std::string> yaml_examples() {
  const auto page = DiskFiles().read(HANDBILL_ROOT "/docs/locale-files.md", limits::source_bytes);
  REQUIRE(page.ok());
  const std::string opening = "```yaml\n";
  std::vector<std::string> examples;
  for (auto at = page.bytes.find(opening); at != std::string::npos; at = page.bytes.find(opening, at)) {
    at += opening.size();
    examples.push_back(page.bytes.substr(at, page.bytes.find("```", at) - at));
  }
  return examples;
}

TEST_CASE("the examples of the locale files' documentation are read without a complaint") {
  const auto examples = yaml_examples();
  REQUIRE(examples.size() == 2);
  const auto dutch = Language::parse("nl").value();
  const auto catalogue = parse_catalogue(examples[0], Place::in_file("nl.yaml"), "tech-workers", dutch);
  CHECK(test::text_of(catalogue.diagnostics).empty());
  CHECK(catalogue.value.entries.size() == 2);
  CHECK(catalogue.value.entries.at(1).stale.has_value());
  CHECK(catalogue.value.obsolete.size() == 1);

  const auto arabic = Language::parse("ar").value();
  const auto words = Interface::parse(examples[1], Place::in_file("ar.yaml"), arabic, Interface::fallback(arabic));
  CHECK(test::text_of(words.diagnostics).empty());
  CHECK(words.value.message("page-of", {{"page", 1}, {"pages", 4}}) == "صفحة ١ من ٤");
}

}  // namespace
}  // namespace handbill
