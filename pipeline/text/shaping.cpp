#include "text/shaping.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <new>
#include "text/features.h"

namespace handbill {
namespace {

/// Whether letters of the stretch join, as in Arabic or Mongolian.
bool is_cursive(const ShapeRequest& request) {
  for (std::uint32_t at = request.begin; at < request.end;) {
    UChar32 c = 0;
    U16_NEXT(request.text.data(), at, request.end, c);
    const int joining = u_getIntPropertyValue(c, UCHAR_JOINING_TYPE);
    if (joining == U_JT_DUAL_JOINING || joining == U_JT_RIGHT_JOINING || joining == U_JT_LEFT_JOINING) return true;
  }
  return false;
}

void fill(hb_buffer_t* buffer, const ShapeRequest& request) {
  hb_buffer_clear_contents(buffer);
  unsigned flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES | HB_BUFFER_FLAG_PRODUCE_SAFE_TO_INSERT_TATWEEL;
  if (request.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (request.end == request.text.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  const hb_segment_properties_t properties = segment_properties(request);
  hb_buffer_set_segment_properties(buffer, &properties);
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(request.text.data()),
                      static_cast<int>(request.text.size()), request.begin,
                      static_cast<int>(request.end - request.begin));
}

/// The first character from `at` on that shows, before `limit`; `at` itself when none does.
std::uint32_t first_shown(std::u16string_view text, std::uint32_t at, std::uint32_t limit) {
  constexpr char16_t first_invisible = 0x00AD;
  std::uint32_t next = at;
  while (next < limit && text[next] >= first_invisible) {
    std::uint32_t after = next;
    UChar32 c = 0;
    U16_NEXT(text.data(), after, limit, c);
    if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) break;
    next = after;
  }
  return next < limit ? next : at;
}

/// HarfBuzz gives an invisible character that it removes to the glyph beside it. A glyph's cluster is to start with a
/// character that it shows.
void skip_invisible(const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs, std::size_t first) {
  std::uint32_t limit = request.end;
  for (std::size_t end = glyphs.size(); end > first;) {
    const std::uint32_t cluster = glyphs[end - 1].cluster;
    std::size_t begin = end - 1;
    while (begin > first && glyphs[begin - 1].cluster == cluster) --begin;
    const std::uint32_t shown = first_shown(request.text, cluster, limit);
    for (std::size_t i = begin; i < end; ++i) glyphs[i].cluster = shown;
    limit = cluster;
    end = begin;
  }
}

/// A stretch with as much of the text around it as joining looks at, and tatweels between its letters.
class ElongatedText {
 public:
  ElongatedText(const ShapeRequest& request, const Elongations& elongations) {
    constexpr std::uint32_t context = 8;
    const auto size = static_cast<std::uint32_t>(request.text.size());
    const std::uint32_t from = request.begin - std::min(request.begin, context);
    const std::uint32_t to = std::min(size, request.end + context);
    auto next = elongations.begin();
    for (std::uint32_t at = from; at < to; ++at) {
      if (at == request.begin) begin_ = static_cast<std::uint32_t>(text_.size());
      while (next != elongations.end() && next->offset < at) ++next;
      if (next != elongations.end() && next->offset == at && at > request.begin && at < request.end)
        add(tatweel, at - 1, next->count);
      add(request.text[at], at, 1);
      if (at + 1 == request.end) end_ = static_cast<std::uint32_t>(text_.size());
    }
  }

  ShapeRequest request(const ShapeRequest& original) const {
    return {text_, begin_, end_, original.face, original.level, original.script, original.style};
  }

  /// Where a character stands in the text itself; a tatweel, where the letter before it does.
  std::uint32_t offset(std::uint32_t elongated) const { return offsets_[elongated]; }

 private:
  void add(char16_t unit, std::uint32_t offset, std::uint32_t count) {
    text_.append(count, unit);
    offsets_.insert(offsets_.end(), count, offset);
  }

  std::u16string text_;
  std::vector<std::uint32_t> offsets_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

/// Spreads the letters: after each cluster that moves the pen.
void add_letter_spacing(float spacing, std::vector<ShapedGlyph>& glyphs, std::size_t first) {
  for (std::size_t i = first; i < glyphs.size(); ++i) {
    const bool ends_cluster = i + 1 == glyphs.size() || glyphs[i + 1].cluster != glyphs[i].cluster;
    if (ends_cluster && glyphs[i].advance != 0) glyphs[i].advance += spacing;
  }
}

}  // namespace

hb_segment_properties_t segment_properties(const ShapeRequest& request) {
  hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
  properties.direction = request.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
  properties.script = request.script;
  properties.language = hb_language_from_string(request.style.language.tag().c_str(), -1);
  return properties;
}

Shaper::Shaper() : buffer_(hb_buffer_create()) {}

bool Shaper::shape(const ShapeRequest& request, std::vector<ShapedGlyph>& glyphs) {
  const bool spaced = request.style.letter_spacing != 0 && !is_cursive(request);
  const Features features(request.style, spaced);
  fill(buffer_.get(), request);
  hb_shape(request.face.hb_font(), buffer_.get(), features.data(), features.size());
  if (!hb_buffer_allocation_successful(buffer_.get())) throw std::bad_alloc();

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
  const auto em = static_cast<float>(request.face.units_per_em());
  const std::size_t first = glyphs.size();
  bool complete = true;
  for (unsigned i = 0; i < count; ++i) {
    complete = complete && infos[i].codepoint != 0;
    const unsigned flags = hb_glyph_info_get_glyph_flags(&infos[i]);
    glyphs.push_back({static_cast<GlyphId>(infos[i].codepoint), (flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0,
                      (flags & HB_GLYPH_FLAG_SAFE_TO_INSERT_TATWEEL) != 0, infos[i].cluster,
                      static_cast<float>(positions[i].x_advance) / em, static_cast<float>(positions[i].x_offset) / em,
                      static_cast<float>(positions[i].y_offset) / em});
  }
  if (request.level % 2 == 1) std::reverse(glyphs.begin() + static_cast<std::ptrdiff_t>(first), glyphs.end());
  skip_invisible(request, glyphs, first);
  if (spaced) add_letter_spacing(static_cast<float>(request.style.letter_spacing), glyphs, first);
  return complete;
}

void Shaper::shape_elongated(const ShapeRequest& request, const Elongations& elongations,
                             std::vector<ShapedGlyph>& glyphs) {
  const ElongatedText longer(request, elongations);
  const std::size_t first = glyphs.size();
  shape(longer.request(request), glyphs);
  for (std::size_t i = first; i < glyphs.size(); ++i) glyphs[i].cluster = longer.offset(glyphs[i].cluster);
}

}  // namespace handbill
