// docs/editions.md says what editions can be: every example in it has to work.
#include <regex>

#include "core/files.h"
#include "design/edition.h"
#include "support/catch.h"

using namespace handbill;

namespace {

std::string reference() {
  const auto read = DiskFiles().read(HANDBILL_ROOT "/docs/editions.md", 1 << 20);
  REQUIRE(read.ok());
  return read.bytes;
}

std::vector<std::string> captures(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match)
    found.push_back((*match)[1].str());
  return found;
}

Diagnostics read(const std::string& yaml) {
  Diagnostics diagnostics;
  const auto node = take(yaml::parse(yaml, Place::in_file("docs/editions.md").at(1, 1)), diagnostics);
  REQUIRE(node);
  const yaml::Node* editions = node->find("editions");
  if (editions != nullptr) append(diagnostics, read_editions(*editions, default_editions()).diagnostics);
  return diagnostics;
}

std::string all(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics) text += to_string(one);
  return text;
}

}  // namespace

TEST_CASE("Every example of the reference of editions is one") {
  const auto blocks = captures(reference(), "```yaml\n([^`]*)```");
  CHECK(blocks.size() >= 3);
  for (const std::string& block : blocks) {
    INFO(block);
    CHECK(all(read(block)) == "");
  }
}

TEST_CASE("Every key of the reference of editions has an example that works") {
  const auto examples = captures(reference(), "\\| `([a-z]+: [^`]+)` \\|\n");
  CHECK(examples.size() >= 15);
  for (const std::string& example : examples) {
    INFO(example);
    // What is to be fitted is fitted to something, and what goes on a sheet together is smaller than it.
    std::string edition = example;
    if (example == "fit: true") edition += "\n    sides: 2";
    if (!example.starts_with("paper")) edition += "\n    paper: A6";
    CHECK(all(read("editions:\n  new:\n    " + edition + "\n")) == "");
  }
}
