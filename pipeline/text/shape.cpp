#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "core/unicode.h"
#include "text/face_runs.h"
#include "text/give.h"
#include "text/shaped_text.h"

namespace handbill {
namespace {

/// The place of an offset: that of the origin before it, as many characters on as lie between.
Place place_of_offset(const StyledText& text, std::uint32_t offset) {
  const auto after = std::upper_bound(text.origins.begin(), text.origins.end(), offset,
                                      [](std::uint32_t at, const StyledText::Origin& o) { return at < o.offset; });
  if (after == text.origins.begin()) return {};
  const StyledText::Origin& origin = *std::prev(after);
  if (origin.place.line == 0) return origin.place;
  std::uint32_t characters = 0;
  for (std::uint32_t at = origin.offset; at < offset; ++characters) U16_FWD_1(text.text.data(), at, offset);
  return origin.place.at(origin.place.line, origin.place.column + characters);
}

Diagnostic missing_glyph(const StyledText& text, const MissingCharacter& missing) {
  return {Severity::error,
          place_of_offset(text, missing.offset),
          "missing-glyph",
          fmt::format("no font has the character \"{}\" (U+{:04X}, {})", to_utf8(missing.character),
                      static_cast<std::uint32_t>(missing.character), uscript_getName(missing.script)),
          {"put a font that has it into the fonts folder, or write it another way"}};
}

class ParagraphShaper {
 public:
  ParagraphShaper(StyledText text, const FontLibrary& fonts)
      : fonts_(fonts), paragraph_(std::make_shared<ShapedParagraph>()) {
    paragraph_->styled = std::move(text);
    paragraph_->segmenters = fonts.segmenters();
    spell_tabs_as_spaces();
  }

  Result<ShapedTextPtr> shape() {
    paragraph_->glyphs.reserve(paragraph_->styled.text.size());
    for (const Segment& segment : itemise(paragraph_->styled)) shape_segment(segment);
    paragraph_->pieces = cut_into_pieces(*paragraph_);
    Result<ShapedTextPtr> result;
    result.diagnostics = report_missing();
    result.value = std::move(paragraph_);
    return result;
  }

 private:
  void spell_tabs_as_spaces() {
    const std::u16string& text = paragraph_->styled.text;
    if (text.find(u'\t') == std::u16string::npos) return;
    paragraph_->spaced = text;
    std::replace(paragraph_->spaced.begin(), paragraph_->spaced.end(), u'\t', u' ');
  }

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
    for (const FaceRun& run : face_runs(paragraph_->text(), segment, faces, *paragraph_->segmenters, missing_)) {
      shape_run(add_run(segment, begin, run.end, run.face));
      begin = run.end;
    }
  }

  const FaceList& faces_for(const Segment& segment) {
    if (last_faces_ == nullptr || segment.span != last_span_ || segment.script != last_script_) {
      const FontRequest& request = paragraph_->styled.spans[segment.span].style.font;
      last_faces_ = &fonts_.faces(request, uscript_getShortName(segment.script));
      last_span_ = segment.span;
      last_script_ = segment.script;
    }
    return *last_faces_;
  }

  /// Whether the segment's first letter is in the face: else it is not worth trying to shape the whole with it.
  bool starts_with_letter_of(const Segment& segment, const Face& face) const {
    const std::u16string& text = paragraph_->text();
    for (std::uint32_t at = segment.begin; at < segment.end;) {
      UChar32 c = 0;
      U16_NEXT(text.data(), at, segment.end, c);
      if (u_isalpha(c)) return face.glyph(static_cast<char32_t>(c)).has_value();
    }
    return true;
  }

  /// Most segments need no other face than the first: HarfBuzz itself says whether this one does.
  bool shape_whole(const Segment& segment, const FacePtr& face) {
    const std::size_t glyphs = paragraph_->glyphs.size();
    if (shape_run(add_run(segment, segment.begin, segment.end, face))) return true;
    paragraph_->glyphs.resize(glyphs);
    paragraph_->runs.pop_back();
    return false;
  }

  ShapedRun& add_run(const Segment& segment, std::uint32_t begin, std::uint32_t end, const FacePtr& face) {
    ShapedRun run;
    run.kind = segment.kind;
    run.begin = begin;
    run.end = end;
    run.first_glyph = run.end_glyph = static_cast<std::uint32_t>(paragraph_->glyphs.size());
    run.level = segment.level;
    run.script = hb_script_from_string(uscript_getShortName(segment.script), -1);
    run.span = segment.span;
    run.box = segment.box;
    run.size = paragraph_->styled.spans[segment.span].style.size * size_of(segment.script);
    run.face = face;
    if (segment.kind == Segment::Kind::text) {
      run.hyphen = hyphen_for(face, faces_for(segment));
      run.scalable = can_be_scaled(segment.script, *face);
    }
    return paragraph_->runs.emplace_back(std::move(run));
  }

  double size_of(UScriptCode script) const {
    const ScriptSizes* sizes = paragraph_->styled.sizes.get();
    if (sizes == nullptr) return 1;
    const std::string_view code = uscript_getShortName(script);
    const auto found = std::find_if(sizes->scripts.begin(), sizes->scripts.end(),
                                    [&](const auto& known) { return known.first == code; });
    return found == sizes->scripts.end() ? sizes->others : found->second;
  }

  bool shape_run(ShapedRun& run) {
    const bool complete = shaper_.shape(paragraph_->request(run, run.begin, run.end), paragraph_->glyphs);
    run.end_glyph = static_cast<std::uint32_t>(paragraph_->glyphs.size());
    return complete;
  }

  std::uint32_t hyphen_for(const FacePtr& face, const FaceList& faces) {
    for (std::size_t i = 0; i < hyphenated_faces_.size(); ++i)
      if (hyphenated_faces_[i] == face.get()) return static_cast<std::uint32_t>(i);
    hyphenated_faces_.push_back(face.get());
    paragraph_->hyphens.push_back(find_hyphen(face, faces));
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

  Diagnostics report_missing() const {
    Diagnostics diagnostics;
    std::set<char32_t> reported;
    for (const MissingCharacter& missing : missing_)
      if (reported.insert(missing.character).second) diagnostics.push_back(missing_glyph(paragraph_->styled, missing));
    return diagnostics;
  }

  const FontLibrary& fonts_;
  std::shared_ptr<ShapedParagraph> paragraph_;
  Shaper shaper_;
  std::vector<MissingCharacter> missing_;
  std::vector<const Face*> hyphenated_faces_;
  const FaceList* last_faces_ = nullptr;
  std::uint32_t last_span_ = 0;
  UScriptCode last_script_ = USCRIPT_COMMON;
};

}  // namespace

Result<ShapedTextPtr> shape(StyledText text, const FontLibrary& fonts) {
  return ParagraphShaper(std::move(text), fonts).shape();
}

}  // namespace handbill
