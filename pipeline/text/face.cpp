#include "text/face.h"

#include <fmt/format.h>
#include <hb-ot.h>

#include <cstddef>
#include <span>

#include "core/limits.h"

namespace handbill {
namespace {

/// A table of the font, borrowed from the mapped file. Numbers in it are big-endian; past its end they read as 0.
class Table {
 public:
  Table(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    data_ = hb_blob_get_data(blob_, &size_);
  }
  ~Table() { hb_blob_destroy(blob_); }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  bool empty() const { return size_ == 0; }
  unsigned u16(unsigned at) const { return at + 2 <= size_ ? byte(at) << 8 | byte(at + 1) : 0; }
  double fixed(unsigned at) const {
    const auto whole = static_cast<std::int16_t>(u16(at));
    return whole + u16(at + 2) / 65536.0;
  }

 private:
  unsigned byte(unsigned at) const { return static_cast<unsigned char>(data_[at]); }

  hb_blob_t* blob_;
  const char* data_ = nullptr;
  unsigned size_ = 0;
};

/// Why a font with these bytes cannot be used, as far as its first four bytes tell; empty when they do not say no.
std::string refusal_by_signature(std::span<const std::byte> bytes) {
  if (bytes.size() > limits::font_bytes)
    return fmt::format("it is larger than {} MB", limits::font_bytes / 1024 / 1024);
  if (bytes.size() < 12) return "it is too short to be a font";
  std::string tag;
  for (std::size_t i = 0; i < 4; ++i) tag += static_cast<char>(bytes[i]);
  if (tag == "OTTO") return "its outlines are PostScript (CFF); only TrueType outlines can be used";
  if (tag == "ttcf") return "it is a font collection; only single fonts can be used";
  if (tag == "wOFF" || tag == "wOF2") return "it is a web font; only plain TrueType files can be used";
  if (tag != std::string("\0\1\0\0", 4) && tag != "true") return "it is not a TrueType font";
  return "";
}

/// OS/2 fsType: what the font's maker permits.
std::string refusal_by_licence(unsigned type) {
  constexpr unsigned usage_mask = 0x000F;
  constexpr unsigned restricted = 0x0002;
  constexpr unsigned no_subsetting = 0x0100;
  constexpr unsigned bitmaps_only = 0x0200;
  if ((type & usage_mask) == restricted) return "its licence forbids embedding it in documents";
  if ((type & no_subsetting) != 0) return "its licence forbids embedding a part of it";
  if ((type & bitmaps_only) != 0) return "its licence permits embedding bitmaps only";
  return "";
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  char buffer[256];
  unsigned size = sizeof buffer;
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, buffer);
  return {buffer, size};
}

FaceMetrics read_metrics(hb_font_t* font, unsigned units_per_em, double italic_angle) {
  const auto em = [&](hb_ot_metrics_tag_t tag) {
    hb_position_t position = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &position);
    return position / static_cast<double>(units_per_em);
  };
  FaceMetrics metrics;
  metrics.ascent = em(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  metrics.descent = -em(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  metrics.cap_height = em(HB_OT_METRICS_TAG_CAP_HEIGHT);
  metrics.x_height = em(HB_OT_METRICS_TAG_X_HEIGHT);
  metrics.underline_thickness = em(HB_OT_METRICS_TAG_UNDERLINE_SIZE);
  // OpenType gives the stroke's upper edge.
  metrics.underline_position = em(HB_OT_METRICS_TAG_UNDERLINE_OFFSET) - metrics.underline_thickness / 2;
  metrics.italic_angle = italic_angle;
  return metrics;
}

}  // namespace

std::shared_ptr<const Face> Face::open(const std::filesystem::path& path, std::string& reason,
                                       const std::optional<std::filesystem::path>& bounds) {
  auto file = std::make_unique<MappedFile>(path, bounds);
  reason = refusal_by_signature(file->bytes());
  if (!reason.empty()) return nullptr;

  std::shared_ptr<Face> face(new Face);
  const auto bytes = file->bytes();
  hb_blob_t* blob = hb_blob_create(reinterpret_cast<const char*>(bytes.data()), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  face->face_ = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  face->file_ = std::move(file);
  face->path_ = path;
  if (Table(face->face_, HB_TAG('g', 'l', 'y', 'f')).empty() || hb_face_get_glyph_count(face->face_) == 0) {
    reason = "it has no TrueType outlines, or is damaged";
    return nullptr;
  }
  const Table os2(face->face_, HB_TAG('O', 'S', '/', '2'));
  reason = refusal_by_licence(os2.u16(8));
  if (!reason.empty()) return nullptr;
  face->read_facts(os2.u16(4));
  return face;
}

void Face::read_facts(unsigned weight_class) {
  hb_face_make_immutable(face_);
  font_ = hb_font_create(face_);
  hb_font_make_immutable(font_);
  const Table post(face_, HB_TAG('p', 'o', 's', 't'));
  units_per_em_ = hb_face_get_upem(face_);
  metrics_ = read_metrics(font_, units_per_em_, post.fixed(4));
  fixed_pitch_ = post.u16(12) != 0 || post.u16(14) != 0;
  if (weight_class != 0) weight_ = static_cast<int>(weight_class);
  postscript_name_ = name_of(face_, HB_OT_NAME_ID_POSTSCRIPT_NAME);
  if (postscript_name_.empty()) postscript_name_ = path_.stem().string();
  family_name_ = name_of(face_, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (family_name_.empty()) family_name_ = name_of(face_, HB_OT_NAME_ID_FONT_FAMILY);
}

Face::~Face() {
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

std::optional<GlyphId> Face::glyph(char32_t character) const {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(font_, character, &glyph)) return std::nullopt;
  return static_cast<GlyphId>(glyph);
}

double Face::advance(GlyphId glyph) const {
  return hb_font_get_glyph_h_advance(font_, glyph) / double(units_per_em_);
}

bool Face::is_mark(GlyphId glyph) const {
  return hb_ot_layout_get_glyph_class(face_, glyph) == HB_OT_LAYOUT_GLYPH_CLASS_MARK;
}

bool Face::is_blank(GlyphId glyph) const {
  hb_glyph_extents_t extents{};
  return !hb_font_get_glyph_extents(font_, glyph, &extents) || (extents.width == 0 && extents.height == 0);
}

}  // namespace handbill
