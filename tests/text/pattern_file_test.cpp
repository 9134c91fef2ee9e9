// Patterns looked up in their file against libhyphen, which reads them its own way.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/unicode.h"
#include "setting.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "text/hyphenator.h"
#include "text/pattern_file.h"

using namespace handbill;
using namespace handbill::test;

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string dump(const Hyphenator::Points& points) {
  std::string out;
  for (const std::uint32_t point : points) out += std::to_string(point) + " ";
  return out;
}

/// Checks the words that white space divides; answers how many break.
int agrees(const Hyphenator& hyphenator, std::istream& words) {
  int broken = 0;
  std::string word;
  while (words >> word) {
    const std::u16string text = to_utf16(word);
    const auto points = hyphenator.points(text);
    INFO(word);
    REQUIRE(dump(*points) == dump(hyphenator.ask_libhyphen(text)));
    if (!points->empty()) ++broken;
  }
  return broken;
}

/// Words made of the letters of patterns, and some of nothing in particular.
std::string random_words(const std::string& patterns, std::mt19937& random) {
  std::vector<std::string> parts = {"a", "e", "x", "1", "23", "\u00E9", "\u0301", "\uFB01", "\u0133", "Q"};
  std::istringstream lines(patterns);
  std::string line;
  std::getline(lines, line);
  const bool utf8 = line == "UTF-8";
  while (lines >> line) {
    std::erase_if(line, [&](char c) { return c == '.' || (c >= '0' && c <= '9') || (!utf8 && c < 0); });
    parts.push_back(line);
  }
  std::string words;
  for (int i = 0; i < 4000; ++i) {
    const std::uint32_t count = 1 + below(5, random);
    for (std::uint32_t part = 0; part < count; ++part)
      words += parts[below(static_cast<std::uint32_t>(parts.size()), random)];
    words += ' ';
  }
  return words;
}

}  // namespace

TEST_CASE("Patterns looked up in their file give libhyphen's answers for every installed language") {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry("/usr/share/hyphen", error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".dic" && !entry->is_symlink()) files.push_back(entry->path());
  std::sort(files.begin(), files.end());
  std::mt19937 random(3);
  int checked = 0;
  for (const fs::path& file : files) {
    const auto language = Language::parse(file.stem().string().substr(5));
    if (!language) continue;
    const auto hyphenator = Hyphenator::find(*language, file.parent_path());
    INFO(file);
    REQUIRE(hyphenator != nullptr);
    std::istringstream words(random_words(content_of(file), random));
    CHECK(agrees(*hyphenator, words) > 1000);
    ++checked;
  }
  if (checked == 0) WARN("no hyphenation patterns are installed: nothing checked");
}

TEST_CASE("Every word of the project's own pages is broken as libhyphen breaks it") {
  const fs::path root = HANDBILL_ROOT;
  std::vector<fs::path> files = {root / "README.md", root / "docs" / "architecture.md"};
  for (const char* name : {"declaration.md", "declaration.nl.md", "tech-workers.md"})
    files.push_back(root.parent_path() / "shared" / "real" / name);
  for (const fs::path& file : files) {
    if (!fs::exists(file)) continue;
    for (const char* language : {"en", "nl"}) {
      const auto hyphenator = Hyphenator::find(Language::parse(language).value(), "/usr/share/hyphen");
      if (!hyphenator) continue;
      std::istringstream words(content_of(file));
      CHECK(agrees(*hyphenator, words) > 100);
    }
  }
}

TEST_CASE("A file with what only libhyphen understands is left to it") {
  const TemporaryFolder folder;
  const auto is_understood = [&](const std::string& text) {
    write_atomically(folder / "hyph_xx.dic", text);
    return PatternFile::open(folder / "hyph_xx.dic") != nullptr;
  };
  CHECK(is_understood("UTF-8\nLEFTHYPHENMIN 2\n% a1b/ab\na1b\n") == false);
  CHECK(is_understood("UTF-8\nLEFTHYPHENMIN 2\n% remark\na1b\n"));
  CHECK(is_understood("UTF-8\r\na1b\r\n"));
  CHECK_FALSE(is_understood(""));
  CHECK_FALSE(is_understood("UTF-8\na1b"));
  CHECK_FALSE(is_understood("UTF-8\na1b\nNEXTLEVEL\nb1c\n"));
  CHECK_FALSE(is_understood("UTF-8\nNOHYPHEN x\nb1c\n"));
  CHECK_FALSE(is_understood("UTF-8\nf1f/ff=f,1,2\n"));
  CHECK_FALSE(is_understood("UTF-8\n" + std::string(120, 'a') + "1b\n"));
}

TEST_CASE("Files that say least lengths, name patterns twice or mean digits are read as libhyphen reads them") {
  const TemporaryFolder folder;
  const char* files[] = {
      "UTF-8\nLEFTHYPHENMIN 4\nRIGHTHYPHENMIN 5\n1a\n1b\n1c\n",
      "UTF-8\na1b\na2b\na1b3\nb1\n1c\n.a1\n1c.\n",
      "UTF-8\na12b\nb21c\nc\nabc\n4abca\n",
      "ISO8859-1\n1\xE9\n\xE9"
      "1b\n",
      "UTF-8\n1\u00E9\n\u00E9"
      "1b\n1\u0301\n%1a\n\nab 1c\n",
      "UTF-8\nabca1bc\nbc1\nab2ca\nca3b\n",
  };
  std::mt19937 random(5);
  for (const char* file : files) {
    write_atomically(folder / "hyph_xx.dic", file);
    write_atomically(folder / "hyph_nl.dic", file);
    const auto hyphenator = Hyphenator::find(Language::parse("nl").value(), folder.path());
    REQUIRE(PatternFile::open(folder / "hyph_nl.dic") != nullptr);
    std::string words;
    for (int i = 0; i < 2000; ++i) {
      for (std::uint32_t letters = 1 + below(12, random); letters > 0; --letters) {
        const char* const alphabet[] = {"a", "b", "c", "\u00E9", "1", "a", "b", "\uFB01"};
        words += alphabet[below(8, random)];
      }
      words += ' ';
    }
    INFO(file);
    std::istringstream all(words);
    CHECK(agrees(*hyphenator, all) >= 0);
  }
}
