#include "render/pdf/cids.h"

#include "support/catch.h"

using namespace handbill;
using pdf::CidTable;

TEST_CASE("A glyph that stands for different characters has a CID for each, in order of first use") {
  CidTable table;
  CHECK(table.of({40, U'a', 0, {}}) == 1);
  CHECK(table.of({41, U'b', 0, {}}) == 2);
  CHECK(table.of({40, U'\u0430', 0, {}}) == 3);
  CHECK(table.of({40, U'a', 0, {}}) == 1);
  CHECK(table.of({3, U' ', 0, {}}) == 4);
  CHECK(table.of({3, U' ', U'\u200F', {}}) == 5);
  CHECK(table.meanings().size() == 6);
  CHECK(table.meanings()[3].glyph == 40);
}

TEST_CASE("The ToUnicode CMap says what every CID stands for, .notdef and characters beyond the BMP too") {
  CidTable table;
  table.of({40, U'a', 0, {}});
  table.of({41, U'😀', 0, {}});
  table.of({3, U' ', U'\u200F', {}});
  table.of({50, U'f', 0, {U'f', U'i'}});
  const std::string cmap = pdf::to_unicode_cmap(table.meanings());
  CHECK(cmap.find("5 beginbfchar\n<0000> <FFFD>\n<0001> <0061>\n<0002> <D83DDE00>\n<0003> <200F0020>\n<0004> "
                  "<006600660069>\nendbfchar\n") != std::string::npos);
}

TEST_CASE("The CMap's blocks have at most a hundred lines") {
  CidTable table;
  for (char32_t i = 0; i < 249; ++i) table.of({static_cast<GlyphId>(i), 0x4E00 + i, 0, {}});
  const std::string cmap = pdf::to_unicode_cmap(table.meanings());
  CHECK(cmap.find("100 beginbfchar\n<0000>") != std::string::npos);
  CHECK(cmap.find("100 beginbfchar\n<0068>") != std::string::npos);
  CHECK(cmap.find("50 beginbfchar\n<00CC>") != std::string::npos);
  CHECK(cmap.find("<00FD> <4EF8>\nendbfchar\nendcmap") != std::string::npos);
}

TEST_CASE("CIDs ascend with their numbers, and none has a byte that a string would have to escape") {
  const std::string escaped = "()\\\r";
  int before = -1;
  for (std::size_t number = 0; number < pdf::most_cids; ++number) {
    const pdf::Cid cid = pdf::cid_of(static_cast<pdf::CidNumber>(number));
    const bool is_plain = escaped.find(static_cast<char>(cid >> 8)) == std::string::npos &&
                          escaped.find(static_cast<char>(cid & 0xFF)) == std::string::npos;
    if (!is_plain || cid <= before) FAIL("number " << number << " has CID " << cid);
    before = cid;
  }
  CHECK(before == 0xFFFF);
}
