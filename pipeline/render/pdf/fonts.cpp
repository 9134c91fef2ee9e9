#include "render/pdf/fonts.h"

#include <fmt/format.h>
#include <hb-ot.h>

#include <array>
#include <cmath>

#include "core/fingerprint.h"
#include "render/pdf/subset.h"

namespace handbill::pdf {
namespace {

std::string big_endian(std::uint16_t value) {
  return {static_cast<char>(value >> 8), static_cast<char>(value & 0xFF)};
}

/// Six letters that differ between subsets (ISO 32000-1, 9.6.4), made from the subset's own bytes.
std::string subset_tag(std::string_view bytes) {
  std::uint64_t hash = fingerprint(bytes);
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

/// The font's bounding box (`head`), in thousandths of an em.
std::string bounding_box(const Face& face) {
  hb_blob_t* head = hb_face_reference_table(face.hb_face(), HB_TAG('h', 'e', 'a', 'd'));
  unsigned size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head, &size));
  std::array<double, 4> box{};
  for (std::size_t i = 0; i < box.size() && size >= 44; ++i) {
    const auto at = 36 + 2 * i;
    box[i] = static_cast<std::int16_t>(data[at] << 8 | data[at + 1]) * 1000.0 / face.units_per_em();
  }
  hb_blob_destroy(head);
  return numbers({std::floor(box[0]), std::floor(box[1]), std::ceil(box[2]), std::ceil(box[3])});
}

/// Whether the face's PANOSE classification (`OS/2`) says that it has serifs.
bool has_serifs(const Face& face) {
  hb_blob_t* table = hb_face_reference_table(face.hb_face(), HB_TAG('O', 'S', '/', '2'));
  unsigned size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(hb_blob_get_data(table, &size));
  const bool serifs = size > 33 && data[32] == 2 && data[33] >= 2 && data[33] <= 10;
  hb_blob_destroy(table);
  return serifs;
}

unsigned descriptor_flags(const Face& face) {
  constexpr unsigned fixed_pitch = 1U << 0;
  constexpr unsigned serif = 1U << 1;
  constexpr unsigned symbolic = 1U << 2;  // a subset by glyph is in no standard character set
  constexpr unsigned italic = 1U << 6;
  return symbolic | (face.fixed_pitch() ? fixed_pitch : 0) | (has_serifs(face) ? serif : 0) |
         (face.italic() ? italic : 0);
}

Object descriptor(Haru& haru, const Face& face, const std::string& font_name, const Subset& subset) {
  const Object file = haru.add_stream(Dictionary().add_number("Length1", double(subset.bytes.size())), subset.bytes);
  const FaceMetrics& metrics = face.metrics();
  // The width of upright stems is in no table; this line fits common text faces from light to black.
  const double stem = 10 + 220 * (face.weight() - 50) / 900.0;
  return haru.add(Dictionary()
                      .add_name("Type", "FontDescriptor")
                      .add_name("FontName", font_name)
                      .add_number("Flags", descriptor_flags(face))
                      .add("FontBBox", bounding_box(face))
                      .add_number("ItalicAngle", metrics.italic_angle)
                      .add_number("Ascent", std::round(metrics.ascent * 1000))
                      .add_number("Descent", -std::round(metrics.descent * 1000))
                      .add_number("CapHeight", std::round(metrics.cap_height * 1000))
                      .add_number("StemV", std::round(stem))
                      .add("FontFile2", file.reference()));
}

}  // namespace

DocumentFont::DocumentFont(FacePtr face, std::uint32_t number) : face_(std::move(face)), number_(number) {}

double DocumentFont::width(GlyphId glyph) const {
  return double(thousandths(face_->advance(glyph) * 1000)) / 1000;
}

GlyphId DocumentFont::blank() {
  if (blank_) return *blank_;
  const auto shows_nothing = [&](GlyphId glyph) { return face_->advance(glyph) == 0 && face_->is_blank(glyph); };
  for (const char32_t character : {U'\u200B', U'\u2060', U'\uFEFF', U'\u200D', U'\u200C'}) {
    const auto glyph = face_->glyph(character);
    if (glyph && *glyph != 0 && shows_nothing(*glyph)) return *(blank_ = *glyph);
  }
  const unsigned count = hb_face_get_glyph_count(face_->hb_face());
  for (unsigned glyph = 1; glyph < count; ++glyph)
    if (shows_nothing(static_cast<GlyphId>(glyph))) return *(blank_ = static_cast<GlyphId>(glyph));
  return *(blank_ = face_->glyph(U' ').value_or(GlyphId{0}));
}

Object DocumentFont::embed(Haru& haru) const {
  const auto& meanings = cids_.meanings();
  std::vector<GlyphId> glyphs;
  for (const CidMeaning& meaning : meanings) glyphs.push_back(meaning.glyph);
  const Subset cut = subset(*face_, glyphs);

  std::string cid_to_gid;
  std::string widths = "[0 [";
  for (const GlyphId glyph : glyphs) {
    cid_to_gid += big_endian(cut.glyphs.at(glyph));
    append_number(widths, width(glyph));
    widths += ' ';
  }
  widths += "]]";

  const std::string font_name = subset_tag(cut.bytes) + '+' + face_->postscript_name();
  const Object descendant =
      haru.add(Dictionary()
                   .add_name("Type", "Font")
                   .add_name("Subtype", "CIDFontType2")
                   .add_name("BaseFont", font_name)
                   .add("CIDSystemInfo", "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>")
                   .add("FontDescriptor", descriptor(haru, *face_, font_name, cut).reference())
                   .add("W", widths)
                   .add("CIDToGIDMap", haru.add_stream(Dictionary(), cid_to_gid).reference()));
  return haru.add(Dictionary()
                      .add_name("Type", "Font")
                      .add_name("Subtype", "Type0")
                      .add_name("BaseFont", font_name)
                      .add_name("Encoding", "Identity-H")
                      .add("DescendantFonts", "[" + descendant.reference() + "]")
                      .add("ToUnicode", haru.add_stream(Dictionary(), to_unicode_cmap(meanings)).reference()));
}

DocumentFont& DocumentFonts::of(const FacePtr& face) {
  const auto found = by_face_.find(face.get());
  if (found != by_face_.end()) return *found->second;
  fonts_.push_back(std::make_unique<DocumentFont>(face, static_cast<std::uint32_t>(fonts_.size() + 1)));
  by_face_[face.get()] = fonts_.back().get();
  return *fonts_.back();
}

Dictionary DocumentFonts::embed(Haru& haru) const {
  Dictionary resources;
  for (const auto& font : fonts_) resources.add(fmt::format("F{}", font->number()), font->embed(haru).reference());
  return resources;
}

}  // namespace handbill::pdf
