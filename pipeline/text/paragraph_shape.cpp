#include "text/paragraph_shape.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "text/give.h"
#include "text/segmenters.h"

namespace handbill {
namespace {

class ParagraphShaper {
 public:
  ParagraphShaper(const StyledText& styled, const std::u16string& text, const FontLibrary& fonts, WordCache* words)
      : styled_(styled), text_(text), fonts_(fonts), shaper_(words) {}

  ParagraphShape shape() {
    shape_.cohesion = styled_.cohesion;
    shape_.glyphs.reserve(text_.size());
    for (const Segment& segment : itemise(styled_)) shape_segment(segment);
    shape_.line_ends = find_line_ends(styled_, text_, *fonts_.segmenters());
    return std::move(shape_);
  }

 private:
  void shape_segment(const Segment& segment) {
    if (segment.kind == Segment::Kind::box) {
      add_run(segment, segment.begin, segment.end, nullptr);
      return;
    }
    const FaceList& faces = faces_for(segment);
    if (segment.kind == Segment::Kind::blank) {
      add_run(segment, segment.begin, segment.end, faces.front());
      return;
    }
    if (starts_with_letter_of(segment, *faces.front()) && shape_whole(segment, faces.front())) return;
    std::uint32_t begin = segment.begin;
    for (const FaceRun& run : face_runs(text_, segment, faces, *fonts_.segmenters(), shape_.missing)) {
      shape_run(add_run(segment, begin, run.end, run.face));
      begin = run.end;
    }
  }

  const FaceList& faces_for(const Segment& segment) {
    if (last_faces_ == nullptr || segment.span != last_span_ || segment.script != last_script_) {
      const FontRequest& request = styled_.spans[segment.span].style.font;
      last_faces_ = &fonts_.faces(request, uscript_getShortName(segment.script));
      last_span_ = segment.span;
      last_script_ = segment.script;
    }
    return *last_faces_;
  }

  /// Whether the segment's first letter is in the face: else it is not worth trying to shape the whole with it.
  bool starts_with_letter_of(const Segment& segment, const Face& face) const {
    for (std::uint32_t at = segment.begin; at < segment.end;) {
      UChar32 c = 0;
      U16_NEXT(text_.data(), at, segment.end, c);
      if (u_isalpha(c)) return face.glyph(static_cast<char32_t>(c)).has_value();
    }
    return true;
  }

  /// Most segments need no other face than the first: HarfBuzz itself says whether this one does.
  bool shape_whole(const Segment& segment, const FacePtr& face) {
    const std::size_t glyphs = shape_.glyphs.size();
    if (shape_run(add_run(segment, segment.begin, segment.end, face))) return true;
    shape_.glyphs.resize(glyphs);
    shape_.runs.pop_back();
    return false;
  }

  ShapedRun& add_run(const Segment& segment, std::uint32_t begin, std::uint32_t end, const FacePtr& face) {
    ShapedRun run;
    run.kind = segment.kind;
    run.begin = begin;
    run.end = end;
    run.first_glyph = run.end_glyph = static_cast<std::uint32_t>(shape_.glyphs.size());
    run.level = segment.level;
    run.script_code = segment.script;
    run.script = hb_script_from_string(uscript_getShortName(segment.script), -1);
    run.span = segment.span;
    run.box = segment.box;
    run.face = face;
    if (segment.kind == Segment::Kind::text) {
      run.hyphen = hyphen_for(face, faces_for(segment));
      run.scalable = can_be_scaled(segment.script, *face);
    }
    return shape_.runs.emplace_back(std::move(run));
  }

  bool shape_run(ShapedRun& run) {
    const TextStyle& style = styled_.spans[run.span].style;
    const bool complete =
        shaper_.shape({text_, run.begin, run.end, *run.face, run.level, run.script, style}, shape_.glyphs);
    run.end_glyph = static_cast<std::uint32_t>(shape_.glyphs.size());
    return complete;
  }

  std::uint32_t hyphen_for(const FacePtr& face, const FaceList& faces) {
    for (std::size_t i = 0; i < hyphenated_faces_.size(); ++i)
      if (hyphenated_faces_[i] == face.get()) return static_cast<std::uint32_t>(i);
    hyphenated_faces_.push_back(face.get());
    shape_.hyphens.push_back(find_hyphen(face, faces));
    return static_cast<std::uint32_t>(hyphenated_faces_.size() - 1);
  }

  static Hyphen find_hyphen(const FacePtr& face, const FaceList& faces) {
    constexpr char32_t candidates[] = {U'\u2010', U'-'};
    for (const char32_t c : candidates)
      if (const auto glyph = face->glyph(c)) return {face, *glyph, static_cast<float>(face->advance(*glyph))};
    for (const char32_t c : candidates) {
      const FacePtr other = faces.covering({&c, 1});
      if (!other) continue;
      const GlyphId glyph = other->glyph(c).value_or(GlyphId{0});
      return {other, glyph, static_cast<float>(other->advance(glyph))};
    }
    return {};
  }

  const StyledText& styled_;
  const std::u16string& text_;
  const FontLibrary& fonts_;
  ParagraphShape shape_;
  WordShaper shaper_;
  std::vector<const Face*> hyphenated_faces_;
  const FaceList* last_faces_ = nullptr;
  std::uint32_t last_span_ = 0;
  UScriptCode last_script_ = USCRIPT_COMMON;
};

}  // namespace

ParagraphShape shape_paragraph(const StyledText& styled, const std::u16string& text, const FontLibrary& fonts,
                               WordCache* words) {
  return ParagraphShaper(styled, text, fonts, words).shape();
}

}  // namespace handbill
