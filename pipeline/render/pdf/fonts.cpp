#include "render/pdf/fonts.h"

#include <fmt/format.h>
#include <hb-ot.h>

#include <array>
#include <cmath>
#include <iterator>

#include "core/diagnostic.h"
#include "core/fingerprint.h"
#include "core/parallel.h"
#include "render/pdf/subset.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {
namespace {

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

Object descriptor(Haru& haru, const Face& face, const std::string& font_name, const Object& file) {
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

/// The CIDToGIDMap (ISO 32000-1, 9.7.4.2): two bytes a CID, .notdef where nothing has it.
std::string cid_to_gid(const std::vector<GlyphId>& glyphs, const Subset& cut) {
  std::string out;
  for (std::size_t number = 0; number < glyphs.size(); ++number) {
    const std::size_t at = std::size_t{cid_of(static_cast<CidNumber>(number))} * 2;
    out.resize(at + 2, '\0');
    put_big_endian(&out[at], cut.glyphs.at(glyphs[number]));
  }
  return out;
}

GlyphId blank_of(const Face& face) {
  const auto shows_nothing = [&](GlyphId glyph) { return face.advance(glyph) == 0 && face.is_blank(glyph); };
  for (const char32_t character : {U'\u200B', U'\u2060', U'\uFEFF', U'\u200D', U'\u200C'}) {
    const auto glyph = face.glyph(character);
    if (glyph && *glyph != 0 && shows_nothing(*glyph)) return *glyph;
  }
  const unsigned count = hb_face_get_glyph_count(face.hb_face());
  for (unsigned glyph = 1; glyph < count; ++glyph)
    if (shows_nothing(static_cast<GlyphId>(glyph))) return static_cast<GlyphId>(glyph);
  return face.glyph(U' ').value_or(GlyphId{0});
}

}  // namespace

DocumentFont::DocumentFont(FacePtr face, std::uint32_t number)
    : face_(std::move(face)), number_(number), blank_(blank_of(*face_)) {}

double DocumentFont::width(GlyphId glyph) const {
  return double(thousandths(face_->advance(glyph) * 1000)) / 1000;
}

CidNumbers DocumentFont::number(const PageFont& page) {
  CidNumbers out{number_, {0}};
  const auto& meanings = page.cids().meanings();
  for (std::size_t number = 1; number < meanings.size(); ++number) out.numbers.push_back(cids_.of(meanings[number]));
  return out;
}

/// The W array (ISO 32000-1, 9.7.4.3): the width of every CID, in runs of CIDs that follow each other.
std::string DocumentFont::widths(const std::vector<GlyphId>& glyphs) const {
  std::string out = "[";
  for (std::size_t number = 0; number < glyphs.size(); ++number) {
    const Cid cid = cid_of(static_cast<CidNumber>(number));
    if (number == 0 || cid != cid_of(static_cast<CidNumber>(number - 1)) + 1)
      fmt::format_to(std::back_inserter(out), "{}{} [", number == 0 ? "" : "] ", cid);
    append_number(out, width(glyphs[number]));
    out += ' ';
  }
  return out + "]]";
}

struct DocumentFont::Program {
  std::string name;
  std::string widths;
  Haru::Packed file;
  std::size_t file_size = 0;  ///< before it is packed
  Haru::Packed cid_to_gid;
  Haru::Packed to_unicode;
};

DocumentFont::Program DocumentFont::program(Haru& haru) const {
  const auto& meanings = cids_.meanings();
  std::vector<GlyphId> glyphs;
  glyphs.reserve(meanings.size());
  for (const CidMeaning& meaning : meanings) glyphs.push_back(meaning.glyph);
  const Subset cut = subset(*face_, glyphs);

  Program out;
  out.name = subset_tag(cut.bytes) + '+' + face_->postscript_name();
  out.widths = widths(glyphs);
  out.file_size = cut.bytes.size();
  out.file = haru.pack(cut.bytes);
  out.cid_to_gid = haru.pack(cid_to_gid(glyphs, cut));
  out.to_unicode = haru.pack(to_unicode_cmap(meanings));
  return out;
}

Object DocumentFont::add(Haru& haru, Program program) const {
  const Object file =
      haru.add_stream(Dictionary().add_number("Length1", double(program.file_size)), std::move(program.file));
  const Object described = descriptor(haru, *face_, program.name, file);
  const Object cid_to_gid = haru.add_stream(Dictionary(), std::move(program.cid_to_gid));
  const Object descendant =
      haru.add(Dictionary()
                   .add_name("Type", "Font")
                   .add_name("Subtype", "CIDFontType2")
                   .add_name("BaseFont", program.name)
                   .add("CIDSystemInfo", "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>")
                   .add("FontDescriptor", described.reference())
                   .add("W", program.widths)
                   .add("CIDToGIDMap", cid_to_gid.reference()));
  const Object to_unicode = haru.add_stream(Dictionary(), std::move(program.to_unicode));
  return haru.add(Dictionary()
                      .add_name("Type", "Font")
                      .add_name("Subtype", "Type0")
                      .add_name("BaseFont", program.name)
                      .add_name("Encoding", "Identity-H")
                      .add("DescendantFonts", "[" + descendant.reference() + "]")
                      .add("ToUnicode", to_unicode.reference()));
}

DocumentFont& DocumentFonts::add(const FacePtr& face) {
  DocumentFont*& known = by_face_[face.get()];
  if (known == nullptr) {
    fonts_.push_back(std::make_unique<DocumentFont>(face, static_cast<std::uint32_t>(fonts_.size() + 1)));
    known = fonts_.back().get();
  }
  return *known;
}

const DocumentFont& DocumentFonts::of(const Face& face) const {
  const auto found = by_face_.find(&face);
  if (found == by_face_.end()) internal_error("a page shows a font that the document does not have");
  return *found->second;
}

std::vector<CidNumbers> DocumentFonts::number(const PageCids& page) {
  std::vector<CidNumbers> out;
  for (const PageFont& font : page.fonts()) out.push_back(by_face_.at(&font.font().face())->number(font));
  return out;
}

Dictionary DocumentFonts::embed(Haru& haru, std::size_t workers) const {
  std::vector<DocumentFont::Program> programs(fonts_.size());
  for_each_index(fonts_.size(), workers, [&](std::size_t i) { programs[i] = fonts_[i]->program(haru); });
  Dictionary resources;
  for (std::size_t i = 0; i < fonts_.size(); ++i)
    resources.add(fmt::format("F{}", fonts_[i]->number()), fonts_[i]->add(haru, std::move(programs[i])).reference());
  return resources;
}

}  // namespace handbill::pdf
