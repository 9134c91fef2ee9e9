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
  CHECK(cids.of(serif).of({a, U'a', 0, {}}).number == 1);
  CHECK(cids.of(mono).of({*mono.face().glyph(U'b'), U'b', 0, {}}).number == 1);
  CHECK(cids.of(serif).of({a, U'\u0430', 0, {}}).number == 2);
  const auto again = cids.of(serif).of({a, U'a', 0, {}});
  CHECK(again.number == 1);
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
  CHECK(fonts.number(first).at(0).numbers == std::vector<pdf::CidNumber>{0, 1, 2});
  CHECK(fonts.number(second).at(0).numbers == std::vector<pdf::CidNumber>{0, 3, 2});
}

TEST_CASE("A content stream's CIDs are replaced where they stand, font by font") {
  using namespace std::string_literals;
  std::string content = "[(\0\1\0\2)-5(\0\1)] TJ [(\0\1)] TJ"s;
  pdf::renumber(content, {{2, 2, 1}, {10, 1, 1}, {20, 1, 2}}, {{2, {0, 252 * 252 - 1}}, {1, {0, 12, 252 + 13}}});
  CHECK(content == "[(\0\x0C\1\x0E)-5(\0\x0C)] TJ [(\xFF\xFF)] TJ"s);
}
