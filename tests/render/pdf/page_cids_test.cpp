#include "render/pdf/page_cids.h"

#include "render/pdf/fonts.h"
#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

TEST_CASE("Each font of a page counts its glyphs from 1, and knows how wide they are") {
  const pdf::DocumentFont serif(face("NotoSerif-Regular.ttf"), 1);
  const pdf::DocumentFont mono(face("NotoSansMono-Regular.ttf"), 2);
  const GlyphId a = *serif.face().glyph(U'a');
  pdf::PageCids cids;
  CHECK(cids.of(serif).of({a, U'a', 0, {}}).cid == 1);
  CHECK(cids.of(mono).of({*mono.face().glyph(U'b'), U'b', 0, {}}).cid == 1);
  CHECK(cids.of(serif).of({a, U'\u0430', 0, {}}).cid == 2);
  const auto again = cids.of(serif).of({a, U'a', 0, {}});
  CHECK(again.cid == 1);
  CHECK(again.width == serif.width(a));
  CHECK(cids.fonts().size() == 2);
}

TEST_CASE("What several pages show is numbered page after page, and each page learns its numbers") {
  pdf::DocumentFonts fonts;
  const pdf::DocumentFont& serif = fonts.add(face("NotoSerif-Regular.ttf"));
  const auto meaning = [&](char32_t character) {
    return pdf::CidMeaning{*serif.face().glyph(character), character, 0, {}};
  };
  pdf::PageCids first;
  for (const char32_t character : {U'a', U'b'}) first.of(serif).of(meaning(character));
  pdf::PageCids second;
  for (const char32_t character : {U'c', U'b'}) second.of(serif).of(meaning(character));
  CHECK(fonts.number(first).at(0).numbers == std::vector<pdf::Cid>{0, 1, 2});
  CHECK(fonts.number(second).at(0).numbers == std::vector<pdf::Cid>{0, 3, 2});
}

TEST_CASE("A content stream's CIDs are replaced where they stand, font by font") {
  std::string content = "[<00010002>-5<0001>] TJ [<0001>] TJ";
  pdf::renumber(content, {{2, 2, 1}, {14, 1, 1}, {26, 1, 2}}, {{2, {0, 0xABCD}}, {1, {0, 0x12, 0x345}}});
  CHECK(content == "[<00120345>-5<0012>] TJ [<ABCD>] TJ");
}
