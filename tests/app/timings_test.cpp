#include "project/timings.h"

#include "app/build.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("times are added up by stage and by what they were spent on") {
  Timings timings;
  for (int i = 0; i < 3; ++i) const Timings::Span span(&timings, "layout", "en/page-flyer.pdf");
  { const Timings::Span span(&timings, "materials", {}); }
  const std::string table = timings.table();
  CHECK(table.find("layout") != std::string::npos);
  CHECK(table.find("     3  ") != std::string::npos);
  CHECK(count(table, "en/page-flyer.pdf") == 1);
  CHECK(count(table, "materials") == 1);
}

TEST_CASE("where nobody wants to know, nothing is recorded") {
  const Timings::Span span(nullptr, "layout", "en/page-flyer.pdf");
  CHECK(Timings().table().find("layout") == std::string::npos);
}

TEST_CASE("a build is timed from reading to writing, file by file") {
  MemoryFiles files;
  files.files["handbill.yaml"] =
      "source: en\nlocales: [en, nl]\neditions: {flyer: false, handout: false, book: false, text: {as: text}}\n";
  files.files["content/page.md"] = "Together.\n";
  const test::TemporaryFolder folder;
  BuildOptions options;
  options.output = folder / "out";
  Timings timings;
  (void)build(options, {.files = files, .project = {}, .home = "home", .timings = &timings});
  const std::string trace = timings.trace();
  CHECK(count(trace, "\"ph\": \"X\"") == 9);
  CHECK(count(trace, "\"read content/page.md\"") == 1);
  for (const std::string stage : {"localise nl/page", "text nl/page-text.txt", "write en/page-text.txt"})
    CHECK(count(trace, "\"" + stage + "\"") == 1);
  for (const std::string whole : {"materials", "flush"}) CHECK(count(trace, "\"cat\": \"" + whole + "\"") == 1);
}
