// A font face: one weight and style of one family, opened from its file.
#pragma once

#include <hb.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/files.h"
#include "core/length.h"

namespace handbill {

using GlyphId = std::uint16_t;

/// Measures in em (1 = the type size), y upwards.
struct FaceMetrics {
  double ascent = 0;
  double descent = 0;  ///< positive: how far below the baseline
  double cap_height = 0;
  double x_height = 0;
  double underline_position = 0;  ///< of the stroke's centre; negative: below the baseline
  double underline_thickness = 0;
  double italic_angle = 0;  ///< degrees, negative leans to the right
};

/// Immutable after open(); its file is memory-mapped and lives as long as the face. Threads may share it: HarfBuzz
/// faces and fonts are made immutable and its caches are atomic.
class Face {
 public:
  /// Throws MachineError when the file cannot be read; null with a reason when it is no TrueType font that may be
  /// embedded (CFF outlines and collections are refused: CIDFontType2 needs glyf outlines; so are fonts whose OS/2
  /// fsType forbids embedding or subsetting).
  static std::shared_ptr<const Face> open(const std::filesystem::path& path, std::string& reason,
                                          const std::optional<std::filesystem::path>& bounds = {});
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  const std::string& postscript_name() const { return postscript_name_; }
  const std::string& family_name() const { return family_name_; }
  const std::filesystem::path& path() const { return path_; }
  std::span<const std::byte> file_bytes() const { return file_->bytes(); }  ///< valid as long as the face
  unsigned units_per_em() const { return units_per_em_; }
  const FaceMetrics& metrics() const { return metrics_; }
  int weight() const { return weight_; }
  bool italic() const { return metrics_.italic_angle != 0; }
  bool fixed_pitch() const { return fixed_pitch_; }

  std::optional<GlyphId> glyph(char32_t character) const;  ///< nominal glyph, when the face has one
  double advance(GlyphId glyph) const;                     ///< em
  bool is_mark(GlyphId glyph) const;                       ///< GDEF class mark
  bool is_blank(GlyphId glyph) const;                      ///< no outline

  /// Borrowed; valid as long as the face. The font's scale is units_per_em.
  hb_face_t* hb_face() const { return face_; }
  hb_font_t* hb_font() const { return font_; }

 private:
  Face() = default;
  void read_facts(unsigned weight_class);

  std::filesystem::path path_;
  std::unique_ptr<MappedFile> file_;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
  std::string postscript_name_;
  std::string family_name_;
  FaceMetrics metrics_;
  unsigned units_per_em_ = 1000;
  int weight_ = 400;
  bool fixed_pitch_ = false;
};

using FacePtr = std::shared_ptr<const Face>;

}  // namespace handbill
