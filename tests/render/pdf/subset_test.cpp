#include "render/pdf/subset.h"

#include <hb-ot.h>

#include "render/pdf/fonts.h"
#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

/// A font made from a subset's bytes, to look into.
class Opened {
 public:
  explicit Opened(const std::string& bytes) {
    hb_blob_t* blob =
        hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
    face_ = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    font_ = hb_font_create(face_);
  }
  ~Opened() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  unsigned glyphs() const { return hb_face_get_glyph_count(face_); }
  double advance(GlyphId glyph) const {
    return hb_font_get_glyph_h_advance(font_, glyph) / double(hb_face_get_upem(face_));
  }
  std::string tables() const {
    hb_tag_t tags[64];
    unsigned count = 64;
    hb_face_get_table_tags(face_, 0, &count, tags);
    std::string out;
    for (unsigned i = 0; i < count; ++i) {
      char name[4];
      hb_tag_to_string(tags[i], name);
      out += std::string(name, 4) + ' ';
    }
    return out;
  }

 private:
  hb_face_t* face_;
  hb_font_t* font_;
};

}  // namespace

TEST_CASE("A subset holds outlines and widths, and nothing else") {
  const FacePtr serif = face("NotoSerif-Regular.ttf");
  const auto cut = pdf::subset(*serif, {*serif->glyph(U'a'), *serif->glyph(U'b')});
  CHECK(Opened(cut.bytes).tables() == "glyf head hhea hmtx loca maxp ");
  CHECK(cut.bytes.size() < 3000);
}

TEST_CASE("A subset has the glyphs that were asked for, with their widths, and .notdef") {
  const FacePtr serif = face("NotoSerif-Regular.ttf");
  const GlyphId m = *serif->glyph(U'm');
  const GlyphId i = *serif->glyph(U'i');
  const auto cut = pdf::subset(*serif, {m, i, m});
  const Opened opened(cut.bytes);
  CHECK(opened.glyphs() == 3);
  CHECK(opened.advance(cut.glyphs.at(m)) == serif->advance(m));
  CHECK(opened.advance(cut.glyphs.at(i)) == serif->advance(i));
}

TEST_CASE("The parts of a composed glyph are kept with it") {
  const FacePtr serif = face("NotoSerif-Regular.ttf");
  const auto cut = pdf::subset(*serif, {*serif->glyph(U'é')});
  CHECK(Opened(cut.bytes).glyphs() > 2);
}

TEST_CASE("The same glyphs give the same bytes") {
  const FacePtr arabic = face("NotoSansArabic-Regular.ttf");
  const std::vector<GlyphId> glyphs{*arabic->glyph(U'ا'), *arabic->glyph(U'ل')};
  CHECK(pdf::subset(*arabic, glyphs).bytes == pdf::subset(*arabic, glyphs).bytes);
}

TEST_CASE("The glyph that carries characters shows nothing, and has no width where the face has such a glyph") {
  for (const char* file : {"NotoSans-Regular.ttf", "NotoSerif-Regular.ttf", "NotoSansArabic-Regular.ttf",
                           "NotoNaskhArabic-Regular.ttf", "NotoKufiArabic-Bold.ttf", "NotoSerifHebrew-Regular.ttf",
                           "NotoSansDevanagari-Regular.ttf", "OpenSans-ExtraBold.ttf"}) {
    const FacePtr opened = face(file);
    INFO(file);
    const GlyphId blank = pdf::DocumentFont(opened, 1).blank();
    CHECK(opened->is_blank(blank));
    CHECK(opened->advance(blank) == 0);
  }
}
