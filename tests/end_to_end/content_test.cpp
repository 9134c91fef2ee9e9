// The project's own content, in every locale and edition, through the real program and other programs' eyes.
#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "end_to_end/printed.h"
#include "end_to_end/reading.h"
#include "end_to_end/wanted.h"
#include "support/catch.h"
#include "support/epubcheck.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

std::vector<std::string> split_line(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

TEST_CASE("build makes every edition of every document in every locale") {
  std::set<std::string> expected;
  for (const auto& document : content_documents())
    for (const auto& locale : project_locales())
      for (const char* edition : {"book.epub", "flyer.pdf", "handout.pdf", "text.txt"})
        expected.insert(locale + "/" + document + "-" + edition);
  for (const auto& locale : project_locales()) expected.insert(locale + "/union-meeting-booklet.pdf");
  std::set<std::string> actual;
  for (const auto& file : printed_content()) actual.insert(file.locale + "/" + file.path.filename().string());
  CHECK(actual == expected);
}

TEST_CASE("every file is the same to the byte when it is built again") {
  const TemporaryFolder again;
  REQUIRE(handbill({"build", "-o", again.path().string()}).status == 0);
  for (const auto& file : printed_content()) {
    INFO(file.path);
    CHECK((bytes_of(file.path) == bytes_of(again / file.locale / file.path.filename())));
  }
}

TEST_CASE("every file is the same to the byte in another folder, on one thread, in another time zone") {
  const TemporaryFolder elsewhere;
  const std::filesystem::path root = HANDBILL_ROOT;
  for (const char* part : {"content", "locales", "fonts", "handbill.yaml"})
    std::filesystem::copy(root / part, elsewhere / part, std::filesystem::copy_options::recursive);
  // A shell sets the time zone for the program alone.
  const auto built =
      run({"env", "TZ=Pacific/Auckland", "LC_ALL=C", HANDBILL_PROGRAM, "build", "-j1"}, elsewhere.path());
  REQUIRE(built.status == 0);
  for (const auto& file : printed_content()) {
    INFO(file.path);
    CHECK((bytes_of(file.path) == bytes_of(elsewhere / "out" / file.locale / file.path.filename())));
  }
}

TEST_CASE("qpdf finds nothing to say about any PDF") {
  for (const auto& file : only(printed_content(), ".pdf")) {
    const auto checked = run({"qpdf", "--check", file.path.string()});
    INFO(file.path << "\n" << checked.out << checked.err);
    CHECK(checked.status == 0);
    CHECK(checked.err == "");
  }
}

TEST_CASE("every font in every PDF is an embedded subset whose glyphs say what they stand for") {
  for (const auto& file : only(printed_content(), ".pdf")) {
    std::istringstream table(run({"pdffonts", file.path.string()}).out);
    std::string line;
    std::getline(table, line);
    std::getline(table, line);
    std::size_t fonts = 0;
    for (; std::getline(table, line); ++fonts) {
      INFO(file.path << ": " << line);
      const auto columns = split_line(line);  // …, embedded, subset, Unicode, object, generation
      REQUIRE(columns.size() >= 6);
      CHECK(std::vector(columns.end() - 5, columns.end() - 2) == std::vector<std::string>{"yes", "yes", "yes"});
      CHECK(std::regex_search(columns[0], std::regex("^[A-Z]{6}\\+")));
    }
    CHECK(fonts > 0);
  }
}

TEST_CASE("EPUBCheck finds nothing to say about any e-book") {
  if (!has_epubcheck()) {
    WARN("EPUBCheck is not installed");
    return;
  }
  for (const auto& file : only(printed_content(), ".epub")) {
    const auto checked = epubcheck(file.path.string());
    INFO(file.path << "\n" << checked.out << checked.err);
    CHECK(has_no_message(checked));
  }
}

TEST_CASE("no word is lost in any medium or language") {
  for (const auto& file : printed_content()) {
    if (file.edition == "flyer") continue;  // chosen sections only
    INFO(file.path);
    CHECK(lost(wanted_words(file.document, file.locale), bare_words(text_of(file.path))) == Words{});
  }
}

}  // namespace
}  // namespace handbill::test
