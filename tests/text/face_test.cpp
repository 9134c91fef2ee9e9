#include "text/face.h"

#include <cmath>

#include "core/files.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;

namespace {

const std::filesystem::path fonts_folder = HANDBILL_ROOT "/fonts";

long thousandths(double em) {
  return std::lround(em * 1000);
}

std::string bytes_of(const std::string& name) {
  return DiskFiles().read(fonts_folder / name, 1 << 26).bytes;
}

/// Where a table starts in a font file.
std::size_t table_offset(const std::string& font, const std::string& tag) {
  const std::size_t record = font.find(tag, 12);
  std::size_t offset = 0;
  for (std::size_t i = record + 8; i < record + 12; ++i) offset = offset << 8 | static_cast<unsigned char>(font[i]);
  return offset;
}

/// Opens a font with these bytes and answers why it was refused; empty when it was not.
std::string refusal_of(const std::string& bytes) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "font.ttf";
  write_atomically(path, bytes);
  std::string reason;
  const auto face = Face::open(path, reason);
  CHECK((face == nullptr) == !reason.empty());
  return reason;
}

std::string with_licence(char high, char low) {
  std::string font = bytes_of("NotoSansHebrew-Regular.ttf");
  const std::size_t type = table_offset(font, "OS/2") + 8;
  font[type] = high;
  font[type + 1] = low;
  return font;
}

}  // namespace

TEST_CASE("A face knows its names, weight, style and measures") {
  std::string reason;
  const auto face = Face::open(fonts_folder / "NotoSans-BoldItalic.ttf", reason);
  REQUIRE(face);
  CHECK(face->postscript_name() == "NotoSans-BoldItalic");
  CHECK(face->family_name() == "Noto Sans");
  CHECK(face->weight() == 700);
  CHECK(face->italic());
  CHECK_FALSE(face->fixed_pitch());
  CHECK(face->units_per_em() == 1000);
  CHECK(thousandths(face->metrics().ascent) == 1069);
  CHECK(thousandths(face->metrics().descent) == 293);
  CHECK(thousandths(face->metrics().cap_height) == 714);
  CHECK(thousandths(face->metrics().underline_thickness) == 50);
  CHECK(thousandths(face->metrics().underline_position) == -125);
}

TEST_CASE("A face tells marks and blanks from letters") {
  std::string reason;
  const auto face = Face::open(fonts_folder / "NotoNaskhArabic-Regular.ttf", reason);
  REQUIRE(face);
  CHECK(face->is_mark(face->glyph(U'\u064E').value()));
  CHECK_FALSE(face->is_mark(face->glyph(U'\u0628').value()));
  CHECK(face->is_blank(face->glyph(U' ').value()));
  CHECK_FALSE(face->is_blank(face->glyph(U'\u0628').value()));
  CHECK_FALSE(face->glyph(U'\u4EBA').has_value());
  CHECK(face->advance(face->glyph(U' ').value()) > 0.1);
}

TEST_CASE("A face of one pitch says so") {
  std::string reason;
  CHECK(Face::open(fonts_folder / "NotoSansMono-Regular.ttf", reason)->fixed_pitch());
}

TEST_CASE("Fonts that cannot be embedded are refused with the reason") {
  CHECK(refusal_of("OTTO" + std::string(100, '\0')) ==
        "its outlines are PostScript (CFF); only TrueType outlines can be used");
  CHECK(refusal_of("ttcf" + std::string(100, '\0')) == "it is a font collection; only single fonts can be used");
  CHECK(refusal_of("wOF2" + std::string(100, '\0')) == "it is a web font; only plain TrueType files can be used");
  CHECK(refusal_of("<!DOCTYPE html>") == "it is not a TrueType font");
  CHECK(refusal_of("") == "it is too short to be a font");
}

TEST_CASE("What a font's licence forbids is not done") {
  CHECK(refusal_of(with_licence(0, 0)).empty());
  CHECK(refusal_of(with_licence(0, 2)) == "its licence forbids embedding it in documents");
  CHECK(refusal_of(with_licence(0, 8)).empty());
  CHECK(refusal_of(with_licence(1, 0)) == "its licence forbids embedding a part of it");
  CHECK(refusal_of(with_licence(2, 0)) == "its licence permits embedding bitmaps only");
}

TEST_CASE("A damaged font is refused and harms nobody") {
  const std::string font = bytes_of("NotoSansHebrew-Regular.ttf");
  CHECK(refusal_of(font.substr(0, 12)) == "it has no TrueType outlines, or is damaged");
  CHECK(refusal_of(font.substr(0, 300)) == "it has no TrueType outlines, or is damaged");
}

TEST_CASE("A font file that is not there is the machine's failure") {
  std::string reason;
  CHECK_THROWS_AS(Face::open(fonts_folder / "none.ttf", reason), MachineError);
}
