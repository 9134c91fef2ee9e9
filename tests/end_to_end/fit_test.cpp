// Flyers fitted to their sides, in every language of the project.
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

TEST_CASE("the flyers fill two sides in every language, and the build says at what scale") {
  const TemporaryFolder folder;
  const auto built = handbill({"build", "-e", "flyer", "-o", folder.path().string()});
  INFO(built.out << built.err);
  REQUIRE(built.status == 0);
  CHECK(built.out.find("pages  scale  fill") != std::string::npos);
  const std::regex row(R"(\S+/tech-workers-flyer\.pdf +2 +(\d+)% +(\d+)% .*)");
  std::istringstream lines(built.out);
  std::size_t flyers = 0;
  for (std::string line; std::getline(lines, line);) {
    std::smatch found;
    if (!std::regex_match(line, found, row)) continue;
    ++flyers;
    CHECK(std::stoi(found[1]) >= 80);
    CHECK(std::stoi(found[1]) <= 135);
    CHECK(std::stoi(found[2]) >= 85);
    CHECK(std::stoi(found[2]) <= 100);
  }
  CHECK(flyers == 3);
}

TEST_CASE("the flyers fill two sides in the made-up languages, whose words are longer") {
  const TemporaryFolder folder;
  const auto built = handbill({"build", "-e", "flyer", "-l", "en-XA,ar-XB", "-o", folder.path().string()});
  INFO(built.out << built.err);
  CHECK(built.status == 0);
  const std::regex row(R"(\S+-flyer\.pdf +2 +\d+% +\d+% .*)");
  std::istringstream lines(built.out);
  std::size_t flyers = 0;
  for (std::string line; std::getline(lines, line);) flyers += std::regex_match(line, row) ? 1 : 0;
  CHECK(flyers == 4);
}

TEST_CASE("a page that is too long for its sides says by how much and from where on, and the flyer is made") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "content");
  std::filesystem::copy_file(std::filesystem::path(HANDBILL_ROOT) / "content/union-meeting.md",
                             folder / "content/page.md");
  std::ofstream(folder / "handbill.yaml")
      << "source: en\nlocales: [en]\n"
         "editions:\n  tight: {as: pdf, layout: flyer, paper: A5, sides: 2, fit: true}\n";
  const auto built = run({HANDBILL_PROGRAM, "build", "-e", "tight"}, folder.path());
  INFO(built.err);
  CHECK(built.status == 1);
  const std::regex message(
      R"(content/page\.md:\d+:\d+: error: \d+ lines too many for the 2 sides of edition "tight" in en at the smallest)"
      R"( type, from ".+" on \[too-long\])");
  CHECK(std::regex_search(built.err, message));
  CHECK(std::filesystem::exists(folder / "out/en/page-tight.pdf"));
}

}  // namespace
}  // namespace handbill::test
