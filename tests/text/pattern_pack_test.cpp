#include "text/pattern_pack.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/files.h"
#include "core/limits.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "text/hyphenator.h"

using namespace handbill;
using namespace handbill::test;

namespace {

using Patterns = std::shared_ptr<HyphenDict>;

Patterns loaded(const std::filesystem::path& path) {
  return {hnj_hyphen_load(path.c_str()), &hnj_hyphen_free};
}

/// Bytes where a packed dictionary may stand.
class Packed {
 public:
  explicit Packed(const HyphenDict& patterns) {
    const std::string bytes = pack(patterns);
    words_.resize((bytes.size() + 7) / 8);
    bytes.copy(reinterpret_cast<char*>(words_.data()), bytes.size());
    size_ = bytes.size();
  }
  std::string_view bytes() const { return {reinterpret_cast<const char*>(words_.data()), size_}; }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_ = 0;
};

/// All that libhyphen says of a word.
std::string said(HyphenDict* patterns, const std::string& word) {
  std::string marks(word.size() + 5, '\0');
  char** spellings = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  const auto size = static_cast<int>(word.size());
  hnj_hyphen_hyphenate3(patterns, word.c_str(), size, marks.data(), nullptr, &spellings, &positions, &cuts, 0, 0, 0, 0);
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    out += word[i];
    if ((marks[i] & 1) != 0) out += '-';
    if (spellings == nullptr || spellings[i] == nullptr) continue;
    out += "(" + std::string(spellings[i]) + " " + std::to_string(positions[i]) + " " + std::to_string(cuts[i]) + ")";
    std::free(spellings[i]);
  }
  std::free(spellings);
  std::free(positions);
  std::free(cuts);
  return out;
}

}  // namespace

TEST_CASE("Packed patterns say what the file says: breaks, changed spellings, levels, and what is kept together") {
  const TemporaryFolder folder;
  const auto path = folder.path() / "hyph_xx.dic";
  write_atomically(path,
                   "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\nCOMPOUNDLEFTHYPHENMIN 1\nNOHYPHEN ',-\n"
                   "b1a\nschif1fahrt/ff=f,5,2\nNEXTLEVEL\nc1d\n1e2f\n");
  const Patterns read = loaded(path);
  REQUIRE(read != nullptr);
  const Packed packed(*read);
  const Patterns unpacked = unpack_patterns(packed.bytes());
  CHECK(std::string(unpacked->cset) == "UTF-8");
  CHECK(unpacked->nohyphenl == read->nohyphenl);
  CHECK(said(unpacked.get(), "schiffahrt") == said(read.get(), "schiffahrt"));
  CHECK(said(unpacked.get(), "schiffahrt").find("(ff=f") != std::string::npos);
  for (const char* word : {"abababa", "acdcdcd", "aabefe", "ab'ab-acd", "baba", "x", ""})
    CHECK(said(unpacked.get(), word) == said(read.get(), word));
  CHECK(said(unpacked.get(), "acdcdcd") != "acdcdcd");
}

TEST_CASE("The patterns in the program are those of the machine that it was built on") {
  for (const KnownPatterns& known : embedded::patterns()) {
    const TemporaryFolder folder;
    write_atomically(folder.path() / "hyph_xx.dic", known.text);
    const Patterns read = loaded(folder.path() / "hyph_xx.dic");
    REQUIRE(read != nullptr);
    CHECK(known.packed == pack(*read));
    const Patterns unpacked = unpack_patterns(known.packed);
    for (const char* word : {"understanding", "hyphenation", "vakbondsvergadering", "ondernemingsraad", "present"})
      CHECK(said(unpacked.get(), word) == said(read.get(), word));
  }
}

TEST_CASE("A file that has changed since the program was built is read as it is now") {
  if (embedded::patterns().empty()) return;
  const TemporaryFolder folder;
  const auto points = [&](std::string text) {
    write_atomically(folder.path() / "hyph_sw.dic", text);
    return *Hyphenator::find(Language::parse("sw").value(), folder.path())->points(u"aaxqxqxaa");
  };
  const std::string text(embedded::patterns().front().text);
  const Hyphenator::Points before = points(text);
  const Hyphenator::Points after = points(text + "q9x9q\n");
  CHECK(before != after);
  CHECK(std::find(after.begin(), after.end(), 4U) != after.end());
}
