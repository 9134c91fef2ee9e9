// Every fuzz target on its seeds, on what it was broken by before, and on a few hundred changes of these. libFuzzer,
// which looks for what is new, is ./test --fuzz.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/fuzz.h"
#include "fuzz/mutation.h"
#include "support/catch.h"

namespace handbill::fuzz {
namespace {

namespace fs = std::filesystem;

struct Target {
  const char* name;
  void (*check)(std::string_view input);
  std::vector<const char*> dictionaries;
  unsigned changes = 1000;  // fewer where one input takes long
};

const std::vector<Target>& all_targets() {
  static const std::vector<Target> all{
      {"build", targets::build, {"markdown", "inline"}, 10},
      {"font", targets::font, {}, 100},
      {"font_list", targets::font_list, {"font_list", "yaml"}},
      {"front_matter", targets::front_matter, {"front_matter", "yaml"}},
      {"image", targets::image, {"image"}},
      {"imposition", targets::imposition, {}},
      {"inlines", targets::inlines, {"inline"}},
      {"interface", targets::interface, {"interface", "yaml"}},
      {"lines", targets::lines, {"inline"}},
      {"locale", targets::locale, {"locale", "yaml", "inline"}},
      {"media", targets::media, {"markdown", "inline"}, 100},
      {"po", targets::po, {"po"}},
      {"project", targets::project, {"front_matter", "yaml"}},
      {"shortcode", targets::shortcode, {"inline"}},
      {"source", targets::source, {"markdown", "inline"}},
      {"sync", targets::sync, {"locale", "yaml", "inline"}},
      {"theme", targets::theme, {"theme", "yaml"}, 100},
      {"translated_page", targets::translated_page, {"markdown", "inline"}},
      {"xliff", targets::xliff, {"xml"}},
  };
  return all;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> dictionary_of(const Target& target) {
  std::vector<std::string> words;
  for (const std::string name : target.dictionaries)
    for (std::string& word :
         read_dictionary(bytes_of(fs::path(HANDBILL_TEST_FOLDER) / "dictionaries" / (name + ".dict"))))
      words.push_back(std::move(word));
  return words;
}

void replay(std::string_view name) {
  const auto& all = all_targets();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Target& one) { return one.name == name; });
  REQUIRE(found != all.end());
  const Target& target = *found;
  std::vector<std::string> seeds;
  for (const fs::path& seed : files_in(fs::path(HANDBILL_TEST_FOLDER) / "seeds" / target.name)) {
    seeds.push_back(bytes_of(seed));
    INFO(seed.filename().string());
    CHECK_NOTHROW(target.check(seeds.back()));
  }
  REQUIRE_FALSE(seeds.empty());
  const std::vector<std::string> dictionary = dictionary_of(target);
  std::mt19937 random(1);
  for (unsigned i = 0; i < target.changes; ++i) {
    const std::string input = mutated(seeds, dictionary, random);
    INFO(target.name << " " << i << ": " << input);
    CHECK_NOTHROW(target.check(input));
  }
}

TEST_CASE("every fuzz target is tried here") {
  std::vector<std::string> names;
  for (const Target& target : all_targets()) names.emplace_back(target.name);
  std::vector<std::string> files;
  for (const fs::path& file : files_in(fs::path(HANDBILL_TEST_FOLDER) / "targets"))
    files.push_back(file.stem().string());
  CHECK(names == files);
}

TEST_CASE("a page and its locale file are made into every medium, whatever they say") {
  replay("build");
}

TEST_CASE("a font file is refused or a page is set in it, whatever is in it") {
  replay("font");
}

TEST_CASE("fonts.yaml is read, whatever it says") {
  replay("font_list");
}

TEST_CASE("front matter is read, whatever it says") {
  replay("front_matter");
}

TEST_CASE("an image file is read and put into a PDF, whatever is in it") {
  replay("image");
}

TEST_CASE("pages stand on sheets once, however they are put there") {
  replay("imposition");
}

TEST_CASE("a unit's text reads back as it was written, whatever it says") {
  replay("inlines");
}

TEST_CASE("the program's words are read, whatever they say") {
  replay("interface");
}

TEST_CASE("every character stands on one line, whatever a paragraph says") {
  replay("lines");
}

TEST_CASE("a translation leads nowhere else, whatever it says") {
  replay("locale");
}

TEST_CASE("a text and an e-book say what their page says, whatever that is") {
  replay("media");
}

TEST_CASE("a PO file is read and written again, whatever it says") {
  replay("po");
}

TEST_CASE("handbill.yaml is read, whatever it says") {
  replay("project");
}

TEST_CASE("a shortcode is read, whatever it says") {
  replay("shortcode");
}

TEST_CASE("a page is read, whatever it says") {
  replay("source");
}

TEST_CASE("a second sync changes nothing, whatever the files say") {
  replay("sync");
}

TEST_CASE("pages are laid out as a theme says, whatever it says") {
  replay("theme");
}

TEST_CASE("a second import of a translated page changes nothing, whatever it says") {
  replay("translated_page");
}

TEST_CASE("an XLIFF file is read and written again, whatever it says") {
  replay("xliff");
}

}  // namespace
}  // namespace handbill::fuzz
